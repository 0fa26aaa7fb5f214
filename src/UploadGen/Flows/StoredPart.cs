using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A part that storage has, with what completing the upload may want of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StoredPart
{
    /// <summary>Which part it is, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Its number, where the API's answer has one.</summary>
    public int? Number { get; init; }

    /// <summary>Its <c>ETag</c> (RFC 9110, section 8.8.3) as storage wrote it; empty where it gave none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Bytes of it.</summary>
    public long Length { get; init; }

    /// <summary>The digests that were made of it.</summary>
    internal IReadOnlyDictionary<DigestAlgorithm, byte[]> Digests { get; init; } = new Dictionary<DigestAlgorithm, byte[]>();

    /// <summary>Its number: as the API's answer says, or else counted from a first one.</summary>
    /// <param name="first">The number of the first part.</param>
    public int NumberFrom(int first)
    {
        return Number ?? Index + first;
    }

    /// <summary>A digest that was made of it while it was sent.</summary>
    /// <param name="algorithm">How it is made.</param>
    /// <param name="encoding">How it is written.</param>
    /// <exception cref="KeyNotFoundException">No such digest was made.</exception>
    public string Digest(DigestAlgorithm algorithm, DigestEncoding encoding)
    {
        return DigestText.Write(algorithm, encoding, Digests[algorithm]);
    }

    /// <summary>The bytes of a digest that was made of it while it was sent.</summary>
    /// <param name="algorithm">How it is made.</param>
    /// <exception cref="KeyNotFoundException">No such digest was made.</exception>
    public byte[] Digest(DigestAlgorithm algorithm)
    {
        return Digests[algorithm];
    }

    /// <summary>Reads it from a state.</summary>
    /// <param name="reader">At the value.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static StoredPart Read(ref Utf8JsonReader reader)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            var part = json.RootElement;
            return new StoredPart
            {
                Index = part.GetProperty("index").GetInt32(),
                Number = part.TryGetProperty("number", out var number) ? number.GetInt32() : null,
                ETag = part.GetProperty("etag").GetString() ?? "",
                Length = part.GetProperty("length").GetInt64(),
                Digests = part.TryGetProperty("digests", out var digests)
                    ? digests.EnumerateObject().ToDictionary(made => Enum.Parse<DigestAlgorithm>(made.Name), made => made.Value.GetBytesFromBase64())
                    : new Dictionary<DigestAlgorithm, byte[]>(),
            };
        }
        catch (Exception cause) when (cause is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("It is no part that storage has.", cause);
        }
    }

    /// <summary>Writes it into a state.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="part">The part.</param>
    public static void Write(Utf8JsonWriter writer, StoredPart part)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(part);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, part.Index);
        if (part.Number is { } number)
        {
            writer.WriteNumber("number"u8, number);
        }

        writer.WriteString("etag"u8, part.ETag);
        writer.WriteNumber("length"u8, part.Length);
        if (part.Digests.Count > 0)
        {
            writer.WriteStartObject("digests"u8);
            foreach ((var algorithm, var digest) in part.Digests)
            {
                writer.WriteBase64String(algorithm.ToString(), digest);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
