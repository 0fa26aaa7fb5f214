using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Names flows after what is uploaded: <c>createAssetUpload</c> uploads an Asset.</summary>
internal static class FlowNames
{
    private static readonly HashSet<string> NotTheThing = new(StringComparer.Ordinal)
    {
        "create", "post", "get", "put", "request", "init", "initiate", "initialize", "start", "begin", "open", "new", "generate", "add",
        "upload", "uploads", "presign", "presigned", "sign", "signed", "url", "uri", "link", "session", "sessions", "for", "a", "an", "the", "to", "async",
    };

    /// <summary>
    /// Gives every flow its name, those in steps first: of one in steps and one in a single request, that want the same name, the former has it. Flows of a
    /// kind that want the same name are named after their operation whole.
    /// </summary>
    public static IReadOnlyList<(string Name, FoundFlow Flow)> Assign(IReadOnlyList<FoundFlow> flows)
    {
        var sessions = Shared(flows.OfType<FoundSession>());
        var all = Shared(flows);
        var names = new NameScope();
        return flows
            .OrderBy(flow => flow is FoundRequest)
            .Select(flow => (names.Take(Name(flow.Create, flow is FoundRequest ? all : sessions)), flow))
            .ToList();
    }

    private static string Name(OperationModel create, HashSet<string> shared)
    {
        var thing = Thing(create);
        return shared.Contains(thing) ? create.Name : thing;
    }

    /// <summary>The names that more than one flow would have.</summary>
    private static HashSet<string> Shared(IEnumerable<FoundFlow> flows)
    {
        var things = flows.GroupBy(flow => Thing(flow.Create), StringComparer.Ordinal);
        return new(things.Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);
    }

    /// <summary>What an operation uploads, by its name.</summary>
    private static string Thing(OperationModel create)
    {
        var words = NameWords.Split(create.Name).Where(word => !NotTheThing.Contains(word.ToLowerInvariant())).ToList();
        return words.Count == 0 ? "File" : NameWords.Pascal(words);
    }
}
