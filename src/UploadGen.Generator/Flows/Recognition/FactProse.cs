using System.Text.RegularExpressions;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Reads from the description of a member whether it is the fact of a file that its name sounds like. Where a text speaks of another unit or another thing,
/// the caller is asked.
/// </summary>
internal static class FactProse
{
    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Units =
        @"([kmgt]i?b|(kilo|mega|giga|tera|kibi|mebi|gibi)bytes?|bits?|(milli)?seconds?|ms|secs?|minutes?|hours?|frames?|pixels?|pages?|lines?|words?"
            + @"|char(acter)?s?|rows?|records?|parts?|chunks?)";

    private static readonly Regex Bytes = new(@"\bbytes?\b", Insensitive);

    /// <summary>A limit in megabytes says nothing of the unit that is told, so only what counts is looked for.</summary>
    private static readonly Regex OtherUnit = new(
        @"\b(in|as|of) (the )?(whole |full )?" + Units + @"\b|[(\[]\s*" + Units + @"\s*[)\]]|^\s*" + Units
            + @"\b|\b(number|count) of " + Units + @"\b|\bduration\b|\b(running|playing) time\b",
        Insensitive);

    private static readonly Regex NameOf = new(@"\bname (of|for) (?<thing>[^.,;:(]*)", Insensitive);

    /// <summary>Names that people and things of the world have.</summary>
    private static readonly Regex OtherName = new(
        @"\b(full|first|last|given|family|legal|company|business|user|account|project|campaign|author|customer|contact)('s)? name\b"
            + @"|\bwithout (the |its |an |any )?(file )?(extension|suffix)\b",
        Insensitive);

    private static readonly Regex Ends = new(@"\b(on|in|for|to|that|which|from|with|by|at|under|when|as|of)\b", Insensitive);

    private static readonly Regex FileThing = new(
        @"\b(files?|objects?|blobs?|assets?|documents?|images?|videos?|photos?|pictures?|audio|tracks?|recordings?|attachments?|media|artifacts?|uploads?"
            + @"|contents?|resources?|items?)\b",
        Insensitive);

    private static readonly Regex OtherType = new(@"\b(ids?|identifier|slug|model|schema|template|entry)\b", Insensitive);
    private static readonly Regex Media = new(@"\b(mime|media|file)\b|/", Insensitive);

    /// <summary>What comes of an upload is no key of it.</summary>
    private static readonly Regex Later = new(
        @"\b(only|set|present|available|populated|filled|assigned|returned|given|known) (set |present |available |returned )?(once|after)\b"
            + @"|\b(only|set|present|available|populated|returned) when [^.]{0,60}\b(complete|finish|processed|uploaded|created|done)",
        Insensitive);

    /// <summary>Whether a text says that a member is told after the upload only.</summary>
    public static bool IsToldLater(string? description) => Later.IsMatch(description ?? "");

    /// <summary>Whether a number is one of bytes, for all that its description says.</summary>
    public static bool IsBytes(string? description) => Bytes.IsMatch(description ?? "") || !OtherUnit.IsMatch(description ?? "");

    /// <summary>Whether a name is the file's, for all that its description says.</summary>
    /// <param name="description">The description.</param>
    /// <param name="isPlain">Whether it is only called a name, which anything has.</param>
    public static bool IsFileName(string? description, bool isPlain)
    {
        if (string.IsNullOrEmpty(description))
        {
            return true;
        }

        // What a thing is named after isn't said by what it stands on: the person on the photo.
        var thing = isPlain && NameOf.Match(description) is { Success: true } match ? Ends.Split(match.Groups["thing"].Value)[0] : "";
        return !OtherName.IsMatch(description) && (thing.Trim().Length == 0 || FileThing.IsMatch(thing));
    }

    /// <summary>Whether a type is the file's media type, for all that its description says.</summary>
    public static bool IsMediaType(string? description) => Media.IsMatch(description ?? "") || !OtherType.IsMatch(description ?? "");
}
