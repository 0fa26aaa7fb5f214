using System.Globalization;
using Quickstart.Flows;
using Spectre.Console;
using UploadGen;
using UploadServer;
using UploadServer.Recording;

namespace Quickstart.Output;

/// <summary>Writes down what happens: the requests as the server received them, and what came of them.</summary>
internal sealed class Transcript(EmbeddedUploadServer server)
{
    private const int LabelWidth = 10;

    private readonly IAnsiConsole _console = Terminal.Console;
    private int _shown;

    public void Begin(UploadContent content)
    {
        _console.MarkupLineInterpolated($"[bold]{content.FileName}[/]  {content.MediaType}, {content.Length:N0} bytes");
        _console.MarkupLineInterpolated($"[grey]to the embedded server at {server.BaseAddress}[/]");
    }

    /// <summary>Runs a flow. A file that is refused ends it with a paragraph that says why.</summary>
    /// <returns>Whether all went well.</returns>
    public async Task<bool> RunAsync(IFlow flow, UploadContent content, CancellationToken cancellationToken)
    {
        _console.WriteLine();
        _console.MarkupLineInterpolated($"[bold underline]{flow.Title}[/]");
        try
        {
            await flow.RunAsync(content, cancellationToken);
            return true;
        }
        catch (Exception fault) when (IsExpected(fault))
        {
            Requests();
            _console.MarkupLineInterpolated($"[red]Failed.[/] {fault.Message}");
            return false;
        }
    }

    /// <summary>Shows a bar while a file is uploaded.</summary>
    public Task<T> UploadAsync<T>(UploadContent content, Func<IProgress<UploadProgress>, Task<T>> upload)
        => _console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("opening", maxValue: content.Length);
                var result = await upload(new UploadBar(bar));
                bar.Description = "uploaded";
                return result;
            });

    /// <summary>Shows the requests that were made since the last time.</summary>
    /// <param name="labels">What each of them was for.</param>
    public void Requests(params IReadOnlyList<string> labels)
    {
        var requests = server.Requests.Skip(_shown).ToList();
        _shown += requests.Count;
        for (var i = 0; i < requests.Count; i++)
        {
            Row(i < labels.Count ? labels[i] : "", Markup.Escape(Describe(requests[i])));
        }
    }

    public void Value(string label, object? value) => Row(label, $"[blue]{Markup.Escape($"{value}")}[/]");

    /// <summary>Shows a URL without its query, for that of a signed URL is as good as a password.</summary>
    public void Url(string label, string? url) => Value(label, url?.IndexOf('?', StringComparison.Ordinal) is > 0 and var query ? url[..query] + "?…" : url);

    /// <summary>Uploads a file that is over a limit, and shows that nothing of it goes out.</summary>
    public async Task RefusalAsync(string method, long limit, Func<UploadContent, Task> upload)
    {
        using var file = new OversizedFile(limit);
        var requests = server.Requests.Count;
        try
        {
            await upload(file.Content);
            throw new InvalidOperationException($"{method} took a file of {file.Content.Length} bytes, which is over the limit.");
        }
        catch (RequestValidationException refusal)
        {
            _console.WriteLine();
            _console.MarkupLineInterpolated(
                $"[yellow]Too large?[/] {method} refuses a file of {file.Content.Length:N0} bytes before any request is sent: the document allows {limit:N0}.");
            foreach (var violation in refusal.Violations)
            {
                Row("", Markup.Escape($"{violation.Pointer}: {violation.Keyword} is {violation.Limit}, actual is {violation.Actual}"));
            }

            Row("", $"requests the server saw: {server.Requests.Count - requests}");
        }
    }

    // What can go wrong where an API, a network and a disk take part. Anything else is a bug of this program and ends it.
    private static bool IsExpected(Exception fault)
        => fault is UploadGenException or HttpRequestException or TimeoutException or IOException or UnauthorizedAccessException;

    private static string Describe(RecordedRequest request)
    {
        var query = request.Query.Length == 0 ? "" : "?…";
        var offset = request.Headers.TryGetValue("Upload-Offset", out var start) ? $"  from byte {long.Parse(start, CultureInfo.InvariantCulture):N0}" : "";
        var status = request.Status?.ToString(CultureInfo.InvariantCulture) ?? "cut";
        return $"{request.Method,-7} {status}  {request.BodyLength,13:N0} bytes  {request.Path}{query}{offset}";
    }

    private void Row(string label, string markup)
    {
        var grid = new Grid().AddColumn(new GridColumn().Width(LabelWidth).Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        _console.Write(grid.AddRow($"[grey]{Markup.Escape(label)}[/]", markup));
    }
}
