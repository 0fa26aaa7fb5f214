using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>An upload in one request, as the API's document describes it: a method of the generated client.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
/// <param name="name">The flow's name, such as <c>Image</c>.</param>
/// <param name="operationId">The document's id of the operation.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WholeUpload<TResult>(string name, string operationId)
{
    /// <summary>The flow's name.</summary>
    public string Name { get; } = name;

    /// <summary>Sends the file.</summary>
    public required Func<UploadContent, IProgress<UploadProgress>?, CancellationToken, Task<TResult>> Send { get; init; }

    /// <summary>How the result stands in a journal.</summary>
    public required JournalJson<TResult> ResultJson { get; init; }

    /// <summary>Sends the file, and remembers whether the API may have it.</summary>
    internal async Task<TResult> RunAsync(UploadContent content, FileTally sent, JournalEntry? entry, ILogger logger, CancellationToken cancellationToken)
    {
        if (entry?.Event is not null)
        {
            throw NotKnown($"{content.FileName} was being sent when an earlier run ended", entry, null);
        }

        entry?.Sending();
        try
        {
            var result = await Send(content, sent, cancellationToken).ConfigureAwait(false);
            logger.Uploaded(Name, content.FileName, null);
            return result;
        }
        catch (Exception failure)
        {
            if (failure is OperationCanceledException)
            {
                logger.Canceled(Name, content.FileName, UploadStep.Put);
            }
            else
            {
                logger.Failed(failure, Name, content.FileName, UploadStep.Put);
            }

            var mayBeThere = sent.IsWhole && !IsRefused(failure);
            if (!mayBeThere)
            {
                entry?.Forget();
            }

            if (mayBeThere && failure is OperationCanceledException)
            {
                throw NotKnown($"{content.FileName} was canceled when it had been sent", entry, failure);
            }

            throw;
        }
    }

    /// <summary>Whether the API told that it doesn't take the file; where an earlier attempt may have got through, that says nothing of it.</summary>
    private static bool IsRefused(Exception failure)
        => failure is RequestValidationException or ApiException { StatusCode: >= 400 and < 500 and not (408 or 409), Attempts: 1 };

    private UploadException NotKnown(string what, JournalEntry? entry, Exception? cause) => new(
        $"{operationId}: {what}, so it isn't known whether the API has it. Ask the API; "
            + (entry is null ? "upload it again if it doesn't." : "if it doesn't, UploadJournal.Forget lets the next run upload it again."),
        UploadStep.Put, operationId, cause);
}
