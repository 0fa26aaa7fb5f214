using System.Text.RegularExpressions;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Reads from a document's sentences what a URL is for: to write to or to read from, for a program or for somebody's browser.</summary>
internal static class UrlProse
{
    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What was uploaded can be read, so that word says nothing.</summary>
    private static readonly Regex Writing = new(
        @"\buploads?\b|\buploading\b|\bPUT\b|\bput(s|ting)? (the|your|a) (file|bytes|contents?|object|data)\b|\bwrite\b"
            + @"|\bsend (the|your) (file|bytes|contents?)\b",
        Insensitive);

    private static readonly Regex PlainPut = new(@"\bPUT\b", RegexOptions.CultureInvariant);

    private static readonly Regex Reading = new(
        @"\bdownload(s|ed|ing|able)?\b|\bread(s|ing)?\b|\bfetch(es|ed|ing)?\b|\bretriev(e|es|ed|al|ing)\b|\bview(s|ed|ing)?\b|\bpreview(s|ed|ing)?\b"
            + @"|\b(show|display|watch|play|stream|share|listen)(s|n|ed|ing)?\b|\bplayback\b|\bexport(s|ed|ing)?\b|\baccess(es|ed|ing)? the\b",
        Insensitive);

    /// <summary>A page, or a link for somebody else.</summary>
    private static readonly Regex Page = new(
        @"\b(web|hosted|landing|html|upload) ?(page|form|portal|site)\b|\bpage (on|at|in) which\b|\bpage (where|that|for)\b|\bhosted\b|\bweb ?site\b"
            + @"|\bredirect (the |your )?(user|customer|browser|applicant|visitor)s?\b|\biframe\b|\bembed\b|\b(in|with) (a|the|their|your) browser\b|\bclick\b"
            + @"|\b(send|share|e-?mail|give|forward|open) (them |this |the )?(link|url)\b|\b(link|url) (that )?(you|to) (can )?(share|send|open|forward)\b"
            + @"|\bthey (can|may|will)? ?(upload|drop|submit)\b",
        Insensitive);

    /// <summary>Somebody who uploads by himself: no program of the caller's.</summary>
    private static readonly Regex Somebody = new(
        @"\b(?:your|their) (?!(?:[\w-]+ )?(?:client|app|application|server|code|backend|frontend|program|script|system|service)s?\b)(?:[\w-]+ ){1,3}?"
            + @"(?:(?:can|may|will) )?(?:uploads?|drops?|submits?)\b",
        Insensitive);

    /// <summary>The API itself sends something there.</summary>
    private static readonly Regex ByApi = new(
        @"\bby us\b|\bwe (will |then )?(PUT|upload|post|send|write|push|deliver)\b"
            + @"|\b(PUT|upload|send|write|push|deliver)(s|ed)? [^.]{0,40}\bto your\b",
        Insensitive);

    private static readonly Regex Url = new(@"\bur[li]\b", Insensitive);

    private static readonly Regex Relative = new(@"\brelative (url|path|link|to)\b|^\W*relative\W*$|\bpath relative\b", Insensitive);

    private static readonly Regex Renewal = new(
        @"\b(new|fresh|another)( [\w-]+){0,3} (ur[li]|link)s?\b[^.]{0,80}\b(expired?|expires|ended)\b"
            + @"|\b(refresh|renew|re-?issue|re-?generate|re-?sign)(s|es)? [^.]{0,40}\b(ur[li]|link)s?\b",
        Insensitive);

    /// <summary>Whether a text speaks of sending something to a URL.</summary>
    public static bool SaysWriting(string? text) => Writing.IsMatch(text ?? "");

    /// <summary>Whether a text speaks of sending something to a URL, and not of reading.</summary>
    public static bool SaysOnlyWriting(string? text) => SaysWriting(text) && !Reading.IsMatch(text ?? "");

    /// <summary>Whether a text calls something a URL.</summary>
    public static bool SaysUrl(string? text) => Url.IsMatch(text ?? "");

    /// <summary>Whether a text speaks of reading from a URL, and of nothing else.</summary>
    public static bool SaysReading(string? text) => Reading.IsMatch(text ?? "") && !SaysWriting(text);

    /// <summary>Whether a text says that a URL is opened by people. What names the method that it takes is for programs.</summary>
    public static bool SaysPage(string? text) => text is not null && (Page.IsMatch(text) || Somebody.IsMatch(text)) && !PlainPut.IsMatch(text);

    /// <summary>Whether a text says that it is the API that sends something to a URL of the caller's.</summary>
    public static bool SaysByApi(string? text) => ByApi.IsMatch(text ?? "");

    /// <summary>Whether a text says that a URL has no host.</summary>
    public static bool SaysRelative(string? text) => Relative.IsMatch(text ?? "");

    /// <summary>Whether a text speaks of another URL for what was opened before.</summary>
    public static bool SaysRenewal(string? text) => Renewal.IsMatch(text ?? "");
}
