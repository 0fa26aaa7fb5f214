using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace UploadGen.Tests;

/// <summary>Hears all that the engine tells: logs, traces, metrics, progress, exceptions with all that hangs on them.</summary>
internal sealed class Listener : ILoggerFactory, ILogger, IProgress<UploadProgress>, IProgress<UploadManyProgress>, IDisposable
{
    private readonly List<string> _heard = [];
    private readonly TelemetryRecorder _telemetry = new();

    public string Everything
    {
        get
        {
            lock (_heard)
            {
                return string.Join('\n', _heard.Append(_telemetry.Everything));
            }
        }
    }

    public void Hear(string? text)
    {
        lock (_heard)
        {
            _heard.Add(text ?? "");
        }
    }

    public void Hear(Exception failure)
    {
        Hear(failure.ToString());
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            Hear(cause.Message);
            foreach (DictionaryEntry entry in cause.Data)
            {
                Hear($"{entry.Key}={entry.Value}");
            }

            // What the API gave is data, which the caller asked for: the error it described, and its id of the upload.
            var told = cause.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.Name is not ("Error" or "UploadId" or "StackTrace" or "TargetSite" or "InnerException" or "Data"));
            foreach (var property in told)
            {
                Hear($"{property.Name}={property.GetValue(cause)}");
            }
        }
    }

    public void Report(UploadProgress value) => Hear(value.ToString());

    public void Report(UploadManyProgress value) => Hear(value.ToString());

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Hear(formatter(state, exception));
        foreach (var value in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            Hear($"{value.Key}={value.Value}");
        }

        if (exception is not null)
        {
            Hear(exception);
        }
    }

    public void Dispose() => _telemetry.Dispose();
}
