using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>A flow with everything it refers to, and the parameters of its one call.</summary>
internal sealed class FlowParts
{
    private readonly ApiModel _model;
    private readonly NameScope _names = new("content", "progress", "cancellationToken", "file", "session", "ct", "request");
    private readonly Dictionary<string, MethodParameter> _byOrigin = new(StringComparer.Ordinal);

    public FlowParts(FlowModel flow, ApiModel model)
    {
        _model = model;
        Flow = flow;
        foreach (var name in flow.Parts is null ? [] : new[] { "options", "count", "first", "part", "parts" })
        {
            _names.Take(name);
        }

        Create = Operation(flow.CreateMethod);
        Confirm = flow.Confirm is { } confirm ? Operation(confirm.Method) : null;
        Abort = flow.Abort is { } abort ? Operation(abort.Method) : null;
        Part = flow.Part is { } part ? Operation(part.Method) : null;
        CreateArguments = Arguments(Create).ToList();
        ConfirmArguments = Confirm is null ? [] : Arguments(Confirm).ToList();
    }

    public FlowModel Flow { get; }

    public OperationModel Create { get; }

    public OperationModel? Confirm { get; }

    /// <summary>What is handed to each parameter of the create method, before the token.</summary>
    public IReadOnlyList<FlowArgument> CreateArguments { get; }

    public IReadOnlyList<FlowArgument> ConfirmArguments { get; }

    public OperationModel? Abort { get; }

    /// <summary>What names the upload in later steps, as an expression of the session; null where nothing does.</summary>
    public string? Id
        => (Flow.Session!.Id ?? Flow.Confirm?.Arguments.OrderBy(argument => !argument.IsParameter).Select(argument => (argument.Value as SessionValue)?.Path).FirstOrDefault(path => path is not null)) is { } path
            ? $"$\"{{{path.Of("session")}}}\""
            : null;

    /// <summary>The operation that takes a part; null where parts go to URLs.</summary>
    public OperationModel? Part { get; }

    /// <summary>The call that gives the upload up.</summary>
    public IEnumerable<string> AbortArguments => Arguments(Abort!, Flow.Abort!);

    /// <summary>The call that sends a part.</summary>
    public IEnumerable<string> PartArguments => Arguments(Part!, Flow.Part!);

    /// <summary>The call that shows the opened upload.</summary>
    public IEnumerable<string> InspectArguments(StepModel inspect) => Arguments(Operation(inspect.Method), inspect);

    /// <summary>The call that asks for the URLs of further parts.</summary>
    public IEnumerable<string> MoreArguments(StepModel more) => Arguments(Create, more);

    public OperationModel Operation(string method) => _model.Operations.First(operation => operation.MethodName == method);

    /// <summary>A later step's call: what the flow knows, and what was said to the other steps.</summary>
    private IEnumerable<string> Arguments(OperationModel operation, StepModel step)
        => operation.Parameters
            .Select(parameter => (parameter.Name, Value: ValueOf(step, parameter.Name, parameter.IsRequired) ?? CountOf(operation, parameter) ?? SaidBefore(parameter)))
            .Concat(step.Arguments.Where(argument => !argument.IsParameter).Select(argument => (argument.Name, Value: ValueOf(step, argument.Name, isRequired: true))))
            .Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}: {argument.Value}")
            .Concat(BodyText.HasFile(operation.Body) ? ["progress: progress"] : [])
            .Append("cancellationToken: ct");

    private string? ValueOf(StepModel step, string name, bool isRequired) => step.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value switch
    {
        SessionValue { Path: var path } => Member(path, isRequired),
        PartValue { Fact: PartFact.Content } => "part.Content",
        PartValue { Fact: PartFact.Range } => "part.ContentRange",
        PartValue { Fact: PartFact.Digest } => Digest("part.Content"),
        PartValue { First: var first } => (step == Flow.Part ? "part.Index" : "first") + (first == 0 ? "" : $" + {first}"),
        _ => null,
    };

    private string? CountOf(OperationModel operation, ParameterModel parameter)
        => operation == Create && Flow.CreateRoles.Any(role => role.Role == FileRole.PartCount && role.IsParameter && role.Name == parameter.Name) ? "count" : null;

    private string Member(MemberPath path, bool isRequired)
        => isRequired && path.CanBeNull
            ? $"{Known.SessionMember}.Required({path.Of("session")}, {CSharpText.Literal(Create.Id)}, {CSharpText.Literal(path.JsonName)})"
            : path.Of("session");

    private static string Digest(string content) => $"await {Known.ContentDigest}.ShaAsync({content}, ct).ConfigureAwait(false)";

    /// <summary>What the caller says beside the file: whatever the steps need that neither file nor session answers.</summary>
    public IEnumerable<MethodParameter> Parameters => _byOrigin.Values.OrderBy(parameter => !parameter.IsRequired);

    /// <summary>The most bytes a file may have, if the create request limits it.</summary>
    public string? MaxSize
        => Flow.CreateRoles.FirstOrDefault(role => role.Role == FileRole.Size) is { } size && Record(Create.Body) is { } request
            ? request.Properties.FirstOrDefault(property => !size.IsParameter && property.Name == size.Name)?.Limits.Maximum
            : null;

    /// <summary>Where the create request tells of the file and limits it.</summary>
    public string Announced
    {
        get
        {
            var calls = Flow.CreateRoles.Select(Announcement).OfType<string>().ToList();
            return calls.Count == 0 ? "null" : $"new {Known.AnnouncedFile}(){string.Concat(calls.Select(call => "\n    " + call))}";
        }
    }

    private string? Announcement(RoleModel role)
    {
        var member = Member(Create, role.Name, role.IsParameter);
        var isLimited = member.Limits != LimitsModel.None || member.Type.AsNonNullable() is NamedType;
        var said = member.Description is { Length: > 0 } description ? ", " + CSharpText.Literal(BodyText.Bounded(description)) : "";
        return isLimited && role.Role is FileRole.Size or FileRole.MediaType ? $".{role.Role}({CSharpText.Literal(member.WireName)}{said})" : null;
    }

    /// <summary>A parameter of an operation, or a property of its body.</summary>
    private (string WireName, string? Description, TypeRef Type, LimitsModel Limits) Member(OperationModel operation, string name, bool isParameter)
    {
        if (isParameter)
        {
            var parameter = operation.Parameters.First(parameter => parameter.Name == name);
            return (parameter.WireName, parameter.Description, parameter.Type, parameter.Limits);
        }

        var property = Record(operation.Body)!.Properties.First(property => property.Name == name);
        return (property.JsonName, property.Description, property.Type, property.Limits);
    }

    private IEnumerable<FlowArgument> Arguments(OperationModel operation)
    {
        foreach (var parameter in MethodParameters.Of(operation))
        {
            if (operation.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name) is { } own)
            {
                yield return new FlowArgument(parameter.Name, Said(operation, own.Name, isParameter: true, own.Type, own.IsRequired) ?? Shared(own).Name);
            }
            else if (operation.Body is JsonBodyModel body && body.Parameter == parameter.Name)
            {
                yield return Record(body) is { } record ? Built(operation, body, record) : new FlowArgument(parameter.Name, Own(operation, parameter).Name);
            }
            else if (parameter.Type != Known.CancellationToken)
            {
                yield return new FlowArgument(parameter.Name, Own(operation, parameter).Name);
            }
        }
    }

    /// <summary>A header that both steps take is said once.</summary>
    private MethodParameter Shared(ParameterModel parameter) => Parameter(Origin(parameter), () => MethodParameters.Parameter(parameter));

    private string? SaidBefore(ParameterModel parameter) => _byOrigin.TryGetValue(Origin(parameter), out var said) ? said.Name : null;

    private static string Origin(ParameterModel parameter) => $"{parameter.In} {parameter.WireName} {parameter.Type}";

    private MethodParameter Own(OperationModel operation, MethodParameter parameter) => Parameter($"{operation.MethodName} {parameter.Name}", () => parameter);

    private FlowArgument Built(OperationModel operation, JsonBodyModel body, RecordModel record)
    {
        var members = new List<FlowMember>();
        foreach (var property in record.Properties.Where(property => !property.IsReadOnly && (property.MustBeSet || !property.IsRequired)))
        {
            var said = Said(operation, property.Name, isParameter: false, property.Type, property.IsRequired);
            members.Add(said is null || IsSaidBefore(operation, property)
                ? new FlowMember(property.Name, said ?? Asked(operation, property).Name, RecordEmitter.TracksPresence(record, property))
                : new FlowMember(property.Name, said, IsConditional: false));
        }

        return new FlowArgument(body.Parameter, "request", new FlowRequest(record.Name, body.IsRequired, members));
    }

    /// <summary>A member of a request that the caller is asked for.</summary>
    private MethodParameter Asked(OperationModel operation, PropertyModel property)
        => Parameter($"{operation.MethodName} body {property.JsonName}", () => MethodParameters.Property(property, CSharpName.Camel(property.Name)));

    /// <summary>What the flow itself says for a parameter or a member of the body; null if the caller must say it.</summary>
    private string? Said(OperationModel operation, string name, bool isParameter, TypeRef type, bool isRequired)
    {
        if (operation == Create)
        {
            return Flow.CreateRoles.FirstOrDefault(role => role.Name == name && role.IsParameter == isParameter) is { } role ? FromFile("file", role.Role, type, operation, name, isParameter)
                : isParameter && Flow.Parts?.More?.Arguments.Any(argument => argument.Name == name) == true ? "null"
                : null;
        }

        return Flow.Confirm?.Arguments.FirstOrDefault(argument => argument.Name == name && argument.IsParameter == isParameter)?.Value switch
        {
            SessionValue { Path: var path } => Member(path, isRequired),
            DigestValue => Digest("file"),
            PartsValue => "parts",
            RequestValue value => Again(value, type),
            ParameterValue value => Shared(Create.Parameters.First(parameter => parameter.Name == value.Parameter)).Name,
            FileValue value => FromFile("file", value.Role, type, operation, name, isParameter),
            TextValue value => CSharpText.Literal(value.Text),
            _ => null,
        };
    }

    /// <summary>What was said when the upload was opened.</summary>
    private string Again(RequestValue value, TypeRef type)
        => Flow.CreateRoles.FirstOrDefault(role => !role.IsParameter && role.Name == value.Property) is { } role
            ? FromFile("file", role.Role, type, Create, role.Name, isParameter: false)
            : Asked(Create, Record(Create.Body)!.Properties.First(property => property.Name == value.Property)).Name;

    private bool IsSaidBefore(OperationModel operation, PropertyModel property)
        => operation != Create && Flow.Confirm!.Arguments.Any(argument => argument is { IsParameter: false, Value: RequestValue } && argument.Name == property.Name);

    private MethodParameter Parameter(string origin, Func<MethodParameter> create)
    {
        if (!_byOrigin.TryGetValue(origin, out var known))
        {
            var parameter = create();
            known = _byOrigin[origin] = parameter with { Name = _names.Take(parameter.Name), Attribute = "" };
        }

        return known;
    }

    private string FromFile(string file, FileRole role, TypeRef type, OperationModel operation, string name, bool isParameter) => (role, type.AsNonNullable()) switch
    {
        (FileRole.PartCount, _) => "count",
        (FileRole.FileName, _) => file + ".FileName",
        (FileRole.MediaType, NamedType { Name: var list }) => $"new {list}({file}.MediaType)",
        (FileRole.MediaType, _) => file + ".MediaType",
        (_, ScalarType { Kind: Scalar.Int32 }) => $"{Known.AnnouncedFile}.Size32({file}, {CSharpText.Literal(operation.Id)}, {CSharpText.Literal(Member(operation, name, isParameter).WireName)})",
        _ => file + ".Length",
    };

    private RecordModel? Record(BodyModel? body)
        => body is JsonBodyModel { Type: var type } && type.AsNonNullable() is NamedType { Kind: NamedKind.Record } named
            ? _model.Types.OfType<RecordModel>().FirstOrDefault(record => record.Name == named.Name)
            : null;
}

/// <summary>What a step's parameter gets.</summary>
/// <param name="Request">How it is built, for a JSON object.</param>
internal sealed record FlowArgument(string Parameter, string Expression, FlowRequest? Request = null);

/// <summary>A request that a flow builds.</summary>
internal sealed record FlowRequest(string Type, bool IsRequired, IReadOnlyList<FlowMember> Members);

/// <param name="IsConditional">Set only when the caller said something: unset and null are two things here.</param>
internal sealed record FlowMember(string Property, string Expression, bool IsConditional);
