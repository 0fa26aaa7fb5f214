using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Workflows;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Finds the headers of answers that statements speak of: in <c>x-uploadgen</c>, in links and in workflows.</summary>
internal sealed class StatedHeaders
{
    private const string Token = @"(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+)";

    private static readonly Regex OfAnswer = new(@"^\{?\$response\.header\." + Token, RegexOptions.CultureInvariant);

    private static readonly Regex OfStep = new(@"^\{?\$steps\.(?<step>[A-Za-z0-9_-]+)\.response\.header\." + Token, RegexOptions.CultureInvariant);

    private readonly FlowDocument _document;
    private readonly List<(OperationKey Operation, string Header)> _ofWorkflows = [];

    public StatedHeaders(FlowDocument document)
    {
        _document = document;
        foreach (var text in document.Workflows.Where(text => text.Text.Contains(".header.")))
        {
            document.Guard(
                $"What '{FileName.Last(text.Path)}' says",
                () => _ofWorkflows.AddRange(new WorkflowFile(document, text, text.Format.Parse(text.Text, [])).Workflows.SelectMany(OfWorkflow)));
        }
    }

    public IEnumerable<string> Of(OperationModel operation)
        => Extensions(operation).SelectMany(StepNodes.Texts)
            .Select(text => Name(OfAnswer, text))
            .OfType<string>()
            .Concat(_ofWorkflows.Where(found => found.Operation == operation.Key).Select(found => found.Header));

    private IEnumerable<JsonNode?> Extensions(OperationModel operation)
    {
        var source = _document.Source(operation);
        var links = (source?.Responses ?? []).SelectMany(response => response.Value?.Links ?? new Dictionary<string, IOpenApiLink>());
        return links.Select(link => Node(link.Value?.Extensions, LinkRepair.Extension)).Append(Node(source?.Extensions, FlowStatement.Extension));
    }

    private static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string name)
        => extensions is not null && extensions.TryGetValue(name, out var extension) ? (extension as JsonNodeExtension)?.Node : null;

    private static IEnumerable<(OperationKey Operation, string Header)> OfWorkflow(Workflow workflow)
        => workflow.Steps
            .Where(step => step.Operation is not null)
            .SelectMany(step => StepNodes.Texts(step.Node).Select(text => Name(OfAnswer, text))
                .Concat(StepNodes.Texts(workflow.Node).Where(text => OfStep.Match(text).Groups["step"].Value == step.Id).Select(text => Name(OfStep, text)))
                .OfType<string>()
                .Select(header => (step.Operation!.Key, header)));

    private static string? Name(Regex expression, string text) => expression.Match(text) is { Success: true } match ? match.Groups["name"].Value : null;
}
