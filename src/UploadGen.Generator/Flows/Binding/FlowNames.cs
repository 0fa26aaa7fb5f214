using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Names flows after what is uploaded: <c>createAssetUpload</c> uploads an Asset.</summary>
internal static class FlowNames
{
    private static readonly HashSet<string> NotTheThing = new(StringComparer.Ordinal)
    {
        "create", "post", "get", "put", "request", "init", "initiate", "initialize", "start", "begin", "open", "new", "generate", "add",
        "upload", "uploads", "presign", "presigned", "sign", "signed", "url", "uri", "link", "session", "sessions", "for", "a", "an", "the", "to", "async",
    };

    /// <summary>Gives every flow its name and the names of its own methods. Flows that
    /// would share a name are named after their operation whole; of a flow in steps and one in a single request the former keeps it.</summary>
    public static IReadOnlyList<FlowModel> Assign(IReadOnlyList<FlowModel> flows, NameScope clientMembers)
    {
        var sessions = Shared(flows.Where(flow => flow.Session is not null));
        var whole = Shared(flows);
        var names = new NameScope();
        return flows
            .OrderBy(flow => flow.Session is null)
            .Select(flow => flow with { Name = names.Take((flow.Session is null ? whole : sessions).Contains(Of(flow.CreateMethod)) ? Stem(flow.CreateMethod) : Of(flow.CreateMethod)) })
            .Select(flow => Methods(flow, clientMembers))
            .ToList();
    }

    /// <summary>The names that more than one flow would have.</summary>
    private static HashSet<string> Shared(IEnumerable<FlowModel> flows)
        => new(flows.GroupBy(flow => Of(flow.CreateMethod), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);

    private static FlowModel Methods(FlowModel flow, NameScope clientMembers)
        => flow.Kind is not (FlowKind.Presigned or FlowKind.FormPost) && flow.Parts is null ? flow : flow with
        {
            MethodName = clientMembers.Take("Upload" + flow.Name, OperationNames.Suffix),
            SendMethodName = flow.Parts is null ? clientMembers.Take((flow.Kind == FlowKind.Presigned ? "Put" : "Post") + flow.Name + "Upload", OperationNames.Suffix) : null,
            BuilderName = clientMembers.Take(flow.Name + "Upload"),
        };

    private static string Of(string method)
    {
        var words = NameWords.Split(Stem(method)).Where(word => !NotTheThing.Contains(word.ToLowerInvariant())).ToList();
        return words.Count == 0 ? "File" : NameWords.Pascal(words);
    }

    private static string Stem(string method)
        => method.EndsWith(OperationNames.Suffix, StringComparison.Ordinal) ? method.Substring(0, method.Length - OperationNames.Suffix.Length) : method;
}
