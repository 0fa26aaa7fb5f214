using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload in one request, as the API's document describes it: a method of the generated client.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
/// <param name="name">The flow's name, such as <c>Image</c>.</param>
/// <param name="operationId">The document's id of the operation.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WholeUpload<TResult>(string name, string operationId) : FileUpload<TResult>(name, operationId)
{
    /// <summary>Sends the file.</summary>
    public required Func<UploadContent, IProgress<UploadProgress>?, CancellationToken, Task<TResult>> Send { get; init; }

    /// <summary>Sends the file, and records whether the API may have it.</summary>
    internal override async Task<(TResult Result, bool IsSent)> UploadAsync(
        UploadContent content, FileTally sent, JournalClaim? claim, UploadRunner runner, CancellationToken cancellationToken)
    {
        var logger = runner.Logger;
        if (claim?.Last is not null)
        {
            throw NotKnown($"{content.FileName} was being sent when an earlier run ended", claim);
        }

        if (claim is not null)
        {
            await BeginAsync(claim).ConfigureAwait(false);
        }

        try
        {
            var result = await Send(content, sent, cancellationToken).ConfigureAwait(false);
            logger.Uploaded(Name, content.FileName, null);
            return (result, true);
        }
        catch (Exception failure)
        {
            if (failure is OperationCanceledException)
            {
                logger.Canceled(Name, content.FileName, UploadStep.Put);
            }
            else
            {
                logger.Failed(SafeCause.Of(failure, runner.Secrets), Name, content.FileName, UploadStep.Put);
            }

            var mayBeThere = !IsRefused(failure) && (sent.IsWhole || IsNotKnown(failure));
            if (!mayBeThere && claim is not null)
            {
                await claim.TryForgetAsync().ConfigureAwait(false);
            }

            if (mayBeThere && failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw Canceled(failure, claim, runner.Secrets, cancellationToken);
            }

            throw;
        }
    }

    private static async ValueTask BeginAsync(JournalClaim claim)
    {
        try
        {
            await claim.RecordAsync(new(JournalEvent.Sending)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The journal may yet record it, and nothing was sent.
            await claim.TryForgetAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the API refused the file. A refusal of a second attempt says nothing of the first, which may have got through.</summary>
    private static bool IsRefused(Exception failure)
        => failure is RequestValidationException or ApiException { StatusCode: >= 400 and < 500 and not (408 or 409), Attempts: 1 };

    /// <summary>
    /// Whether the call itself says that it isn't known whether the file got there: the last bytes may have, though nobody was told that they were sent.
    /// </summary>
    private static bool IsNotKnown(Exception failure)
        => failure is UploadGenException { Step: UploadStep.Put, IsStored: null } or UploadCanceledException { IsStored: null };

    private UploadException NotKnown(string what, JournalClaim claim) => new($"{OperationId}: {what}. {Advice(claim)}", UploadStep.Put, OperationId);

    private UploadCanceledException Canceled(Exception cause, JournalClaim? claim, KnownSecrets secrets, CancellationToken cancellationToken)
        => new(
            $"{OperationId}: the upload was canceled by its caller when all of the file had been sent. {Advice(claim)}", UploadStep.Put, OperationId,
            SafeCause.Of(cause, secrets), cancellationToken);

    private static string Advice(JournalClaim? claim) => "It isn't known whether the API has it. Ask the API; "
        + (claim is null ? "upload it again if it doesn't." : "if it doesn't, UploadJournal.ForgetAsync lets the next run upload it again.");
}
