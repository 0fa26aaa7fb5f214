using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload in steps that nothing confirms: what it gives is what the server's last answer says of the file.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TAnswer">What the last answer says of the file.</typeparam>
/// <typeparam name="TResult">What the whole gives.</typeparam>
/// <param name="name">The flow's name, such as <c>Asset</c>.</param>
/// <param name="operationId">The document's id of the operation that opens the upload.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnsweredUpload<TSession, TAnswer, TResult>(string name, string operationId) : UploadSteps<TSession, TResult>(name, operationId)
    where TSession : class
{
    /// <summary>Sends the file.</summary>
    public required Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task<TAnswer>> Put { get; init; }

    /// <summary>
    /// Goes on with sending the file where an earlier run of the same session has ended, and asks the server where that is; <see langword="null"/> where the
    /// file is sent anew.
    /// </summary>
    public Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task<TAnswer>>? Continue { get; init; }

    /// <summary>Makes of the session and the last answer what the whole gives.</summary>
    public required Func<TSession, TAnswer, TResult> Result { get; init; }

    /// <summary>Reads an answer that was kept: a state or journal holds it until the caller has it.</summary>
    public required JsonRead<TAnswer> ReadAnswer { get; init; }

    /// <summary>Writes an answer that is kept.</summary>
    public required JsonWrite<TAnswer> WriteAnswer { get; init; }

    internal override bool IsToldAfterwards => false;

    internal override bool Continues => Continue is not null;

    internal override async Task<ReadOnlyMemory<byte>> SendAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
        => JsonBody.Write(await Put(session, content, progress, cancellationToken).ConfigureAwait(false), WriteAnswer);

    internal override async Task<ReadOnlyMemory<byte>> ContinueAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
        => JsonBody.Write(await Continue!(session, content, progress, cancellationToken).ConfigureAwait(false), WriteAnswer);

    internal override Task<TResult> EndAsync(
        TSession session, UploadContent content, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
        => Task.FromResult(Result(session, JsonBody.Read(answer, ReadAnswer)));
}
