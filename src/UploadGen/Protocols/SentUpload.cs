using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A file that storage holds, and what storage said last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SentUpload
{
    private readonly StorageFailure _failure;
    private readonly ReadOnlyMemory<byte> _body;

    internal SentUpload(string url, string? etag, ReadOnlyMemory<byte> body, StorageFailure failure)
    {
        (Url, ETag, _body, _failure) = (url, etag, body, failure);
    }

    /// <summary>The upload's URL: the one that was given, or of the upload that was created at it. It is a secret.</summary>
    public string Url { get; }

    /// <summary>The <c>ETag</c> (RFC 9110, section 8.8.3) of what is stored, as storage wrote it; <see langword="null"/> where it gave none.</summary>
    public string? ETag { get; }

    /// <summary>Whether the last answer has a body: the item that was made of the file, where the API says so.</summary>
    public bool HasBody => !_body.IsEmpty;

    /// <summary>Reads the last answer's body.</summary>
    /// <typeparam name="T">What is in it.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="UploadException">It isn't that. The file is stored all the same.</exception>
    public T Read<T>(JsonRead<T> read)
    {
        try
        {
            return JsonBody.Read(_body, read);
        }
        catch (JsonBodyException cause)
        {
            throw _failure.UnreadItem(Url, cause);
        }
    }

    /// <summary>The ETag and the length of the body.</summary>
    public override string ToString() => FormattableString.Invariant($"ETag = {ETag}, {_body.Length} bytes");
}
