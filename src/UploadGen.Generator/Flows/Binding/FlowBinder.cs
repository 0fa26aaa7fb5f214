using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Plans;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Flows.Workflows;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds the upload flows among a document's operations, plans them, and says what was found.</summary>
internal sealed class FlowBinder(FlowDocument document, NameScope clientMembers)
{
    private readonly SessionFlows _sessions = new(document);
    private readonly PartsBinder _parts = new(document);
    private readonly SequenceBinder _sequences = new(document);
    private readonly DigestBinder _digests = new(document);
    private readonly FlowPlanner _planner = new(document, clientMembers);

    public (EquatableArray<FlowModel> Flows, FlowRolesModel Roles) Bind()
    {
        var named = FlowNames.Assign(Find());
        var flows = new List<FlowModel>();
        foreach (var (name, found) in named)
        {
            var flow = _planner.Plan(name, found);
            flows.Add(flow);
            if (found is not (OpenSequence { IsAsked: true } or OpenParts { IsAsked: true }))
            {
                document.ReportFound(found.Create, new FlowSentence(document, found, flow).ToString());
            }
        }

        return (flows.ToEquatableArray(), new FlowRolesBinder(document).Bind(named));
    }

    /// <summary>The flows in the order of the operations that open them.</summary>
    private List<FoundFlow> Find()
    {
        var workflows = new WorkflowStatements(document, _sessions.IsOpening);
        var statements = document.Operations.ToDictionary(
            operation => operation.Key, operation => DocumentStatements.Find(document, operation) ?? workflows.Find(operation));
        var parts = new PartsFlows(document).Find()
            .Where(flow => statements[flow.Create.Key] is null or { LeavesFlow: true })
            .Select(flow => statements[flow.Create.Key] is { } statement ? Stated(flow, statement) : flow)
            .ToList();
        var sequences = new SequenceFlows(document, _sessions.IsOpening);
        var inSequence = sequences.Find().Where(flow => statements[flow.Create.Key] is null && parts.All(part => part.Create.Key != flow.Create.Key)).ToList();
        var stated = statements.Values
            .SelectMany(statement => new[] { statement?.Send, statement?.Confirm })
            .Select(step => step?.Operation(document, WholeFlows.TakesFile)?.Key)
            .OfType<OperationKey>();
        var sends = inSequence.SelectMany(flow => flow.Sends)
            .Concat(document.Operations.Where(create => IsOfUrl(create, parts)).SelectMany(sequences.Takers))
            .Select(send => send.Key);
        var middles = new HashSet<OperationKey>([.. parts.Select(flow => flow.Send.Operation.Key), .. sends, .. stated]);
        var between = new MiddleRequests(document, sequences);
        var flows = new List<FoundFlow>();
        foreach (var operation in document.Operations.Where(operation => statements[operation.Key]?.IsNoFlow != true))
        {
            var flow = parts.FirstOrDefault(found => found.Create.Key == operation.Key)
                ?? (FoundFlow?)inSequence.FirstOrDefault(found => found.Create.Key == operation.Key && !_sessions.TellsWay(operation))
                ?? _sessions.Find(operation, statements[operation.Key], sequences.Takers(operation))
                ?? (middles.Contains(operation.Key) ? null : FindWhole(operation, between));
            if (flow is not null)
            {
                flows.Add(Bind(flow));
            }
        }

        return flows;
    }

    /// <summary>Adds to a flow that is recognized what is stated of it.</summary>
    private FoundPartOperation Stated(FoundPartOperation flow, FlowStatement statement)
    {
        var session = new SessionMembers(document, flow.Opening.Session).WithId(statement.Id);
        var opening = new StatedOpening(document, flow.Create, session).Complete(flow.Opening, statement);
        return flow with { Opening = opening, Stated = statement.Parts };
    }

    private FoundFlow Bind(FoundFlow flow)
    {
        var bound = flow switch
        {
            FoundParts found => _parts.Bind(found),
            FoundSequence found => _sequences.Bind(found),
            _ => flow,
        };
        return bound is FoundSession session ? _digests.Bind(session) : bound;
    }

    /// <summary>An upload in one request, unless it looks like the middle of one: that is asked.</summary>
    private FoundFlow? FindWhole(OperationModel operation, MiddleRequests between)
    {
        var whole = WholeFlows.Find(operation);
        if (whole is null || between.Find(operation) is not { } middle)
        {
            return whole;
        }

        var protocol = middle.IsPiece ? ", \"protocol\": \"parts\"" : "";
        var statement = $"\"{FlowStatement.Extension}\": {{ \"send\": {new StatedSteps(document).Of(operation)}{protocol} }}";
        document.ReportNotBound(
            operation,
            $"{middle.Why}. It is generated, and no call that does all; say {statement} on the operation that opens the upload, or \"{FlowStatement.Extension}\": false here");
        return null;
    }

    /// <summary>Whether an operation opens an upload to a URL. Where the parts of a file go to an operation, the others that take files aren't its.</summary>
    private bool IsOfUrl(OperationModel create, IReadOnlyList<FoundParts> parts)
        => _sessions.IsOpening(create) && parts.All(flow => flow.Create.Key != create.Key);
}
