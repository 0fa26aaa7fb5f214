using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload in steps, of which the last gives what the whole gives: a confirmation, or what opened the upload where nothing else comes.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TResult">What the whole gives: the confirmation's answer, or the session where nothing else comes.</typeparam>
/// <param name="name">The flow's name, such as <c>Asset</c>.</param>
/// <param name="operationId">The document's id of the operation that opens the upload.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UploadFlow<TSession, TResult>(string name, string operationId) : UploadSteps<TSession, TResult>(name, operationId)
    where TSession : class
{
    /// <summary>Sends the file.</summary>
    public required Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task> Put { get; init; }

    /// <summary>
    /// Goes on with sending the file where an earlier run of the same session has ended, and asks the server where that is; <see langword="null"/> where the
    /// file is sent anew.
    /// </summary>
    public Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task>? Continue { get; init; }

    /// <summary>Confirms that the file is in storage; gives the session back where the API has no such step.</summary>
    public required Func<TSession, UploadContent, CancellationToken, Task<TResult>> Confirm { get; init; }

    /// <summary>Whether the API is told that the file is in storage.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>The file's size as the API has recorded it; <see langword="null"/> where it doesn't tell.</summary>
    public Func<TResult, long?>? RecordedSize { get; init; }

    internal override bool IsToldAfterwards => IsConfirmed;

    internal override bool Continues => Continue is not null;

    internal override async Task<ReadOnlyMemory<byte>> SendAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        await Put(session, content, progress, cancellationToken).ConfigureAwait(false);
        return default;
    }

    internal override async Task<ReadOnlyMemory<byte>> ContinueAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        await Continue!(session, content, progress, cancellationToken).ConfigureAwait(false);
        return default;
    }

    internal override Task<TResult> EndAsync(
        TSession session, UploadContent content, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
        => Confirm(session, content, cancellationToken);

    internal override long? SizeIn(TResult result) => result is null ? null : RecordedSize?.Invoke(result);
}
