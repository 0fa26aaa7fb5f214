using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds the upload flows among a document's operations, and says what was found.</summary>
internal sealed class FlowBinder(FlowDocument document, NameScope clientMembers)
{
    private readonly SessionFlows _sessions = new(document);
    private readonly PartsBinding _parts = new(document);

    public IReadOnlyList<FlowModel> Bind()
    {
        var statements = document.Operations.ToDictionary(operation => operation.MethodName, operation => FlowStatement.Of(document, operation), StringComparer.Ordinal);
        var parts = new PartsFlows(document).Find().Where(flow => statements[flow.CreateMethod] is null).ToList();
        var partMethods = new HashSet<string>(parts.Select(flow => flow.Part!.Method), StringComparer.Ordinal);
        var flows = new List<FlowModel>();
        foreach (var operation in document.Operations.Where(operation => statements[operation.MethodName]?.IsNoFlow != true))
        {
            var flow = parts.FirstOrDefault(found => found.CreateMethod == operation.MethodName)
                ?? _sessions.Find(operation, statements[operation.MethodName])
                ?? (partMethods.Contains(operation.MethodName) ? null : WholeFlows.Find(operation));
            if (flow is not null)
            {
                flows.Add(flow.Kind == FlowKind.Parts ? _parts.Bind(flow) : flow);
            }
        }

        var named = FlowNames.Assign(flows, clientMembers).Select(flow => ManyFlows.Bind(flow, document.Operations, clientMembers)).ToList();
        foreach (var flow in named)
        {
            var create = document.Operations.First(operation => operation.MethodName == flow.CreateMethod);
            document.ReportFound(create, new FlowSentence(document, create, flow).ToString());
        }

        return named;
    }
}
