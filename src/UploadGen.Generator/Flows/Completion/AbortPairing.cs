using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>
/// Finds the operation that gives an opened upload up: DELETE on it, or <c>/{id}/abort</c>, <c>/{id}/cancel</c>. One that wants more than the
/// upload's id is none.
/// </summary>
internal sealed class AbortPairing(FlowDocument document, OperationModel create, SessionMembers session)
{
    private readonly SessionArguments _arguments = new(document, create, session);
    private readonly string _below = create.Path.TrimEnd('/') + "/{";

    public FoundStep? Find()
    {
        var found = document.Operations.Select(Bind).OfType<FoundStep>().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private FoundStep? Bind(OperationModel operation)
    {
        if (!operation.Path.StartsWith(_below, StringComparison.Ordinal) || operation.Body is not null)
        {
            return null;
        }

        var segments = operation.Path.Substring(_below.Length - 1).Split('/');
        var aborts = segments.Length == 1
            ? operation.HttpMethod == "DELETE"
            : segments.Length == 2 && operation.HttpMethod is "DELETE" or "POST" or "PUT" && UploadWords.Split(segments[1]).Intersect(UploadWords.Aborts).Any();
        var required = operation.Parameters.Where(parameter => parameter.IsRequired).ToList();
        return aborts && required.Count == 1 && segments[0] == "{" + required[0].WireName + "}" && _arguments.SessionId(required[0]) is { } id
            ? new FoundStep(operation, [FoundArgument.Parameter(required[0].Name, new SessionOrigin(id))])
            : null;
    }
}
