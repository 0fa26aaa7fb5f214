using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>The upload of a file, as the API's document describes it, whatever its steps are.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FileUpload<TResult>
{
    private protected FileUpload(string name, string operationId) => (Name, OperationId) = (name, operationId);

    /// <summary>The flow's name, such as <c>Asset</c>, by which a journal keeps the files of several flows apart.</summary>
    public string Name { get; }

    /// <summary>The document's id of the operation that opens the upload, or is the whole of it.</summary>
    public string OperationId { get; }

    /// <summary>Writes the result into a journal and reads it back; needed to upload many files.</summary>
    public JournalJson<TResult>? ResultJson { get; init; }

    /// <summary>Uploads one file among many, unless the API says that it has it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="sent">Told of the bytes sent.</param>
    /// <param name="claim">The file's place in the journal; <see langword="null"/> without one.</param>
    /// <param name="runner">Runs steps.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    internal abstract Task<(TResult Result, bool IsSent)> UploadAsync(
        UploadContent content, FileTally sent, JournalClaim? claim, UploadRunner runner, CancellationToken cancellationToken);
}
