using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Decides which flows can upload many files in one call, and names it: <c>UploadManyAssetsAsync</c>.</summary>
internal static class ManyFlows
{
    public static FlowModel Bind(FlowModel flow, IReadOnlyList<OperationModel> operations, NameScope clientMembers)
    {
        var last = operations.First(operation => operation.MethodName == (flow.Confirm?.Method ?? flow.CreateMethod));
        var file = flow.Session is null ? FileOf(last.Body) : null;

        // Each file's outcome holds a value; a stream would have to be disposed, and a request that gives nothing has none.
        var hasValue = last.Result is { } result ? result.AsNonNullable() is not FileType : flow.Session is not null;
        // A file in parts has a state of its own to go on with, which a journal of many doesn't hold.
        return (flow.BuilderName ?? file) is null || !hasValue || flow.Parts is not null ? flow : flow with
        {
            Many = new ManyModel(
                clientMembers.Take("UploadMany" + Plural(flow.Name), OperationNames.Suffix),
                flow.BuilderName ?? clientMembers.Take(flow.Name + "Upload"),
                file),
        };
    }

    /// <summary>The parameter that takes the file; null where there are several, or one takes a list.</summary>
    private static string? FileOf(BodyModel? body) => body switch
    {
        BinaryBodyModel binary => binary.Parameter,
        FormBodyModel form => form.Fields.Where(field => field.IsFile).ToList() is { Count: 1 } files && files[0].Type is FileType ? files[0].Name : null,
        _ => null,
    };

    private static string Plural(string name) => name[name.Length - 1] switch
    {
        's' when !name.EndsWith("ss", StringComparison.Ordinal) => name,
        's' or 'x' or 'z' => name + "es",
        'h' when name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) => name + "es",
        'y' when name.Length > 1 && !"aeiou".Contains(name[name.Length - 2]) => name.Substring(0, name.Length - 1) + "ies",
        _ => name + "s",
    };
}
