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
        => !IsCreate(create) ? null
            : Find(create, create.Path.TrimEnd('/')) ?? (Above(create) is { } above ? Find(create, above) : null);

    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="root">The path below which its other steps stand.</param>
    private FoundPartOperation? Find(OperationModel create, string root)
    {
        var below = document.Operations
            .Where(operation => operation.Path.StartsWith(root + "/", StringComparison.Ordinal) && operation.Key != create.Key)
            .Select(operation => new Step(operation, root))
            .Where(step => root != create.Path.TrimEnd('/') || step.IsBehindId)
            .ToList();
        var part = below.FirstOrDefault(step => step.TakesFile && step.IsOfPart);
        var complete = below.FirstOrDefault(step => step.Says(UploadWords.Confirms) && step.Method is "POST" or "PUT" or "PATCH");
        if (part is null || complete is null)
        {
            return null;
        }

        var answer = document.Answer(create)!;
        var arguments = new SessionArguments(document, create, new SessionMembers(document, answer));
        if (part.Bind(arguments) is not { } send || complete.Bind(arguments, arguments.OfBody(complete.Operation)) is not { } confirm)
        {
            return null;
        }

        var abort = below.FirstOrDefault(step => step.Word is null ? step.Method == "DELETE" : step.Says(UploadWords.Aborts));
        var id = complete.Id is { } parameter ? arguments.SessionId(parameter) : null;
        return new FoundPartOperation(new FoundOpening(create, answer, id, Roles(create), confirm, abort?.Bind(arguments)), send);
    }

    /// <summary>What stands above a path that ends with a word for the beginning: <c>/media/upload/initialize</c>.</summary>
    private static string? Above(OperationModel create)
    {
        var path = create.Path.TrimEnd('/');
        var end = path.LastIndexOf('/');
        return end > 0 && UploadWords.Split(path.Substring(end + 1)).Any(UploadWords.Begins.Except(UploadWords.Stages).Contains)
            ? path.Substring(0, end)
            : null;
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
        private static readonly string[] Pieces = [.. UploadWords.Parts, "append", "segment", "segments", "block", "blocks"];

        private readonly string[] _segments;

        public Step(OperationModel operation, string root)
        {
            Operation = operation;
            _segments = operation.Path.Substring(root.Length + 1).Split('/');
        }

        public OperationModel Operation { get; }

        public string Method => Operation.HttpMethod;

        /// <summary>Whether the upload's id stands before all else.</summary>
        public bool IsBehindId => IsParameter(_segments[0]);

        public bool TakesFile => _segments.Length <= 3 && WholeFlows.TakesFile(Operation);

        /// <summary>Whether it takes a part: its path says so, or it is told which part it gets. Else it takes the whole file.</summary>
        public bool IsOfPart => Word is null
            ? Method is "PUT" or "PATCH" && Operation.Parameters.Any(parameter => PartMembers.FactOf(parameter) is { Fact: PartFact.Number or PartFact.Range })
            : Says(Pieces);

        /// <summary>The only word in the path, behind the id or in its place; empty when there are more.</summary>
        public string? Word
        {
            get
            {
                var words = _segments.Where(segment => !IsParameter(segment)).ToList();
                return words.Count == 0 ? null : words.Count == 1 ? words[0] : "";
            }
        }

        /// <summary>The parameter that takes the session's id.</summary>
        public ParameterModel? Id
            => Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterIn.Path && _segments[0] == "{" + parameter.WireName + "}");

        /// <summary>The step, which takes the session's id where it has a parameter for it; null where it is told nothing of the session.</summary>
        public FoundStep? Bind(SessionArguments arguments, IEnumerable<FoundArgument>? others = null)
        {
            IEnumerable<FoundArgument> id = Id is { } parameter && arguments.SessionId(parameter) is { } path
                ? [FoundArgument.Parameter(parameter.Name, new SessionOrigin(path))]
                : [];
            List<FoundArgument> keys = IsBehindId ? [] : [.. arguments.OfQuery(Operation)];
            List<FoundArgument> all = [.. id, .. keys, .. others ?? []];
            return IsBehindId || all.SelectMany(argument => argument.Origin.Session).Any() ? new FoundStep(Operation, all) : null;
        }

        public bool Says(string[] words) => Word is { } word && UploadWords.Split(word).Intersect(words).Any();

        private static bool IsParameter(string segment) => segment.StartsWith("{", StringComparison.Ordinal);
    }
}
