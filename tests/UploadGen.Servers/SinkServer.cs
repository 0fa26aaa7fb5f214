using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>A server that does as little as a server can: it reads what it is sent, and answers. What is measured is the client.</summary>
public static class SinkServer
{
    public static Task<WebServer> StartAsync(LoopbackCertificate? certificate = null) => WebServer.StartAsync(AnswerAsync, certificate);

    /// <summary>The path says how: <c>/refused</c>, <c>/cut</c>, <c>/busy</c> once in two times, and any other path takes all, with 201 below <c>/made/</c>.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/refused":
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case "/cut":
                context.Abort();
                return;
            case "/busy" when Random.Shared.Next(2) == 0:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
        }

        var body = context.Request.BodyReader;
        for (var isRead = false; !isRead;)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            isRead = read.IsCompleted;
        }

        if (context.Request.Path.StartsWithSegments("/made"))
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
        }
    }
}
