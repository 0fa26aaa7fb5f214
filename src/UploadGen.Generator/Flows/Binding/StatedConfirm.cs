using System.Text.Json.Nodes;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Binds a confirmation that the document states. What it leaves open is found as in one that it doesn't state.</summary>
internal sealed class StatedConfirm(FlowDocument document, OperationModel create, SessionMembers session)
{
    private readonly FlowExpression _expressions = new(document, create);
    private readonly ConfirmArguments _arguments = new(document, create, session);

    public StepModel? Bind(ConfirmStatement statement)
    {
        if (statement.Operation(document) is not { } target)
        {
            document.ReportNotBound(create, $"there is no operation '{statement.OperationId ?? statement.OperationRef}' to confirm it. It is bound without a confirmation; correct the operationId", statement.Pointer);
            return null;
        }

        var arguments = new List<StepArgument>();
        foreach (var entry in statement.Parameters ?? [])
        {
            // OpenAPI lets a parameter be called by its place too: path.id.
            var name = entry.Key.Substring(entry.Key.IndexOf('.') is var dot && target.Parameters.All(parameter => parameter.WireName != entry.Key) ? dot + 1 : 0);
            var parameter = target.Parameters.FirstOrDefault(candidate => candidate.WireName == name);
            Add(arguments, DocumentPointer.Append(statement.Pointer + "/parameters", entry.Key), entry, parameter?.Name, parameter?.Type, parameter?.IsRequired == true, isParameter: true, target);
        }

        foreach (var entry in statement.RequestBody ?? [])
        {
            var property = document.Request(target)?.Properties.FirstOrDefault(candidate => candidate.JsonName == entry.Key);
            Add(arguments, DocumentPointer.Append(statement.Pointer + "/requestBody", entry.Key), entry, property?.Name, property?.Type, property?.IsRequired == true, isParameter: false, target);
        }

        var found = Found(target).Where(argument => !arguments.Any(stated => stated.Name == argument.Name && stated.IsParameter == argument.IsParameter));
        return new StepModel(target.MethodName, arguments.Concat(found).ToEquatableArray());
    }

    private void Add(
        List<StepArgument> arguments, string pointer, KeyValuePair<string, JsonNode?> entry, string? name, TypeRef? type, bool isRequired, bool isParameter, OperationModel target)
    {
        var (value, problem) = _expressions.Read(entry.Value);
        problem ??= name is null ? $"'{target.Id}' takes no '{entry.Key}'"
            : _expressions.TypeOf(value!) != type!.AsNonNullable() ? $"'{entry.Key}' of '{target.Id}' is of another type than {entry.Value}"
            : isRequired && !_expressions.IsGiven(value!) ? $"'{entry.Key}' of '{target.Id}' is required, and {entry.Value} is not"
            : null;
        if (problem is null)
        {
            arguments.Add(new StepArgument(name!, isParameter, value!));
        }
        else
        {
            document.ReportNotBound(create, problem + ". The caller is asked for the value; correct the expression", pointer);
        }
    }

    private IEnumerable<StepArgument> Found(OperationModel target)
    {
        var known = create.Parameters.Select(parameter => (parameter.In, parameter.WireName)).ToList();
        var ids = target.Parameters
            .Where(parameter => parameter.In == ParameterIn.Path && !known.Contains((parameter.In, parameter.WireName)))
            .Select(parameter => _arguments.SessionId(parameter) is { } id ? new StepArgument(parameter.Name, IsParameter: true, new SessionValue(id)) : null)
            .OfType<StepArgument>();
        return ids.Concat(_arguments.OfBody(target));
    }
}
