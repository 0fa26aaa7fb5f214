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

    public FoundStep? Find() => Only(Bind);

    /// <summary>
    /// The same of an upload in parts, whose abort takes keys of the session wherever they stand: <c>/{id}?key=</c>, <c>/multipart/abort</c> beside
    /// <c>/multipart/create</c>.
    /// </summary>
    public FoundStep? FindByKeys() => Find() ?? Only(BindByKeys);

    private FoundStep? Only(Func<OperationModel, FoundStep?> bind)
    {
        var found = document.Operations.Select(bind).OfType<FoundStep>().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private FoundStep? BindByKeys(OperationModel operation)
    {
        var paths = new CompletionPaths(create);
        var below = paths.BelowId(operation);
        var aborts = CompletionPaths.Says(operation.Path, UploadWords.Aborts) || (below is { Segments.Count: 1 } && operation.HttpMethod == "DELETE");
        if (!aborts || operation == create || operation.HttpMethod is not ("DELETE" or "POST" or "PUT") || (below is null && !paths.IsDirectlyBelow(operation)))
        {
            return null;
        }

        var id = below is { } upload && _arguments.SessionId(upload.Id) is { } path
            ? new[] { FoundArgument.Parameter(upload.Id.Name, new SessionOrigin(path)) }
            : [];
        var others = (_arguments.OfParameters(operation) ?? []).Where(other => id.All(known => known.Name != other.Name));
        var body = _arguments.OfBody(operation).Where(argument => argument.Origin is SessionOrigin).ToList();
        if (below is null && _arguments.BareId(operation) is { } bare && body.TrueForAll(argument => argument.Name != bare.Name))
        {
            body.Add(bare);
        }

        var step = new FoundStep(operation, [.. id, .. others, .. body]);
        return step.SessionMembers.Any() && !_arguments.WantsMore(step) ? step : null;
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
