using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Binds uploads whose parts go to an operation: a session is opened, <c>/{id}</c> or <c>/{id}/parts</c> below it takes
/// the parts, <c>/{id}/commit</c> puts them together.
/// </summary>
internal sealed class PartsFlows(FlowDocument document)
{
    public IReadOnlyList<FlowModel> Find()
    {
        var found = document.Operations.Select(Find).OfType<FlowModel>().ToList();

        // A session for a new version of a file is opened elsewhere, and goes on like the others.
        var others = document.Operations.Where(operation => IsCreate(operation) && found.All(flow => flow.CreateMethod != operation.MethodName)).ToList();
        var alike = others.SelectMany(create => found.Where(flow => IsAlike(create, flow)).Take(1).Select(flow => flow with { CreateMethod = create.MethodName, CreateRoles = Roles(create) }));
        return [.. found, .. alike.ToList()];
    }

    private FlowModel? Find(OperationModel create)
    {
        if (!IsCreate(create))
        {
            return null;
        }

        var start = create.Path.TrimEnd('/') + "/{";
        var below = document.Operations.Where(operation => operation.Path.StartsWith(start, StringComparison.Ordinal)).Select(operation => new Step(operation, create)).ToList();
        var part = below.FirstOrDefault(step => step.TakesFile && (step.Word is null ? step.Method is "PUT" or "PATCH" : step.Says(UploadWords.Parts)));
        var complete = below.FirstOrDefault(step => step.Says(UploadWords.Confirms) && step.Method is "POST" or "PUT" or "PATCH");
        if (part is null || complete is null)
        {
            return null;
        }

        var answer = document.Answer(create)!;
        var arguments = new ConfirmArguments(document, create, new SessionMembers(document, answer));
        var abort = below.FirstOrDefault(step => step.Word is null ? step.Method == "DELETE" : step.Says(UploadWords.Aborts));
        var id = complete.Id is { } parameter ? arguments.SessionId(parameter) : null;
        return new FlowModel(
            "",
            FlowKind.Parts,
            create.MethodName,
            new SessionModel(answer.Name, Url: null, Id: id),
            CreateRoles: Roles(create),
            Confirm: complete.Bind(arguments, arguments.OfBody(complete.Operation)),
            Part: part.Bind(arguments),
            Abort: abort?.Bind(arguments));
    }

    private bool IsCreate(OperationModel operation)
        => operation.HttpMethod == "POST" && !WholeFlows.TakesFile(operation) && document.Answer(operation) is not null;

    private bool IsAlike(OperationModel create, FlowModel flow)
        => document.Answer(create)!.Name == flow.Session!.Type && LastSegment(create) == LastSegment(document.Operations.First(operation => operation.MethodName == flow.CreateMethod));

    private EquatableArray<RoleModel> Roles(OperationModel create) => FlowRoles.Of(document, create, []).ToEquatableArray();

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

        /// <summary>The word behind the id; empty when there are more.</summary>
        public string? Word => _segments.Length == 1 ? null : _segments.Length == 2 ? _segments[1] : "";

        /// <summary>The parameter that takes the session's id.</summary>
        public ParameterModel? Id => Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterIn.Path && _segments[0] == "{" + parameter.WireName + "}");

        /// <summary>The step, which takes the session's id where it has a parameter for it.</summary>
        public StepModel Bind(ConfirmArguments arguments, IEnumerable<StepArgument>? others = null)
        {
            var id = Id is { } parameter && arguments.SessionId(parameter) is { } path ? new[] { new StepArgument(parameter.Name, IsParameter: true, new SessionValue(path)) } : [];
            return new StepModel(Operation.MethodName, id.Concat(others ?? []).ToEquatableArray());
        }

        public bool Says(string[] words) => Word is { } word && UploadWords.Of(word).Intersect(words).Any();
    }
}
