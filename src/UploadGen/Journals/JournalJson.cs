using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Writes a value into a journal and reads it back: as the JSON that it is in the API's answers, without its secrets.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="read">Reads it.</param>
/// <param name="write">Writes it.</param>
/// <param name="secrets">JSON names of members whose texts are left out, such as signed headers. Queries of URLs are always left out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JournalJson<T>(JsonRead<T> read, JsonWrite<T> write, params string[] secrets)
{
    /// <summary>What stands for an answer that had no body.</summary>
    private static readonly byte[] Nothing = [.. "null"u8];

    /// <param name="value">The value.</param>
    /// <param name="known">What has been sent that is secret, wherever the API repeats it.</param>
    internal ReadOnlyMemory<byte> Write(T value, KnownSecrets? known = null)
        => value is null ? Nothing : JournalRedaction.Of(JsonBody.Write(value, write), known, secrets);

    /// <exception cref="JsonBodyException">It is no such value.</exception>
    internal T Read(ReadOnlyMemory<byte> json) => default(T) is null && json.Span.SequenceEqual(Nothing) ? default! : JsonBody.Read(json, read);
}
