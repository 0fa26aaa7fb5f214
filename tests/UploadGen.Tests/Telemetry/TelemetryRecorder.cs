using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UploadGen.Tests;

/// <summary>Listens to the engine's traces and metrics as a collector does.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics = new();

    public TelemetryRecorder()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "UploadGen",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (Spans)
                {
                    Spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "UploadGen")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _metrics.Start();
    }

    /// <summary>In the order of their ends.</summary>
    public List<Activity> Spans { get; } = [];

    /// <summary>Such as <c>uploadgen.attempts {error.type=503}</c>, with the sum of what was recorded.</summary>
    public Dictionary<string, double> Sums { get; } = [];

    /// <summary>Spans as they began, each with its parent's name and its own outcome.</summary>
    public IEnumerable<string> Tree => Spans.OrderBy(span => span.StartTimeUtc).Select(span
        => $"{span.Parent?.OperationName} > {span.OperationName}: {Outcome(span)}".TrimEnd());

    /// <summary>All that was told, in one text.</summary>
    public string Everything => string.Join('\n', Spans.SelectMany(Texts).Concat(Sums.Keys));

    public double Sum(string instrument) => Sums.Where(sum => sum.Key.StartsWith(instrument + " ", StringComparison.Ordinal)).Sum(sum => sum.Value);

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static string Outcome(Activity span) => $"{span.GetTagItem("http.response.status_code")} {span.Status} {span.GetTagItem("error.type")}";

    private static IEnumerable<string> Texts(Activity span)
        => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append($"{span.DisplayName} {span.StatusDescription}");

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = new string[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            texts[i] = $"{tags[i].Key}={tags[i].Value}";
        }

        var name = $"{instrument.Name} {{{string.Join(' ', texts.Order(StringComparer.Ordinal))}}}";
        lock (Sums)
        {
            Sums[name] = Sums.GetValueOrDefault(name) + value;
        }
    }
}
