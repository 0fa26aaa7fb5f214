using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using UploadGen.EndToEnd.Tests.Faults.Server;
using UploadGen.EndToEnd.Tests.Hosting;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>All that an upload leaves behind for people to read: logs, traces, and the exception.</summary>
internal sealed class Evidence : IDisposable
{
    private readonly LogKeeper _log = new();
    private readonly ConcurrentQueue<string> _activities = new();
    private readonly ActivityListener? _listener;

    /// <param name="withTraces">Whether activities are kept too, those of other uploads of the process included.</param>
    public Evidence(bool withTraces)
    {
        Logs = new LoggerFactory([_log], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        if (!withTraces)
        {
            return;
        }

        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _activities.Enqueue(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ILoggerFactory Logs { get; }

    /// <summary>Asserts that no secret can be read anywhere.</summary>
    public void HoldsNoSecret(Backend backend, Exception? failure)
    {
        Assert.NotEmpty(_log.Lines.Append($"{failure}"));
        foreach (var text in _log.Lines.Concat(_activities).Append($"{failure}"))
        {
            Assert.All(backend.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    public void Dispose()
    {
        _listener?.Dispose();
        Logs.Dispose();
    }

    private static string Describe(Activity activity)
    {
        // .NET's own spans keep its exceptions word for word, with what a server wrote in place of HTTP; no client of it can help that.
        var events = activity.Source.Name == "System.Net.Http" ? [] : activity.Events;
        var tags = activity.TagObjects.Concat(events.SelectMany(happened => happened.Tags));
        return $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', tags)} {string.Join(' ', activity.Baggage)}";
    }
}
