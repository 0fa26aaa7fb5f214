using System.ComponentModel;
using System.Text.Json;

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

    /// <summary>Reads the last answer: what was made of the file.</summary>
    /// <typeparam name="T">What is in it.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="UploadException">It isn't that, or says nothing. The file is stored all the same.</exception>
    public T Read<T>(JsonRead<T> read)
    {
        try
        {
            return _body.IsEmpty ? throw _failure.UntoldItem(Url) : JsonBody.Read(_body, read);
        }
        catch (JsonBodyException cause)
        {
            throw _failure.UnreadItem(Url, cause);
        }
    }

    /// <summary>The last answer as it is; <see langword="null"/> where it has no JSON: it was empty, or got lost and isn't told again.</summary>
    public JsonElement? Json()
    {
        try
        {
            return _body.IsEmpty ? null : JsonBody.Read(_body, JsonCodec.ReadElement);
        }
        catch (JsonBodyException)
        {
            return null;
        }
    }

    /// <summary>The ETag and the length of the body.</summary>
    public override string ToString() => FormattableString.Invariant($"ETag = {ETag}, {_body.Length:N0} bytes");
}
