using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>
/// Translates what later steps are told into the expressions of statements, which speak of the request and the answer that opened the upload.
/// </summary>
/// <param name="workflow">The workflow.</param>
/// <param name="opening">The step that opens the upload.</param>
/// <param name="inputs">What the opening was told of the workflow's inputs, as expressions.</param>
internal sealed class WorkflowExpressions(Workflow workflow, WorkflowStep opening, IReadOnlyDictionary<string, string> inputs)
{
    private const string Inputs = "$inputs.";
    private const string ResponseBody = "$response.body";
    private const int MaxDepth = 16;

    private static readonly string[] Whole = ["$response.header.", "$request.path.", "$request.query.", "$request.header."];

    private static readonly Regex OfStep = new(
        @"^\$steps\.(?<id>[A-Za-z0-9_\-]+)\.(?:outputs\.(?<output>[A-Za-z0-9_.\-]+)(?<pointer>#.*)?|(?<own>(?:request|response)\..+))$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Steps = new(@"\$steps\.(?<id>[A-Za-z0-9_\-]+)", RegexOptions.CultureInvariant);

    private static readonly Regex Names = new(@"^\$(?:\.[A-Za-z_][A-Za-z0-9_]*|\['[^'\\]+'\])+$", RegexOptions.CultureInvariant);
    private static readonly Regex Name = new(@"\.(?<name>[A-Za-z_][A-Za-z0-9_]*)|\['(?<name>[^'\\]+)'\]", RegexOptions.CultureInvariant);

    /// <summary>The ids of the steps that a value speaks of.</summary>
    public static IEnumerable<string> References(JsonNode? node)
        => StepNodes.Texts(node).SelectMany(text => Steps.Matches(text).Cast<Match>()).Select(match => match.Groups["id"].Value).Distinct();

    /// <summary>The input that a value is, whole; or null.</summary>
    public static string? Input(JsonNode? node)
        => StepNodes.Text(node) is { } text && Bare(text) is var bare && bare.StartsWith(Inputs, StringComparison.Ordinal)
            ? bare.Substring(Inputs.Length)
            : null;

    /// <param name="node">What a step is told.</param>
    /// <param name="step">The step.</param>
    /// <returns>What a statement says in its place, or why none can.</returns>
    public (JsonNode? Value, string? Problem) Translate(JsonNode? node, WorkflowStep step) => Translate(node, step, depth: 0);

    /// <summary>What an output of the step that opens the upload stands for.</summary>
    public (string? Value, string? Problem) Output(string name) => Output(name, "", $"$steps.{opening.Id}.outputs.{name}", depth: 0);

    private (JsonNode? Value, string? Problem) Translate(JsonNode? node, WorkflowStep step, int depth)
    {
        switch (node)
        {
            case JsonObject or JsonArray when depth > MaxDepth:
                return (null, "what it is told is nested too deep");
            case JsonObject selector when IsSelector(selector):
                return Select(selector, step, depth);
            case JsonObject members:
                var made = new JsonObject();
                foreach (var member in members)
                {
                    var (value, problem) = Translate(member.Value, step, depth + 1);
                    if (problem is not null)
                    {
                        return (null, problem);
                    }

                    made[member.Key] = value;
                }

                return (made, null);
            case JsonArray items:
                var all = items.Select(item => Translate(item, step, depth + 1)).ToList();
                return all.Find(item => item.Problem is not null) is { Problem: { } reason }
                    ? (null, reason)
                    : (new JsonArray([.. all.Select(item => item.Value)]), null);
            default:
                return StepNodes.Text(node) is { } text ? Text(text, step, depth) : (node?.DeepClone(), null);
        }
    }

    private (JsonNode? Value, string? Problem) Text(string text, WorkflowStep step, int depth)
    {
        if (FlowExpression.IsExpression(text))
        {
            var (expression, problem) = Expression(Bare(text), step, depth);
            return (expression is null ? null : JsonValue.Create(expression), problem);
        }

        return text.Contains("{$")
            ? (null, $"'{text}' has expressions in a text, and a step of a call is told either")
            : (JsonValue.Create(text), null);
    }

    private (string? Value, string? Problem) Expression(string text, WorkflowStep step, int depth)
    {
        if (text.StartsWith(Inputs, StringComparison.Ordinal))
        {
            var input = text.Substring(Inputs.Length);
            return (inputs.TryGetValue(input, out var known) ? known : FileRoleName.Find(input)?.Expression ?? text, null);
        }

        if (OfStep.Match(text) is not { Success: true } match)
        {
            return (null, $"no step of a call can be told '{text}'");
        }

        var id = match.Groups["id"].Value;
        if (workflow.Step(id) is not { } source)
        {
            return (null, $"'{text}' names no step of the workflow{NearestName.Question(id, workflow.Steps.Select(known => known.Id), "")}");
        }

        if (!workflow.IsBefore(source, step))
        {
            return (null, $"'{text}' is of a step that doesn't come before");
        }

        if (source != opening)
        {
            return (null, $"'{text}' is of the step '{id}', and only what '{opening.Id}' gives, which opens the upload, can be told to later steps");
        }

        return match.Groups["own"] is { Success: true, Value: var own }
            ? Own("$" + own, "", text)
            : Output(match.Groups["output"].Value, match.Groups["pointer"].Value, text, depth);
    }

    /// <summary>An output of the step that opens the upload.</summary>
    private (string? Value, string? Problem) Output(string name, string pointer, string text, int depth)
    {
        var outputs = opening.Node["outputs"] as JsonObject ?? [];
        if (!outputs.TryGetPropertyValue(name, out var output))
        {
            return (null, $"'{text}' names no output of the step '{opening.Id}'{NearestName.Question(name, outputs.Select(known => known.Key), "")}");
        }

        var (written, problem) = output is JsonObject selector && IsSelector(selector)
            ? Select(selector, opening, depth + 1, ownOnly: true)
            : (StepNodes.Text(output) is { } own ? JsonValue.Create(Bare(own)) : null, null);
        return problem is not null ? (null, problem)
            : StepNodes.Text(written) is not { } source ? (null, $"the output '{name}' of the step '{opening.Id}' is no expression")
            : source.StartsWith(Inputs, StringComparison.Ordinal) ? Expression(source, opening, depth + 1)
            : Own(source, pointer, text);
    }

    /// <summary>What the step that opens the upload says of its own request and answer.</summary>
    /// <param name="source">Its expression.</param>
    /// <param name="pointer">What is taken of that, if it isn't taken whole.</param>
    /// <param name="text">How it is written, for messages.</param>
    private static (string? Value, string? Problem) Own(string source, string pointer, string text)
    {
        var inner = pointer.TrimStart('#');
        var isBody = source.StartsWith(ResponseBody, StringComparison.Ordinal) || source.StartsWith("$request.body", StringComparison.Ordinal);
        if (isBody && (source.Contains("#/") || inner.Length > 0))
        {
            return (source.Contains("#") ? source + inner : source + "#" + inner, null);
        }

        return inner.Length == 0 && Whole.Any(start => source.StartsWith(start, StringComparison.Ordinal))
            ? (source, null)
            : (null, $"'{text}' stands for '{source}', and only members of bodies, headers of the answer and parameters can be told to later steps");
    }

    private static bool IsSelector(JsonObject node) => node.ContainsKey("context") && node.ContainsKey("selector") && node.ContainsKey("type");

    /// <summary>A selector of Arazzo 1.1, where it leads to one member: by a JSON pointer, or by a JSONPath of names.</summary>
    private (JsonNode? Value, string? Problem) Select(JsonObject selector, WorkflowStep step, int depth, bool ownOnly = false)
    {
        var type = StepNodes.SelectorType(selector["type"]);
        var path = StepNodes.Text(selector["selector"]) ?? "";
        var pointer = type switch
        {
            "jsonpointer" => path,
            "jsonpath" when Names.IsMatch(path)
                => string.Concat(Name.Matches(path).Cast<Match>().Select(match => "/" + DocumentPointer.Escape(match.Groups["name"].Value))),
            _ => null,
        };
        var context = StepNodes.Text(selector["context"]);
        if (pointer is null || context is null || depth > MaxDepth)
        {
            return (null, $"the selector '{path}' selects by {type ?? "nothing"}, and only a JSON pointer, or a JSONPath of names, leads to one member");
        }

        var (value, problem) = ownOnly ? Own(Bare(context), pointer, context) : Expression(Bare(context) + "#" + pointer, step, depth + 1);
        return (value is null ? null : JsonValue.Create(value), problem);
    }

    private static string Bare(string text) => text.StartsWith("{", StringComparison.Ordinal) ? text.Substring(1, text.Length - 2) : text;
}
