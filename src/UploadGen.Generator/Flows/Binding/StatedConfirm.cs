using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Binds a confirmation that the document states. What it leaves open is found as in one that it doesn't state.</summary>
internal sealed class StatedConfirm(FlowDocument document, OperationModel create, SessionMembers session)
{
    private readonly FlowExpression _expressions = new(document, create);
    private readonly SessionArguments _arguments = new(document, create, session);

    public FoundStep? Bind(ConfirmStatement statement)
    {
        if (statement.Operation(document) is not { } target)
        {
            var id = statement.OperationId ?? statement.OperationRef;
            var missing = $"there is no operation '{id}' to confirm it. It is bound without a confirmation; correct the operationId";
            document.ReportNotBound(create, missing, statement.Pointer);
            return null;
        }

        var arguments = new List<FoundArgument>();
        var mentioned = new HashSet<(string Name, bool IsParameter)>();
        foreach (var entry in statement.Parameters ?? [])
        {
            // OpenAPI lets a parameter be called by its place too: path.id.
            var isPlain = target.Parameters.Any(candidate => candidate.WireName == entry.Key);
            var name = isPlain ? entry.Key : entry.Key.Substring(entry.Key.IndexOf('.') + 1);
            var parameter = target.Parameters.FirstOrDefault(candidate => candidate.WireName == name);
            var taker = parameter is null ? null : new StatedTaker(parameter.Name, IsParameter: true, parameter.Type, parameter.IsRequired);
            mentioned.Add((taker?.Name ?? name, true));
            Add(arguments, statement.Pointer + "/parameters", entry, taker, target);
        }

        foreach (var entry in statement.RequestBody ?? [])
        {
            var property = document.Request(target)?.Properties.FirstOrDefault(candidate => candidate.JsonName == entry.Key);
            var taker = property is null ? null : new StatedTaker(property.Name, IsParameter: false, property.Type, property.IsRequired);
            mentioned.Add((taker?.Name ?? entry.Key, false));
            Add(arguments, statement.Pointer + "/requestBody", entry, taker, target);
        }

        var found = Found(target).Where(argument => !mentioned.Contains((argument.Name, argument.IsParameter)));
        return new FoundStep(target, [.. arguments, .. found]);
    }

    /// <param name="arguments">Gets what the expression stands for.</param>
    /// <param name="pointer">Where the expressions stand.</param>
    /// <param name="entry">The expression, by the name of what takes it.</param>
    /// <param name="taker">What takes it, if there is such a thing.</param>
    /// <param name="target">The operation that confirms.</param>
    private void Add(List<FoundArgument> arguments, string pointer, KeyValuePair<string, JsonNode?> entry, StatedTaker? taker, OperationModel target)
    {
        var (origin, problem) = _expressions.Read(entry.Value);
        problem ??= taker is null ? $"'{target.Id}' takes no '{entry.Key}'" : Mismatch(origin!, taker, entry, target);
        if (problem is null)
        {
            arguments.Add(new FoundArgument(taker!.Name, taker.IsParameter, origin!));
        }
        else
        {
            problem += ". The caller is asked for the value; correct the expression";
            document.ReportNotBound(create, problem, DocumentPointer.Append(pointer, entry.Key));
        }
    }

    private string? Mismatch(Origin origin, StatedTaker taker, KeyValuePair<string, JsonNode?> entry, OperationModel target)
        => _expressions.TypeOf(origin) != taker.Type.AsNonNullable() ? $"'{entry.Key}' of '{target.Id}' is of another type than {entry.Value}"
            : taker.IsRequired && !_expressions.IsGiven(origin) ? $"'{entry.Key}' of '{target.Id}' is required, and {entry.Value} is not"
            : null;

    private IEnumerable<FoundArgument> Found(OperationModel target)
    {
        var known = create.Parameters.Select(parameter => (parameter.In, parameter.WireName)).ToList();
        var ids = target.Parameters
            .Where(parameter => parameter.In == ParameterIn.Path && !known.Contains((parameter.In, parameter.WireName)))
            .Select(parameter => _arguments.SessionId(parameter) is { } id ? FoundArgument.Parameter(parameter.Name, new SessionOrigin(id)) : null)
            .OfType<FoundArgument>();
        return ids.Concat(_arguments.OfBody(target));
    }

    /// <summary>What takes a value: a parameter, or a property of the body.</summary>
    private sealed record StatedTaker(string Name, bool IsParameter, TypeRef Type, bool IsRequired);
}
