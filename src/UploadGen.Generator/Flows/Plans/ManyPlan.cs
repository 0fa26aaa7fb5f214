using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The names of the one call for many files: <c>UploadManyAssetsAsync</c>.</summary>
internal static class ManyPlan
{
    /// <param name="name">The flow's name.</param>
    /// <param name="clientMembers">The names of the client's members.</param>
    /// <param name="parameters">The parameters that are the same for all files.</param>
    public static ManyCallModel Call(string name, NameScope clientMembers, IEnumerable<MethodParameterModel> parameters)
    {
        var names = new NameScope([.. parameters.Select(parameter => parameter.Name), "progress", "cancellationToken"]);
        return new ManyCallModel(clientMembers.Take("UploadMany" + Plural(name), OperationNames.Suffix), names.Take("contents"), names.Take("options"));
    }

    private static string Plural(string name) => name[name.Length - 1] switch
    {
        's' when !name.EndsWith("ss", StringComparison.Ordinal) => name,
        's' or 'x' or 'z' => name + "es",
        'h' when name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) => name + "es",
        'y' when name.Length > 1 && !"aeiou".Contains(name[name.Length - 2]) => name.Substring(0, name.Length - 1) + "ies",
        _ => name + "s",
    };
}
