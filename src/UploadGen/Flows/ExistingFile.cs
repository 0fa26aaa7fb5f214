using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How an API says, when an upload is opened, that it has the file already.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TResult">What the whole gives.</typeparam>
/// <param name="IsThere">Whether the answer says so, and gives no URL.</param>
/// <param name="Result">What the upload gives then.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExistingFile<TSession, TResult>(Func<TSession, bool> IsThere, Func<TSession, TResult> Result)
    where TSession : class;
