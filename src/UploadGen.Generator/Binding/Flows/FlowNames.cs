using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>Names a flow after what is uploaded: <c>createAssetUpload</c> uploads an Asset.</summary>
internal static class FlowNames
{
    private static readonly HashSet<string> NotTheThing = new(StringComparer.Ordinal)
    {
        "create", "post", "get", "put", "request", "init", "initiate", "initialize", "start", "begin", "open", "new", "generate", "add",
        "upload", "uploads", "presign", "presigned", "sign", "signed", "url", "uri", "link", "session", "sessions", "for", "a", "an", "the", "to", "async",
    };

    public static string Of(OperationModel create)
    {
        var method = create.MethodName;
        var stem = method.EndsWith(OperationNames.Suffix, StringComparison.Ordinal) ? method.Substring(0, method.Length - OperationNames.Suffix.Length) : method;
        var words = NameWords.Split(stem).Where(word => !NotTheThing.Contains(word.ToLowerInvariant())).ToList();
        return words.Count == 0 ? "File" : NameWords.Pascal(words);
    }
}
