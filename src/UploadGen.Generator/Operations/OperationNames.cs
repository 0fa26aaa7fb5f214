using System.Text;
using System.Text.RegularExpressions;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Operations;

/// <summary>Method names as a person would have written them.</summary>
internal static class OperationNames
{
    public const string Suffix = "Async";

    private static readonly Regex Nest = new("^([A-Za-z0-9]+)Controller_(?=[A-Za-z])", RegexOptions.CultureInvariant);
    private static readonly Regex Spring = new("Using(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(_[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>The operationId, or a name made of method and path where the document gives none.</summary>
    public static string Id(string? operationId, string httpMethod, string path)
        => operationId is { Length: > 0 } ? operationId : httpMethod.ToLowerInvariant() + " " + path.Replace("{", " by ").Replace("}", " ");

    /// <summary>The names of a document's methods, without <see cref="Suffix"/>, in its order.</summary>
    public static IReadOnlyList<string> Assign(IReadOnlyList<(string Id, string HttpMethod, string Path)> operations, NameScope scope)
    {
        var shortNames = operations.Select(operation => CSharpName.Pascal(WithoutFramework(WithoutPath(operation)), "Operation")).ToList();
        var twice = shortNames.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        var shared = new HashSet<string>(twice, StringComparer.Ordinal);
        var names = operations.Select((operation, i) => shared.Contains(shortNames[i]) ? CSharpName.Pascal(operation.Id, "Operation") : shortNames[i]);
        return names.Select(name => scope.TakeStem(name, Suffix)).ToList();
    }

    /// <summary>A method's name without <see cref="Suffix"/>.</summary>
    public static string Unsuffixed(string name)
        => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>NestJS puts the controller before the method (<c>AssetsController_create</c>), Spring its verb behind it (<c>getAssetUsingGET</c>).</summary>
    private static string WithoutFramework(string id) => Spring.Replace(Nest.Replace(id, "$1_"), "");

    /// <summary>
    /// FastAPI's default id is function, path and method: <c>upload_v1_uploads_post</c> is <c>upload</c>. HubSpot's is method, path
    /// and function: <c>get-/crm/v3/lists_getAll</c> is <c>getAll</c>.
    /// </summary>
    private static string WithoutPath((string Id, string HttpMethod, string Path) operation)
    {
        var beginning = operation.HttpMethod.ToLowerInvariant() + "-" + operation.Path + "_";
        if (operation.Id.Length > beginning.Length && operation.Id.StartsWith(beginning, StringComparison.Ordinal))
        {
            return operation.Id.Substring(beginning.Length);
        }

        var ending = new StringBuilder();
        foreach (var c in operation.Path)
        {
            ending.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        ending.Append('_').Append(operation.HttpMethod.ToLowerInvariant());
        var tail = ending.ToString();
        return operation.Id.Length > tail.Length && operation.Id.EndsWith(tail, StringComparison.Ordinal)
            ? operation.Id.Substring(0, operation.Id.Length - tail.Length)
            : operation.Id;
    }
}
