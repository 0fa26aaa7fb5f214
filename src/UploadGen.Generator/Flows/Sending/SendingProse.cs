using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Sending;

/// <summary>Reads from a document's sentences how a file is to be sent to a URL.</summary>
internal static class SendingProse
{
    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Sentences = new(@"[.;!?](?=\s)|[\r\n]+", RegexOptions.CultureInvariant);

    /// <summary>A sentence that isn't about the file, its bytes or where they go speaks of another request.</summary>
    private static readonly Regex OfFile = new(
        @"\b(urls?|uris?|links?|files?|bytes|binary|contents?|data|uploads?|uploading|here|there"
            + @"|images?|videos?|audio|photos?|documents?|assets?|recordings?|media|archive)\b",
        Insensitive);

    private static readonly Regex Tus = new(@"\btus\b", Insensitive);
    private static readonly Regex Resumable = new(@"\bdraft-ietf-httpbis-resumable-upload\b|\bUpload-Draft-Interop-Version\b", Insensitive);
    private static readonly Regex ExpectedRanges = new(@"\bnextExpectedRanges\b", Insensitive);
    private static readonly Regex ResumeIncomplete = new(@"\b308\b|\bresume incomplete\b", Insensitive);
    private static readonly Regex Ranges = new(@"\bcontent-range\b|\bbyte ranges?\b", Insensitive);
    private static readonly Regex Header = new(@"\bx-(ms|goog|amz|oss|obs|bz)-[a-z-]+", Insensitive);
    private static readonly Regex Query = new(@"\b(as|in|with|add\w*|append\w*|includ\w*)\b[^.]{0,60}\bquery (parameter|string)\b", Insensitive);
    private static readonly Regex Azure = new(@"\bshared access signature\b|\bSAS (ur[il]|token|link)\b|\bazure\b", Insensitive);
    private static readonly Regex Blob = new(@"\bSAS (ur[il]|link)\b|\bshared access signature ur[il]\b|\bblob\b", Insensitive);
    private static readonly Regex BlobHeader = new(@"\bx-ms-blob-type\b", Insensitive);
    private static readonly Regex NoBlob = new(@"\bcontainers?\b|\bdirectory\b|\bfolders?\b|\bfile shares?\b", Insensitive);
    private static readonly Regex Form = new(@"\bmultipart\b(?! upload)|\bform[- ]?data\b|\bform (fields?|post|upload)\b|\b(as|in|with) a form\b", Insensitive);
    /// <summary>The request that opens an upload is most often a POST itself: only a POST of something to somewhere counts.</summary>
    private static readonly Regex Post = new(
        @"\bPOST(ed|ing)?\b[^.;]*\b(?i:to|url|uri|link|file|bytes|contents?)\b|(?i:\b(via|using|with|by) (an? )?(http )?post\b)",
        RegexOptions.CultureInvariant);

    private static readonly Regex Opening = new(@"\b(gets?|obtains?|generates?|returns?|retrieves?|creates?|requests? an?|endpoint)\b", Insensitive);

    private static readonly Regex Put = new(
        @"\bPUT(s|ting)?\b|(?i:\b(http )?put (request|method|url|operation)\b|\b(via|using|with|by) (an? )?(http )?put\b)"
            + @"|(?i:\bput (the|your) (file|bytes|content|binary|data))",
        RegexOptions.CultureInvariant);

    private static readonly Regex Signed = new(@"\bpre-?signed\b|\bsigned (s3 |gcs |upload |storage )*ur[li]", Insensitive);

    /// <summary>What a text says; null where it says nothing of it, or more than one thing.</summary>
    /// <param name="text">A description.</param>
    /// <param name="where">What it describes, for the evidence.</param>
    /// <param name="hasHeaders">Whether the answer has headers to send.</param>
    public static FoundSending? Read(string? text, string where, bool hasHeaders)
    {
        var said = Sentences.Split(text ?? "").Where(sentence => OfFile.IsMatch(sentence)).ToList();
        if (said.Exists(Tus.IsMatch))
        {
            // Where the text offers a PUT as well, that is the way without a protocol of its own.
            return said.Exists(Put.IsMatch)
                ? Found(SendWay.Put, "PUT")
                : FoundSending.By(UploadProtocol.Tus, $"{where} says that the file goes there by the tus protocol");
        }

        if (Protocol(said) is { } protocol)
        {
            return FoundSending.By(protocol, $"{where} says so");
        }

        if (said.Exists(Ranges.IsMatch))
        {
            return new FoundSending(SendWay.Other, $"{where} says that the file goes there in ranges of bytes, and not how each is answered");
        }

        if (!hasHeaders && said.Exists(IsOfBlob) && !NoBlob.IsMatch(text))
        {
            return FoundSending.By(UploadProtocol.Blocks, $"{where} speaks of a blob of Azure's storage");
        }

        if (!hasHeaders && Header.Match(text ?? "") is { Success: true, Value: var header })
        {
            return new FoundSending(SendWay.Other, $"{where} says that the header {header} goes with the file, and the answer has no headers");
        }

        if (!hasHeaders && said.Exists(Azure.IsMatch))
        {
            const string Wants = "speaks of Azure's storage, which wants headers such as x-ms-blob-type that the document doesn't tell";
            return new FoundSending(SendWay.Other, $"{where} {Wants}");
        }

        if (said.Exists(Query.IsMatch))
        {
            return new FoundSending(SendWay.Other, $"{where} says that something is added to the URL's query");
        }

        var puts = said.FindAll(Put.IsMatch);
        if (puts.Count > 0 && puts.TrueForAll(PartMembers.SpeaksOfParts))
        {
            return new FoundSending(SendWay.Other, $"{where} says that the file goes there in parts");
        }

        var (put, form) = (puts.Count > 0, said.Exists(Form.IsMatch));
        var post = said.Exists(sentence => Post.IsMatch(sentence) && !Opening.IsMatch(sentence));
        return (put, post, form) switch
        {
            (true, false, false) => Found(SendWay.Put, "PUT"),
            (false, _, true) => Found(SendWay.Form, "a form"),
            (false, true, false) => new FoundSending(SendWay.Open, $"{where} says POST, and not whether the file is its body or stands in a form"),
            (true, _, _) => new FoundSending(SendWay.Open, $"{where} says PUT and POST"),
            _ => null,
        };

        FoundSending Found(SendWay way, string how) => new(way, $"{where} says {how}");
    }

    private static bool IsOfBlob(string sentence) => BlobHeader.IsMatch(sentence) || (Azure.IsMatch(sentence) && Blob.IsMatch(sentence));

    /// <summary>The protocol of a session in ranges, where the text names what only one of them has.</summary>
    private static UploadProtocol? Protocol(List<string> said)
        => said.Exists(Resumable.IsMatch) ? UploadProtocol.HttpResumable
            : said.Exists(ExpectedRanges.IsMatch) ? UploadProtocol.ExpectedRanges
            : said.Exists(Ranges.IsMatch) && said.Exists(ResumeIncomplete.IsMatch) ? UploadProtocol.ContentRanges
            : null;

    /// <summary>Whether a text speaks of sending, and only of parts of the file.</summary>
    public static bool SaysParts(string text)
        => Sentences.Split(text).Where(sentence => OfFile.IsMatch(sentence) && Put.IsMatch(sentence)).ToList() is { Count: > 0 } puts
            && puts.TrueForAll(PartMembers.SpeaksOfParts);

    /// <summary>Whether a text says that a URL takes a PUT.</summary>
    public static bool SaysPut(string? text) => Put.IsMatch(text ?? "");

    /// <summary>Whether a text calls a URL signed.</summary>
    public static bool SaysSigned(string? text) => Signed.IsMatch(text ?? "");
}
