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

    public static readonly string[] Confirms =
        ["confirm", "confirmation", "confirmations", "complete", "completion", "completions", "commit", "finalize", "finish", "validate"];

    public static readonly string[] Aborts = ["abort", "cancel"];

    public static readonly string[] Parts = ["part", "parts", "chunk", "chunks"];

    /// <summary>The words of a name, in lower case.</summary>
    public static IReadOnlyList<string> Split(string name) => NameWords.Split(name).Select(word => word.ToLowerInvariant()).ToList();
}
