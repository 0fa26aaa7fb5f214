using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UploadGen.Core;

/// <summary>The source of traces and the meter, and the names of their tags. Listeners know both by the name <c>UploadGen</c>.</summary>
internal static class UploadTelemetry
{
    public const string Flow = "uploadgen.flow";
    public const string Operation = "uploadgen.operation";
    public const string Step = "uploadgen.step";
    public const string ErrorType = "error.type";
    public const string Method = "http.request.method";
    public const string ServerAddress = "server.address";

    private const string Name = "UploadGen";

    private static readonly string? Version = typeof(UploadTelemetry).Assembly.GetName().Version?.ToString(3);

    public static ActivitySource Source { get; } = new(Name, Version);

    private static readonly Meter Meter = new(Name, Version);

    /// <summary>Has a measurement for each upload; those that failed have an <see cref="ErrorType"/>.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        "uploadgen.upload.duration", "s", "Duration of uploads, all steps and attempts together.");

    public static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>("uploadgen.upload.active", "{upload}", "Uploads under way.");

    public static Counter<long> Bytes { get; } = Meter.CreateCounter<long>(
        "uploadgen.upload.bytes", "By", "Bytes of files handed to the network, repeated ones included.");

    public static Counter<long> Attempts { get; } = Meter.CreateCounter<long>(
        "uploadgen.attempts", "{attempt}", "Requests sent to APIs and to storage, repeated ones included.");
}
