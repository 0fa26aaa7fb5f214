using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Where a part of a file goes, and which part that is, as far as the API's answer says it.</summary>
/// <param name="url">The URL, letter by letter; <see langword="null"/> where the answer has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartTarget(string? url)
{
    /// <summary>Where a part of a file goes.</summary>
    /// <param name="url">The URL; its <see cref="Uri.OriginalString"/> is sent.</param>
    public PartTarget(Uri? url)
        : this(url?.OriginalString)
    {
    }

    /// <summary>The URL; <see langword="null"/> where the answer has none.</summary>
    public string? Url { get; } = url;

    /// <summary>The part's number, as the API counts; <see langword="null"/> where the answer goes by the order.</summary>
    public long? Number { get; init; }

    /// <summary>The part's first byte, counted from 0.</summary>
    public long? Offset { get; init; }

    /// <summary>The part's last byte, or the one behind it: which of the two shows when all parts are looked at.</summary>
    public long? End { get; init; }

    /// <summary>Bytes of the part.</summary>
    public long? Length { get; init; }

    /// <summary>The method to send it by, <c>PUT</c> or <c>POST</c>; <see langword="null"/> for PUT.</summary>
    public string? Method { get; init; }

    /// <summary>The headers to send, all of them and exactly; <see langword="null"/> for those that the answer has for all parts.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>Whether the answer says which bytes of the file the part has.</summary>
    internal bool TellsRange => (Offset ?? End ?? Length) is not null;

    /// <summary>The method to send it by; <see langword="null"/> for one that sends no file.</summary>
    internal HttpMethod? SendMethod => Method?.Trim().ToUpperInvariant() switch
    {
        null or "" or "PUT" => HttpMethod.Put,
        "POST" => HttpMethod.Post,
        _ => null,
    };

    /// <summary>The same, as the part of a number.</summary>
    internal PartTarget As(long number)
        => new(Url) { Number = number, Offset = Offset, End = End, Length = Length, Method = Method, Headers = Headers };
}
