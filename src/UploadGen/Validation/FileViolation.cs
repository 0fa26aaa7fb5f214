using System.Globalization;

namespace UploadGen.Core;

/// <summary>Says how a file breaks a limit, be it the body, a part of a form, or a file that an upload is opened for.</summary>
internal static class FileViolation
{
    private const long BytesPerMiB = 1 << 20;

    /// <param name="pointer">Where the size or the file stands in the request.</param>
    /// <param name="keyword">JSON Schema's keyword.</param>
    /// <param name="limit">The limit in words.</param>
    /// <param name="content">The file.</param>
    /// <param name="description">What the document says there.</param>
    public static Violation Size(string pointer, string keyword, string limit, UploadContent content, string? description)
        => Create(pointer, keyword, limit, Bytes(content.Length), content, description);

    /// <param name="pointer">Where the media type or the file stands in the request.</param>
    /// <param name="keyword">JSON Schema's keyword, or OpenAPI's <c>contentType</c>.</param>
    /// <param name="allowed">The limit; where it is a list of media types, separated by commas.</param>
    /// <param name="content">The file.</param>
    /// <param name="description">What the document says there.</param>
    public static Violation MediaType(string pointer, string keyword, string allowed, UploadContent content, string? description)
    {
        var first = allowed.Split(',')[0].Trim();
        var isList = keyword is "contentType" or "enum" or "const";
        var example = isList && !first.Contains('*', StringComparison.Ordinal) ? $" (mediaType: \"{first}\")" : " as mediaType";
        var whatToDo = $"Where the file is of a type that is allowed, pass that type to UploadContent{example}; else convert the file.";
        return Create(pointer, keyword, allowed, content.MediaType, content, description is null ? whatToDo : $"{Sentence(description)} {whatToDo}");
    }

    /// <summary>A size for people, and exact, such as <c>52,428,801 bytes (50 MiB and 1 byte)</c>.</summary>
    public static string Bytes(long count)
    {
        (var whole, var rest) = Math.DivRem(count, BytesPerMiB);
        var rounded = Math.Round(count / (double)BytesPerMiB, 2);
        // Rounding must not hide that a whole number is missed.
        var isNear = rest > 0 && rounded % 1 == 0;
        if (rounded == 0 || (isNear && whole == 0))
        {
            return Count(count);
        }

        var size = isNear
            ? $"{Number(whole)} MiB and {Count(rest)}"
            : rounded.ToString("#,0.##", CultureInfo.InvariantCulture) + " MiB";
        return $"{Count(count)} ({size})";
    }

    private static Violation Create(string pointer, string keyword, string limit, string actual, UploadContent content, string? advice)
        => new(pointer, keyword, limit, actual)
        {
            FileName = Redaction.Shorten(content.FileName.ReplaceLineEndings(" "), 100),
            Advice = advice,
        };

    private static string Sentence(string text) => text.TrimEnd() is [.., '.' or '!' or '?' or ':'] ? text.TrimEnd() : text.TrimEnd() + ".";

    private static string Count(long bytes) => bytes == 1 ? "1 byte" : Number(bytes) + " bytes";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
