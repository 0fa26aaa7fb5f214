using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>Reads what steps tell operations: the parameters of workflow and step, and the payload with what is replaced in it.</summary>
internal sealed class WorkflowRequests(FlowDocument document, WorkflowFile file, Workflow workflow, Action<WorkflowProblem> report)
{
    /// <summary>What the client sees to itself (OpenAPI 3.1.1, section 4.8.12.2).</summary>
    private static readonly string[] OwnHeaders = ["authorization", "accept", "content-type", "content-length"];

    public WorkflowRequest Read(WorkflowStep step)
    {
        var parameters = Parameters(step).ToList();
        var body = step.Node["requestBody"] as JsonObject;
        var pointer = step.Pointer + "/requestBody/payload";
        var payload = body?["payload"];
        var template = StepNodes.Text(payload);
        var isExpression = template is not null && FlowExpression.IsExpression(template);
        var members = isExpression ? [] : Members(step, body, payload, pointer);
        return new WorkflowRequest(parameters, members, isExpression ? payload : null, pointer);
    }

    private IEnumerable<WorkflowArgument> Parameters(WorkflowStep step)
    {
        foreach (var (node, pointer, isShared) in file.Parameters(workflow, step))
        {
            var (place, name) = (StepNodes.Text(node["in"]) ?? "", StepNodes.Text(node["name"]) ?? "");
            var written = node.ContainsKey("value") ? pointer + "/value" : pointer;
            if (IsClients(place, name))
            {
                continue;
            }

            var parameter = step.Operation?.Parameters.FirstOrDefault(candidate => Is(candidate, place, name));
            if (parameter is not null)
            {
                yield return new WorkflowArgument(place, parameter.WireName, node["value"], written);
            }
            else if (step.Operation is { } operation && !isShared)
            {
                var where = place.Length == 0 ? "the place that isn't said" : place;
                report(new WorkflowProblem(pointer, $"'{operation.Id}' has no parameter '{name}' in {where}"));
            }
        }
    }

    /// <summary>Credentials are the client's.</summary>
    private bool IsClients(string place, string name)
        => (place == "header" && OwnHeaders.Contains(name.ToLowerInvariant()))
            || document.Credentials.Any(credential => credential.In == place && string.Equals(credential.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool Is(ParameterModel parameter, string place, string name)
        => string.Equals(parameter.In.ToString(), place, StringComparison.OrdinalIgnoreCase)
            && string.Equals(parameter.WireName, name, parameter.In == ParameterIn.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private List<WorkflowArgument> Members(WorkflowStep step, JsonObject? body, JsonNode? payload, string pointer)
    {
        var isTemplate = StepNodes.Text(payload) is not null;
        var members = payload switch
        {
            null => [],
            JsonObject given => given,
            _ => Template(StepNodes.Text(payload)) ?? Unreadable(pointer),
        };
        var arguments = members
            .Select(member => new WorkflowArgument("", member.Key, member.Value, isTemplate ? pointer : DocumentPointer.Append(pointer, member.Key)))
            .ToList();
        foreach (var (node, place) in WorkflowFile.Objects(body?["replacements"], step.Pointer + "/requestBody/replacements"))
        {
            Replace(arguments, node, place);
        }

        return arguments;
    }

    private JsonObject Unreadable(string pointer)
    {
        report(new WorkflowProblem(pointer, "the payload is no JSON object, and no other can be told to a step of a call"));
        return [];
    }

    /// <summary>A value that is put into the payload, at its top.</summary>
    private void Replace(List<WorkflowArgument> arguments, JsonObject replacement, string pointer)
    {
        var target = StepNodes.Text(replacement["target"]) ?? "";
        var segments = DocumentPointer.Segments(target).ToList();
        var type = StepNodes.SelectorType(replacement["targetSelectorType"]);
        if (segments.Count == 0 || type is not (null or "jsonpointer"))
        {
            report(new WorkflowProblem(pointer + "/target", $"'{target}' is no JSON pointer to a member of the payload, and nothing else can be replaced"));
            return;
        }

        var at = arguments.FindIndex(argument => argument.Name == segments[0]);
        if (segments.Count == 1)
        {
            var argument = new WorkflowArgument("", segments[0], replacement["value"], pointer + "/value");
            _ = at < 0 ? 0 : arguments.RemoveAll(other => other.Name == segments[0]);
            arguments.Add(argument);
            return;
        }

        var inner = at < 0 ? null : arguments[at].Value?.DeepClone();
        var parent = segments.Skip(1).Take(segments.Count - 2).Aggregate(inner, DocumentPointer.Child);
        if (parent is not JsonObject members)
        {
            report(new WorkflowProblem(pointer + "/target", $"'{target}' leads nowhere in the payload"));
            return;
        }

        members[segments[segments.Count - 1]] = replacement["value"]?.DeepClone();
        arguments[at] = arguments[at] with { Value = inner };
    }

    /// <summary>A JSON object in a text, whose expressions stand in braces, with quotes around them or without.</summary>
    private static JsonObject? Template(string? text)
    {
        var json = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var end = !isQuoted && string.CompareOrdinal(text, i, "{$", 0, 2) == 0 ? text!.IndexOf('}', i) : -1;
            if (end > 0)
            {
                json.Append(JsonValue.Create(text!.Substring(i, end - i + 1)).ToJsonString());
                i = end;
                continue;
            }

            if (isQuoted && text![i] == '\\' && i + 1 < text.Length)
            {
                json.Append(text[i]).Append(text[++i]);
                continue;
            }

            isQuoted ^= text![i] == '"';
            json.Append(text[i]);
        }

        try
        {
            return JsonNode.Parse(json.ToString()) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
