using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>The words that vendors call uploads by.</summary>
internal static class UploadWords
{
    public static readonly string[] Uploads = ["upload", "uploads", "uploading"];
    public static readonly string[] Signed = ["presigned", "presign", "signed"];

    /// <summary>What the beginning of an upload is called by.</summary>
    public static readonly string[] Stages = [.. Uploads, .. Signed, "staged"];

    /// <summary>What begins an upload, as the last word of a path.</summary>
    public static readonly string[] Begins = [.. Stages, "init", "initiate", "initialize", "start", "begin", "create", "request", "sign"];

    /// <summary>What an upload is called by that is over.</summary>
    public static readonly string[] Confirms =
    [
        "confirm", "confirmed", "confirmation", "confirmations", "complete", "completed", "completion", "completions", "commit", "committed",
        "finalize", "finalise", "finalized", "finalization", "finish", "finished", "validate", "uploaded", "done", "close",
    ];

    /// <summary>What is done with a file once it is there. With some vendors that is what makes it count.</summary>
    public static readonly string[] Continues =
    [
        "process", "deploy", "register", "registration", "import", "imports", "publish", "attach", "submit", "activate", "ingest", "acknowledge", "ack",
    ];

    /// <summary>What a file is called by.</summary>
    public static readonly string[] Files =
    [
        "file", "document", "doc", "asset", "attachment", "media", "blob", "object", "video", "image", "picture", "photo", "audio", "track", "artifact",
        "package", "content",
    ];

    /// <summary>Whose ids stand in answers, too, and aren't the upload's.</summary>
    public static readonly string[] Others =
    [
        "user", "owner", "account", "org", "organization", "organisation", "tenant", "team", "workspace", "customer", "creator", "author", "company", "member",
        "folder", "parent", "bucket", "region",
    ];

    public static readonly string[] Aborts = ["abort", "cancel"];

    /// <summary>What gives an upload that is open another URL.</summary>
    public static readonly string[] Renews = ["refresh", "renew", "renewal", "resign", "reissue", "regenerate", "extend", "retry", "resume", "recover"];

    public static readonly string[] Parts = ["part", "parts", "chunk", "chunks"];

    /// <summary>A word for one of many.</summary>
    public static string Singular(string word)
        => word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word.Substring(0, word.Length - 3) + "y"
            : word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1)
            : word;

    /// <summary>The last word of a name, in lower case; empty where it has none.</summary>
    public static string Last(string name) => Split(name) is { Count: > 0 } words ? words[words.Count - 1] : "";

    /// <summary>The words of a name, in lower case.</summary>
    public static IReadOnlyList<string> Split(string name) => NameWords.Split(name).Select(word => word.ToLowerInvariant()).ToList();
}
