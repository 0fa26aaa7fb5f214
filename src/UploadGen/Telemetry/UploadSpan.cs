using System.Diagnostics;

namespace UploadGen.Core;

/// <summary>A whole upload in traces and metrics. Allocates nothing when nobody listens.</summary>
internal readonly struct UploadSpan
{
    private readonly Activity? _activity;
    private readonly string _flow;
    private readonly long _start;
    private readonly bool _isCounted;

    private UploadSpan(string flow, string operationId, long length)
    {
        _flow = flow;
        _start = Stopwatch.GetTimestamp();
        _isCounted = UploadTelemetry.Active.Enabled;
        if (_isCounted)
        {
            UploadTelemetry.Active.Add(1, FlowTag);
        }

        if (!UploadTelemetry.Source.HasListeners())
        {
            return;
        }

        _activity = UploadTelemetry.Source.StartActivity($"upload {flow}");
        if (_activity is not { IsAllDataRequested: true })
        {
            return;
        }

        _activity.SetTag(UploadTelemetry.Flow, flow).SetTag(UploadTelemetry.Operation, operationId).SetTag("uploadgen.upload.size", length);
    }

    private KeyValuePair<string, object?> FlowTag => new(UploadTelemetry.Flow, _flow);

    public static UploadSpan Start(string flow, string operationId, long length) => new(flow, operationId, length);

    /// <param name="uploadId">The API's id of the upload, if it has opened one.</param>
    /// <param name="failure">Why the upload failed; <see langword="null"/> if it didn't.</param>
    /// <param name="step">The step it ended in.</param>
    /// <param name="secrets">What must not be told.</param>
    public void End(string? uploadId, Exception? failure, UploadStep step, KnownSecrets? secrets = null)
    {
        // A listener that came meanwhile hasn't counted the start, so it mustn't count the end.
        if (_isCounted)
        {
            UploadTelemetry.Active.Add(-1, FlowTag);
        }

        if (UploadTelemetry.Duration.Enabled)
        {
            RecordDuration(failure, step);
        }

        if (_activity is null)
        {
            return;
        }

        if (Redaction.Id(uploadId, secrets) is { } shown)
        {
            _activity.SetTag("uploadgen.upload.id", shown);
        }

        if (failure is not null)
        {
            _activity.SetTag(UploadTelemetry.ErrorType, ErrorType.From(failure)).SetTag(UploadTelemetry.Step, Name(step));
            // The message of an exception of another library may hold secrets.
            _activity.SetStatus(ActivityStatusCode.Error, (failure as UploadGenException)?.Message);
        }

        _activity.Dispose();
    }

    private void RecordDuration(Exception? failure, UploadStep step)
    {
        var tags = new TagList { FlowTag };
        if (failure is not null)
        {
            tags.Add(UploadTelemetry.Step, Name(step));
            tags.Add(UploadTelemetry.ErrorType, ErrorType.From(failure));
        }

        UploadTelemetry.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
    }

    private static string Name(UploadStep step) => step switch
    {
        UploadStep.Create => "create",
        UploadStep.Put => "put",
        _ => "confirm",
    };
}
