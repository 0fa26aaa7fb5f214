namespace UploadGen;

/// <summary>One way in which a request breaks a limit of the API's document.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into the body, such as <c>/size_bytes</c> or <c>/items/3/name</c>.</param>
/// <param name="Keyword">JSON Schema's keyword for the limit, such as <c>maximum</c>.</param>
/// <param name="Limit">The limit, such as <c>52428800</c>; of a file's size <c>52,428,800 bytes (50 MiB)</c>.</param>
/// <param name="Actual">
/// What was there instead, shortened to about 100 characters; for a length or a count, the number; <see langword="null"/> when nothing was.
/// </param>
/// <param name="KeywordLocation">
/// Where the limit stands in the API's document: a JSON pointer as a URI fragment (RFC 6901, section 6), such as
/// <c>#/components/schemas/AssetUploadCreate/properties/size_bytes/maximum</c>; <see langword="null"/> where that isn't known.
/// </param>
#pragma warning disable CA1720 // A pointer in the sense of RFC 6901.
public sealed record Violation(string Pointer, string Keyword, string Limit, string? Actual, string? KeywordLocation = null)
#pragma warning restore CA1720
{
    /// <summary>Name of the file whose size or media type breaks the limit; <see langword="null"/> for any other value.</summary>
    public string? FileName { get; init; }

    /// <summary>
    /// Whether it isn't known if the limit is broken: the search for a pattern took over a second. <see cref="UploadClientOptions.SendUnjudged"/> lets such a
    /// request be sent.
    /// </summary>
    public bool IsUnjudged { get; init; }

    /// <summary>
    /// What the document says of a file's size or media type, up to 500 characters, and what to do; <see langword="null"/> when there is nothing to add.
    /// </summary>
    public string? Advice { get; init; }
}
