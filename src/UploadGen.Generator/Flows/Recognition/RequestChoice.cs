using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>A member of the request that says what the URL is asked for: to read from or to write to, or by which method.</summary>
/// <param name="Argument">The member, or parameter, with the value that it gets in every upload, or could get.</param>
/// <param name="WireName">Its name in the document.</param>
/// <param name="Value">That value.</param>
/// <param name="Values">All that it can be, in words; empty where that isn't told.</param>
/// <param name="IsDecided">Whether the document leaves no other value, or means this one where none is said.</param>
/// <param name="IsMethod">Whether the value is a method.</param>
internal sealed record RequestChoice(FoundArgument Argument, string WireName, string Value, string Values, bool IsDecided, bool IsMethod)
{
    private static readonly string[] Methods = ["PUT", "POST"];
    private static readonly string[] Reads = ["read", "get", "download", "view", "fetch", "retrieve"];
    private static readonly string[] Writes = ["put", "write", "upload", "post"];

    /// <summary>The members of a request that say it, those that leave it open first.</summary>
    public static IEnumerable<RequestChoice> Find(FlowDocument document, OperationModel create)
    {
        var members = (document.Request(create)?.Properties ?? [])
            .Where(property => !property.IsReadOnly)
            .Select(property => Read(
                document, property.JsonName, property.Type, property.Constant, property.Default, origin => FoundArgument.Property(property.Name, origin)));
        var parameters = create.Parameters
            .Where(parameter => parameter.In is ParameterIn.Query or ParameterIn.Header)
            .Select(parameter => Read(
                document, parameter.WireName, parameter.Type, constant: null, @default: null, origin => FoundArgument.Parameter(parameter.Name, origin)));
        return members.Concat(parameters).OfType<RequestChoice>().OrderBy(choice => choice.IsDecided);
    }

    private static RequestChoice? Read(
        FlowDocument document, string name, TypeRef type, string? constant, string? @default, Func<Origin, FoundArgument> argument)
    {
        var isMethod = FlowMembers.IsMethod(name);
        var listed = document.Enum(type);
        var values = listed?.Values.Select(value => value.Value).ToList() ?? (constant is null ? [] : [constant]);
        var isText = type.AsNonNullable() is ScalarType { Kind: Scalar.String };
        var writing = values.Where(value => Writes.Contains(value.ToLowerInvariant())).ToList();
        var isDirection = writing.Count > 0 && values.Exists(value => Reads.Contains(value.ToLowerInvariant()));
        if (!isDirection && !(isMethod && (writing.Count > 0 || (values.Count == 0 && isText))))
        {
            return null;
        }

        var meant = Writes.FirstOrDefault(value => @default?.ToLowerInvariant() == $"\"{value}\"");
        var value = writing.Find(value => string.Equals(value, meant, StringComparison.OrdinalIgnoreCase))
            ?? writing.OrderBy(value => Array.IndexOf(Writes, value.ToLowerInvariant())).FirstOrDefault()
            ?? meant?.ToUpperInvariant()
            ?? Methods[0];
        Origin origin = listed?.Values.FirstOrDefault(candidate => candidate.Value == value) is { } one ? new EnumOrigin(listed, one) : new TextOrigin(value);
        return new RequestChoice(argument(origin), name, value, string.Join(", ", values), values.Count == 1 || meant is not null, isMethod);
    }

    /// <summary>Whether two arguments are for the same member, or parameter.</summary>
    public bool IsFor(FoundArgument argument) => argument.Name == Argument.Name && argument.IsParameter == Argument.IsParameter;

    /// <summary>What is open.</summary>
    public string Evidence
        => $"{WireName} says in the request {(IsMethod ? "by which method the URL is used" : "what the URL is for")}"
            + (Values.Length == 0 ? "" : $" ({Values})")
            + ", and no value is meant where none is said";

    /// <summary>What says it in a statement.</summary>
    public string Statement => $"\"open\": {{ \"{(Argument.IsParameter ? "parameters" : "requestBody")}\": {{ \"{WireName}\": \"{Value}\" }} }}";
}
