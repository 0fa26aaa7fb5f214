using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using UploadServer.Http;

namespace UploadServer.Recording;

/// <summary>Middleware that keeps a record of every request.</summary>
internal sealed class RequestRecorder(Action<RecordedRequest>? observer)
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var body = new CountingStream(context.Request.Body);
        context.Request.Body = body;

        // The record is made as the answer starts, so that whoever has the answer also finds the record.
        var recorded = false;
        context.Response.OnStarting(() =>
        {
            RecordOnce(context.Response.StatusCode);
            return Task.CompletedTask;
        });

        try
        {
            await next(context);
        }
        catch (Exception fault) when (Disconnect.Is(fault, context))
        {
            // Kestrel starts an answer even though nobody is there to have it.
            RecordOnce(status: null);
            context.Abort();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync(fault.Message);
        }

        void RecordOnce(int? status)
        {
            if (!recorded)
            {
                Record(context, body, status);
            }

            recorded = true;
        }
    }

    private void Record(HttpContext context, CountingStream body, int? status)
    {
        var target = WireTarget.Of(context);
        var request = new RecordedRequest
        {
            Method = context.Request.Method,
            Path = target.Path,
            Query = target.Query,
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
            BodyLength = body.BytesRead,
            Status = status,
        };
        _requests.Enqueue(request);
        observer?.Invoke(request);
    }
}
