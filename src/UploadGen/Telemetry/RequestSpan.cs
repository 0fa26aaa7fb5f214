using System.Diagnostics;

namespace UploadGen.Core;

/// <summary>
/// One HTTP request in traces and metrics, until the headers of its answer are there, named after OpenTelemetry's semantic conventions for HTTP clients.
/// Holds no query and no header. Allocates nothing when nobody listens.
/// </summary>
internal readonly struct RequestSpan
{
    private readonly Activity? _activity;
    private readonly HttpRequestMessage _request;
    private readonly RequestAttempt _attempt;

    private RequestSpan(HttpRequestMessage request, RequestAttempt attempt)
    {
        _request = request;
        _attempt = attempt;
        if (!UploadTelemetry.Source.HasListeners())
        {
            return;
        }

        var method = request.Method.Method;
        _activity = UploadTelemetry.Source.StartActivity(attempt.Template is null ? method : $"{method} {attempt.Template}", ActivityKind.Client);
        if (_activity is { IsAllDataRequested: true })
        {
            Describe(_activity);
        }
    }

    public static RequestSpan Start(HttpRequestMessage request, RequestAttempt attempt) => new(request, attempt);

    public void End(HttpResponseMessage response, long bytesSent)
    {
        var status = (int)response.StatusCode;
        _activity?.SetTag("http.response.status_code", status);
        End(status >= 400 ? ErrorType.From(status) : null, bytesSent);
    }

    public void End(Exception failure, long bytesSent) => End(ErrorType.From(failure), bytesSent);

    private void Describe(Activity activity)
    {
        var url = _request.RequestUri!;
        activity.SetTag(UploadTelemetry.Method, _request.Method.Method).SetTag(UploadTelemetry.ServerAddress, Host(url)).SetTag("server.port", url.Port);
        activity.SetTag("url.full", Redaction.Url(url, _attempt.Secrets, hasIds: _attempt.Template is not null));
        activity.SetTag(UploadTelemetry.Operation, _attempt.OperationId);
        if (_attempt.Template is not null)
        {
            activity.SetTag("url.template", _attempt.Template);
        }

        if (_attempt.Number > 1)
        {
            activity.SetTag("http.request.resend_count", _attempt.Number - 1);
        }
    }

    /// <summary>Storage's host is what the API says; the API's is the caller's.</summary>
    private string Host(Uri url) => _attempt.Template is null ? Redaction.Host(url, _attempt.Secrets) : url.Host;

    private void End(string? errorType, long bytesSent)
    {
        if (UploadTelemetry.Attempts.Enabled || UploadTelemetry.Bytes.Enabled)
        {
            Count(errorType, bytesSent);
        }

        if (_activity is null)
        {
            return;
        }

        if (errorType is not null)
        {
            _activity.SetTag(UploadTelemetry.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private void Count(string? errorType, long bytesSent)
    {
        var tags = new TagList
        {
            { UploadTelemetry.Operation, _attempt.OperationId },
            { UploadTelemetry.Method, _request.Method.Method },
            { UploadTelemetry.ServerAddress, Host(_request.RequestUri!) },
        };
        if (bytesSent > 0)
        {
            UploadTelemetry.Bytes.Add(bytesSent, tags);
        }

        if (errorType is not null)
        {
            tags.Add(UploadTelemetry.ErrorType, errorType);
        }

        UploadTelemetry.Attempts.Add(1, tags);
    }
}
