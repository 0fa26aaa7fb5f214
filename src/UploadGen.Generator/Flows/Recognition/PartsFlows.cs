using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Binds uploads whose parts go to an operation: a session is opened, <c>/{id}</c> or <c>/{id}/parts</c> below it takes
/// the parts, <c>/{id}/commit</c> puts them together.
/// </summary>
internal sealed class PartsFlows(FlowDocument document)
{
    public IReadOnlyList<FoundPartOperation> Find()
    {
        var found = document.Operations.Select(Find).OfType<FoundPartOperation>().ToList();

        // A session for a new version of a file is opened elsewhere, and goes on like the others.
        var others = document.Operations.Where(operation => IsCreate(operation) && found.All(flow => flow.Create.Key != operation.Key)).ToList();
        return [.. found, .. others.SelectMany(create => found.Where(flow => IsAlike(create, flow)).Take(1).Select(flow => OpenedBy(create, flow)))];
    }

    private FoundPartOperation? Find(OperationModel create)
    {
        if (!IsCreate(create))
        {
            return null;
        }

        var start = create.Path.TrimEnd('/') + "/{";
        var below = document.Operations
            .Where(operation => operation.Path.StartsWith(start, StringComparison.Ordinal))
            .Select(operation => new Step(operation, create))
            .ToList();
        var part = below.FirstOrDefault(step => step.TakesFile && step.IsOfPart);
        var complete = below.FirstOrDefault(step => step.Says(UploadWords.Confirms) && step.Method is "POST" or "PUT" or "PATCH");
        if (part is null || complete is null)
        {
            return null;
        }

        var answer = document.Answer(create)!;
        var arguments = new SessionArguments(document, create, new SessionMembers(document, answer));
        var abort = below.FirstOrDefault(step => step.Word is null ? step.Method == "DELETE" : step.Says(UploadWords.Aborts));
        var id = complete.Id is { } parameter ? arguments.SessionId(parameter) : null;
        var confirm = complete.Bind(arguments, arguments.OfBody(complete.Operation));
        return new FoundPartOperation(new FoundOpening(create, answer, id, Roles(create), confirm, abort?.Bind(arguments)), part.Bind(arguments));
    }

    private FoundPartOperation OpenedBy(OperationModel create, FoundPartOperation flow)
        => flow with { Opening = flow.Opening with { Create = create, Roles = Roles(create) } };

    private bool IsCreate(OperationModel operation)
        => operation.HttpMethod == "POST" && !WholeFlows.TakesFile(operation) && document.Answer(operation) is not null;

    private bool IsAlike(OperationModel create, FoundPartOperation flow)
        => document.Answer(create)!.Name == flow.Opening.Session.Name && LastSegment(create) == LastSegment(flow.Create);

    private List<FoundRole> Roles(OperationModel create) => FlowRoles.Find(document, create, []).ToList();

    private static string LastSegment(OperationModel operation) => operation.Path.Substring(operation.Path.LastIndexOf('/') + 1);

    /// <summary>An operation on the session: on itself, or on what one word below it says.</summary>
    private sealed class Step
    {
        private readonly string[] _segments;

        public Step(OperationModel operation, OperationModel create)
        {
            Operation = operation;
            _segments = operation.Path.Substring(create.Path.TrimEnd('/').Length + 1).Split('/');
        }

        public OperationModel Operation { get; }

        public string Method => Operation.HttpMethod;

        public bool TakesFile => _segments.Length <= 2 && WholeFlows.TakesFile(Operation);

        /// <summary>Whether it takes a part: its path says so, or it is told which part it gets. Else it takes the whole file.</summary>
        public bool IsOfPart => Word is null
            ? Method is "PUT" or "PATCH" && Operation.Parameters.Any(parameter => PartMembers.FactOf(parameter) is { Fact: PartFact.Number or PartFact.Range })
            : Says(UploadWords.Parts);

        /// <summary>The word behind the id; empty when there are more.</summary>
        public string? Word => _segments.Length == 1 ? null : _segments.Length == 2 ? _segments[1] : "";

        /// <summary>The parameter that takes the session's id.</summary>
        public ParameterModel? Id
            => Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterIn.Path && _segments[0] == "{" + parameter.WireName + "}");

        /// <summary>The step, which takes the session's id where it has a parameter for it.</summary>
        public FoundStep Bind(SessionArguments arguments, IEnumerable<FoundArgument>? others = null)
        {
            IEnumerable<FoundArgument> id = Id is { } parameter && arguments.SessionId(parameter) is { } path
                ? [FoundArgument.Parameter(parameter.Name, new SessionOrigin(path))]
                : [];
            return new FoundStep(Operation, [.. id, .. others ?? []]);
        }

        public bool Says(string[] words) => Word is { } word && UploadWords.Split(word).Intersect(words).Any();
    }
}
