using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>
/// Finds the operations that steps name: by <c>operationId</c>, by <c>operationPath</c>, or a URL as the extension <c>x-operation</c> has it.
/// </summary>
internal sealed class WorkflowOperations(FlowDocument document, WorkflowFile file)
{
    private const string Source = "$sourceDescriptions.";

    private static readonly string[] Others = ["workflowId", "channelPath", "action"];

    private static readonly Regex OperationPath = new(
        @"^\{?\$sourceDescriptions\.(?<name>[^{}#]+)\.url\}?#(?<pointer>/paths/[^/]+/[^/]+)$", RegexOptions.CultureInvariant);

    public StepTarget Find(JsonObject step, string pointer)
        => Others.FirstOrDefault(step.ContainsKey) is { } other ? new StepTarget(StepKind.Other, other, $"{pointer}/{other}")
            : StepNodes.Text(step["operationId"]) is { } id ? ById(id, pointer + "/operationId")
            : StepNodes.Text(step["operationPath"]) is { } path ? ByPath(path, pointer + "/operationPath")
            : StepNodes.Text(DocumentPointer.Child(step["x-operation"], "url")) is { } url ? new StepTarget(StepKind.Url, url, pointer + "/x-operation/url")
            : new StepTarget(StepKind.Other, "nothing", pointer);

    private StepTarget ById(string written, string pointer)
    {
        if (!written.StartsWith(Source, StringComparison.Ordinal))
        {
            return file.Text.Apis.Count == 1 ? ById(written, written, pointer) : new StepTarget(
                StepKind.Unknown, written, pointer,
                Problem: $"'{written}' may be of any of the sources; write {Source}{file.Text.Apis[0].Name}.{written}, with the name of its source");
        }

        var rest = written.Substring(Source.Length);
        var source = file.Text.Sources.FirstOrDefault(source => rest.StartsWith(source.Name + ".", StringComparison.Ordinal));
        return source is null ? NoSource(written, rest.Split('.')[0], pointer)
            : file.Own.Contains(source.Name) ? ById(rest.Substring(source.Name.Length + 1), written, pointer)
            : new StepTarget(StepKind.Foreign, written, pointer);
    }

    private StepTarget ById(string id, string written, string pointer)
        => document.ById(id) is { } operation ? new StepTarget(StepKind.Operation, written, pointer, operation)
            : document.HasOperation(id) ? LeftOut(written, pointer)
            : Unknown(written, pointer, NearestName.Question(id, document.Operations.Select(known => known.Id), ""));

    private StepTarget ByPath(string written, string pointer)
    {
        if (OperationPath.Match(written) is not { Success: true } match)
        {
            const string Form = "{$sourceDescriptions.name.url}#/paths/~1path/method";
            return new StepTarget(StepKind.Unknown, written, pointer, Problem: $"'{written}' is no path of an operation; it is written {Form}");
        }

        var name = match.Groups["name"].Value;
        if (!file.Own.Contains(name))
        {
            return file.Text.Sources.Any(source => source.Name == name)
                ? new StepTarget(StepKind.Foreign, written, pointer)
                : NoSource(written, name, pointer);
        }

        var segments = DocumentPointer.Segments(match.Groups["pointer"].Value).ToList();
        return document.ByPlace(segments[1], segments[2]) is { } operation ? new StepTarget(StepKind.Operation, written, pointer, operation)
            : document.HasOperation(segments[1], segments[2]) ? LeftOut(written, pointer)
            : Unknown(written, pointer, "");
    }

    private StepTarget NoSource(string written, string name, string pointer)
    {
        var question = NearestName.Question(name, file.Text.Sources.Select(source => source.Name), "");
        return new StepTarget(
            StepKind.Unknown, written, pointer, Problem: $"'{written}' names no source: 'sourceDescriptions' has no '{name}'{question}");
    }

    private StepTarget Unknown(string written, string pointer, string question)
        => new(StepKind.Unknown, written, pointer, Problem: $"there is no operation '{written}' in '{FileName.Last(document.Path)}'{question}");

    private static StepTarget LeftOut(string written, string pointer)
        => new(StepKind.LeftOut, written, pointer, Problem: $"'{written}' is left out by UploadGenInclude or UploadGenExclude");
}
