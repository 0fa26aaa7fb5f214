using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>What an operation's own words say that it does with a thing: complete its upload, or something else.</summary>
internal static class CompletionWords
{
    /// <summary>What is done with a thing otherwise. An operation that says so completes nothing, whatever it takes.</summary>
    private static readonly string[] Otherwise =
    [
        "delete", "deletion", "remove", "removal", "trash", "discard", "destroy", "archive", "unarchive", "restore", "undelete", "share", "unshare",
        "invite", "comment", "like", "unlike", "flag", "report", "rename", "move", "copy", "duplicate", "clone", "download", "export", "view", "tag",
        "label", "lock", "unlock", "star", "favorite", "permission", "ban", "block", "takedown", "purchase", "buy", "order", "checkout", "pay", "payment",
        "charge", "rate", "rating", "review", "vote", "subscribe", "unsubscribe", "follow", "sell", "license", "approve", "reject", "search", "query",
        "translate", "crop", "rotate", "resize", "pin", "unpin", "mute", "unpublish", "deactivate", "disable", "withdraw", "revoke", "get", "fetch", "list",
        "read", "poll", "check", "find", "lookup", "describe",
    ];

    private static readonly string[] Neutral = ["multipart", "status", "state", "single", "the", "a", "and", "of", "to", "async", "batch", "request"];

    /// <summary>A text that speaks of a file that is there by now.</summary>
    private static readonly Regex SpeaksOfEndPattern = new(
        @"\b(after|once|when) [^.]{0,60}\b(upload(s|ed|ing)?|bytes (are|have)|in storage)\b|\bthat [^.]{0,60}\b(uploaded|upload (is|has|was))\b"
            + @"|\bupload(ed)? [^.]{0,30}\b(complete[ds]?|finished|done)\b|\b(complete|finish|finali[sz]e|confirm)s? [^.]{0,30}\bupload\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A text by which the upload has to be completed.</summary>
    private static readonly Regex SpeaksOfStepPattern = new(
        @"\b(then|afterwards?,?|finally,?) (you )?(must )?(confirm|complete|finali[sz]e|commit|follow (the|its) (location|redirect))\b"
            + @"|\b(uploads?|it|file) (must|has to|needs to) be (confirmed|completed|finali[sz]ed|committed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SpeaksOfFilePattern = new(
        @"\b(upload\w*|files?|bytes|ingest\w*|blob)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether its text speaks of a file that was uploaded.</summary>
    public static bool SpeaksOfEnd(OperationModel operation) => SpeaksOfUpload(Text(operation));

    /// <summary>Whether a text speaks of a file that was uploaded.</summary>
    public static bool SpeaksOfUpload(string text) => SpeaksOfEndPattern.IsMatch(text);

    /// <summary>Whether it does something else with a thing: its path's last word or its id's first says so.</summary>
    public static bool IsOtherwise(OperationModel operation)
        => LastWords(operation).Any(word => Otherwise.Contains(word) || Otherwise.Contains(UploadWords.Singular(word)))
            || (UploadWords.Split(operation.Id) is { Count: > 0 } id && Otherwise.Contains(id[0]));

    /// <summary>Whether the last words of its path are these and what an upload is called by, and nothing else: no <c>confirm-deletion</c>.</summary>
    public static bool SaysOnly(OperationModel operation, string[] words, OperationModel create)
    {
        var things = Things(create);
        return LastWords(operation).All(word => words.Contains(word)
            || UploadWords.Stages.Contains(word)
            || UploadWords.Parts.Contains(word)
            || UploadWords.Files.Contains(UploadWords.Singular(word))
            || things.Contains(UploadWords.Singular(word))
            || Neutral.Contains(word));
    }

    /// <summary>Whether it is about the file: its text says so, or there is none that says otherwise.</summary>
    public static bool IsAboutFile(OperationModel operation)
        => string.IsNullOrWhiteSpace($"{operation.Description}") || SpeaksOfFile(Text(operation));

    /// <summary>Whether its text says that what it begins has to be completed.</summary>
    public static bool SaysStep(OperationModel operation) => SpeaksOfStepPattern.IsMatch(Text(operation));

    /// <summary>Whether a text speaks of files or uploads.</summary>
    public static bool SpeaksOfFile(string text) => SpeaksOfFilePattern.IsMatch(text);

    /// <summary>Whether a path or a key is called after files or uploads.</summary>
    public static bool NamesFile(string name)
        => UploadWords.Split(name).Select(UploadWords.Singular).Any(word => UploadWords.Files.Contains(word) || UploadWords.Uploads.Contains(word));

    /// <summary>Whether its id speaks of something that is neither file, upload nor what was opened: <c>confirmEmail</c>.</summary>
    public static bool NamesAnother(OperationModel operation, OperationModel create)
    {
        var things = Things(create);
        var nouns = UploadWords.Split(operation.Id)
            .Skip(1)
            .Where(word => !UploadWords.Confirms.Contains(word) && !UploadWords.Continues.Contains(word) && !Neutral.Contains(word))
            .Select(UploadWords.Singular)
            .ToList();
        return nouns.Count > 0 && !nouns.Any(word => UploadWords.Files.Contains(word) || UploadWords.Stages.Contains(word) || things.Contains(word));
    }

    /// <summary>What is opened, by the words of the path.</summary>
    private static List<string> Things(OperationModel create) => create.Path.Split('/').SelectMany(UploadWords.Split).Select(UploadWords.Singular).ToList();

    private static string Text(OperationModel operation) => $"{operation.Summary}. {operation.Description}";

    private static IReadOnlyList<string> LastWords(OperationModel operation)
    {
        var path = operation.Path.TrimEnd('/');
        var last = path.Substring(path.LastIndexOf('/') + 1);
        var verb = last.Substring(last.LastIndexOf(':') + 1);
        return verb.StartsWith("{", StringComparison.Ordinal) ? [] : UploadWords.Split(verb);
    }
}
