using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>Decides for each step of a flow what every parameter of its method gets, down to the members of its body.</summary>
/// <param name="document">The document that the flow was found in.</param>
/// <param name="opening">How the upload is opened.</param>
/// <param name="call">Asked for what neither file nor session answers.</param>
internal sealed class StepPlan(FlowDocument document, FoundOpening opening, CallParameters call)
{
    /// <summary>Whether a request for each part sends the bytes, so that neither opening nor completing has any.</summary>
    public bool SendsBytesElsewhere { get; init; }

    /// <summary>The step that opens the upload.</summary>
    /// <param name="more">The same operation asked for further URLs: what it takes only then is null here.</param>
    public StepModel Create(FoundStep? more = null)
        => Full(opening.Create, taker => FromFile(taker, opening.Create, opening.Roles) ?? Said(taker) ?? Nothing(taker, more), WithoutBytes);

    /// <summary>What the document states that is said in every upload.</summary>
    private FlowValue? Said(StepTaker taker)
        => opening.Said.FirstOrDefault(argument => argument.Name == taker.Name && argument.IsParameter == taker.IsParameter) is { } said
            ? Value(said.Origin, taker, opening.Create)
            : null;

    /// <summary>The step that confirms the upload. The caller is asked for what the flow doesn't know, but not for what only storage answers.</summary>
    public StepModel Confirm(FoundStep step) => Full(step.Operation, taker => Stated(step, taker) ?? OfStorage(taker), WithoutBytes);

    /// <summary>What the body of a step gets that may take bytes of the file, too, where other requests send them all.</summary>
    private FlowValue? WithoutBytes(MethodParameterModel parameter) => !SendsBytesElsewhere ? null : parameter switch
    {
        FileParameterModel { IsRequired: true } => new NoContentValue(),
        FileParameterModel or ProgressParameterModel => new NullValue(),
        _ => null,
    };

    private FlowValue? OfStorage(StepTaker taker)
        => StorageAnswers.SaysSuccess(taker.WireName, taker.Type) ? new TrueValue()
            : !taker.IsRequired && new StorageAnswers(document).Tells(taker.WireName, taker.Type, taker.Description) ? new NullValue()
            : null;

    /// <summary>The step in which an operation takes the whole file. The caller is asked for what neither flow nor file knows.</summary>
    public StepModel Send(FoundStep step)
    {
        var roles = FlowRoles.Find(document, step.Operation, []).ToList();
        return Full(
            step.Operation,
            taker => Stated(step, taker) ?? (FlowValue?)FromFile(taker, step.Operation, roles) ?? OfPart(taker, step.Operation),
            parameter => parameter switch
            {
                FileParameterModel => new ContentValue(),
                ProgressParameterModel => new ProgressValue(),
                ValueParameterModel { IsRequired: false } field when PartMembers.IsNumber(field.WireName, field.Type) => new NullValue(),
                _ => null,
            });
    }

    /// <summary>What says which part it is stays unsaid where the file goes as a whole.</summary>
    private static NullValue? OfPart(StepTaker taker, OperationModel operation)
        => taker is { IsParameter: true, IsRequired: false }
            && operation.Parameters.Any(parameter => parameter.Name == taker.Name && PartMembers.IsOfPart(parameter)) ? new NullValue() : null;

    private FlowValue? Stated(FoundStep step, StepTaker taker)
        => step.Arguments.FirstOrDefault(argument => argument.Name == taker.Name && argument.IsParameter == taker.IsParameter) is { } found
            ? Value(found.Origin, taker, step.Operation)
            : null;

    /// <summary>A step of which the flow knows all that it must be told. The caller isn't asked for what it can take beside that.</summary>
    public StepModel Ask(FoundStep step)
        => Full(step.Operation, taker => Stated(step, taker) ?? (FlowValue?)Again(taker, step.Operation) ?? (taker.IsRequired ? null : new NullValue()));

    /// <summary>What the caller has said in another step, as a header is that all operations take.</summary>
    private CallerValue? Again(StepTaker taker, OperationModel operation)
        => taker.IsParameter ? call.Known(operation.Parameters.First(parameter => parameter.Name == taker.Name)) : null;

    /// <summary>A step that says what is known, and leaves out the rest: the caller isn't asked for it.</summary>
    public StepModel Known(FoundStep step)
    {
        var parameters = step.Operation.Parameters
            .Select(parameter => (parameter.Name, Value: Value(step, parameter) ?? call.Known(parameter)));
        var body = step.Arguments
            .Where(argument => !argument.IsParameter)
            .Select(argument => (argument.Name, Value: Value(step, argument.Name, isRequired: true) ?? OfField(step, argument)));
        var progress = step.Operation.MethodParameters
            .OfType<ProgressParameterModel>()
            .Select(parameter => (parameter.Name, Value: (FlowValue?)new ProgressValue()));
        var arguments = parameters.Concat(body).Concat(progress).SelectMany(argument => Argument(argument.Name, argument.Value));
        return new StepModel(step.Operation.Key, arguments.ToEquatableArray());
    }

    private FlowValue? OfField(FoundStep step, FoundArgument argument)
        => (step.Operation.Body as FormBodyModel)?.Fields.FirstOrDefault(field => field.Name == argument.Name) is { } field
            ? Value(argument.Origin, StepTaker.From(field), step.Operation)
            : null;

    /// <summary>What a parameter gets that says which further URLs are asked for, while the upload is only opened.</summary>
    private NullValue? Nothing(StepTaker taker, FoundStep? more)
        => taker.IsParameter && more?.Operation.Key == opening.Create.Key && more.Arguments.Any(argument => argument.Name == taker.Name)
            ? new NullValue()
            : null;

    private static IEnumerable<StepArgument> Argument(string parameter, FlowValue? value) => value is null ? [] : [new StepArgument(parameter, value)];

    private static FlowValue? Value(FoundStep step, string name, bool isRequired)
        => step.Arguments.FirstOrDefault(argument => argument.Name == name)?.Origin switch
        {
            SessionOrigin { Path: var path } => Session(path, isRequired),
            PartOrigin part => new PartValue(part.Fact, part.First),
            _ => null,
        };

    private FlowValue? Value(FoundStep step, ParameterModel parameter)
        => Value(step, parameter.Name, parameter.IsRequired)
            ?? Count(step, parameter)
            ?? (step.Arguments.FirstOrDefault(argument => argument.IsParameter && argument.Name == parameter.Name) is { } stated
                ? Value(stated.Origin, StepTaker.From(parameter), step.Operation)
                : null);

    private FileValue? Count(FoundStep step, ParameterModel parameter)
        => step.Operation.Key == opening.Create.Key && opening.Role(FileRole.PartCount) is { IsParameter: true } role && role.Name == parameter.Name
            ? File(FileRole.PartCount, StepTaker.From(parameter), opening.Create)
            : null;

    /// <summary>A step in which every parameter of the method gets something.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="known">What the flow itself says; null where the caller must say it.</param>
    /// <param name="sent">What the body gets where the file goes with it.</param>
    private StepModel Full(OperationModel operation, Func<StepTaker, FlowValue?> known, Func<MethodParameterModel, FlowValue?>? sent = null)
    {
        var arguments = operation.MethodParameters
            .Select(parameter => new StepArgument(parameter.Name, sent?.Invoke(parameter) ?? Value(operation, parameter, Digested)));
        return new StepModel(operation.Key, arguments.ToEquatableArray());

        FlowValue? Digested(StepTaker taker) => Digest(operation, taker) ?? known(taker);
    }

    /// <summary>The digest that an operation is told, if it is one of the file's and known how it is made.</summary>
    private DigestValue? Digest(OperationModel operation, StepTaker taker)
        => opening.Digests
            .Where(digest => digest.Operation.Key == operation.Key && digest.Name == taker.Name && digest.IsParameter == taker.IsParameter)
            .Select(digest => digest.Form is { } form ? Digest(form, taker) : null)
            .FirstOrDefault();

    private static DigestValue Digest(DigestForm form, StepTaker taker)
        => new(form, IsBytes: taker.Type.AsNonNullable() is ScalarType { Kind: Scalar.Bytes });

    private FlowValue Value(OperationModel operation, MethodParameterModel parameter, Func<StepTaker, FlowValue?> known)
    {
        if (operation.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name) is { } own)
        {
            return known(StepTaker.From(own)) ?? call.Shared(own);
        }

        if (operation.Body is FormBodyModel form
            && form.Fields.FirstOrDefault(field => field.Name == parameter.Name) is { } field
            && known(StepTaker.From(field)) is { } value)
        {
            return value;
        }

        return parameter is BodyParameterModel { Type: var type, IsRequired: var isRequired } && document.Record(type) is { } record
            ? new BodyValue(new NamedType(record.Name, NamedKind.Record), isRequired, Members(operation, record, known).ToEquatableArray())
            : call.Own(operation, parameter);
    }

    private IEnumerable<BodyMember> Members(OperationModel operation, RecordModel record, Func<StepTaker, FlowValue?> known)
    {
        foreach (var property in record.Properties.Where(property => !property.IsReadOnly && (property.MustBeSet || !property.IsRequired)))
        {
            var value = known(StepTaker.From(property)) ?? call.Member(operation, property);
            if (value is NullValue)
            {
                continue;
            }

            yield return new BodyMember(property.Name, value, value is CallerValue && record.TracksPresence && property.IsOptionalNullable);
        }
    }

    private FlowValue? Value(Origin origin, StepTaker taker, OperationModel operation) => origin switch
    {
        SessionOrigin { Path: var path } => Session(path, taker.IsRequired),
        DigestOrigin { Form: var form } => Digest(form, taker),
        PartsOrigin => new PartsValue(),
        StoredPartsOrigin parts => new StoredPartsValue(parts.Record?.Name, parts.Members.ToEquatableArray()),
        PartOrigin part => new PartValue(part.Fact, part.First),
        PartNumbersOrigin part => new PartNumbersValue(part.First, IsLong: Item(taker).Type.AsNonNullable() is ScalarType { Kind: Scalar.Int64 }),
        PartCountOrigin => new PartCountValue(),
        RequestOrigin request => Again(request, taker),
        ParameterOrigin parameter => call.Shared(opening.Create.Parameters.First(candidate => candidate.Name == parameter.Parameter)),
        FileOrigin file => File(file.Role, taker, operation),
        TextOrigin text => new TextValue(text.Text),
        EnumOrigin one => new EnumValue(one.Enum.Name, one.Value.Name),
        FixedOrigin { Json: var json } => new FixedValue(json, taker.Type.AsNonNullable()),
        TrueOrigin => new TrueValue(),
        NowOrigin => new NowValue(),
        JsonTextOrigin text => JsonText(text, operation),
        ListOrigin list => Value(list.Item, Item(taker), operation) is { } item ? new ListValue(item) : null,
        ObjectOrigin made => Object(made, operation),
        _ => null,
    };

    /// <summary>An item of a list has to be there, even where the list hasn't.</summary>
    private static StepTaker Item(StepTaker taker)
        => taker with { Type = taker.Type.AsNonNullable() is ListType list ? list.Item : taker.Type, IsRequired = true };

    private BodyValue Object(ObjectOrigin made, OperationModel operation)
    {
        var members =
            from property in made.Record.Properties
            let argument = made.Members.FirstOrDefault(member => member.Name == property.Name)
            where argument is not null
            let value = Value(argument.Origin, StepTaker.From(property), operation)
            where value is not null
            select new BodyMember(property.Name, value, IsConditional: false);
        return new BodyValue(new NamedType(made.Record.Name, NamedKind.Record), IsRequired: true, members.ToEquatableArray());
    }

    private JsonTextValue JsonText(JsonTextOrigin made, OperationModel operation)
        => new(made.Members.Select(member => new JsonTextMember(member.Name, JsonMember(member, operation))).ToEquatableArray());

    private FlowValue JsonMember(FoundArgument member, OperationModel operation) => member.Origin switch
    {
        AskedOrigin { Input: var input } => call.Input(input),
        FixedOrigin { Json: var json } => new FixedValue(json, new ScalarType(FixedKind(json))),
        var origin => Value(
            origin, new StepTaker(member.Name, member.Name, new ScalarType(Scalar.Int64), IsRequired: true, IsParameter: false, Description: null), operation)!,
    };

    private static Scalar FixedKind(string json)
        => json is "true" or "false" ? Scalar.Boolean : Number.Integer(json) is null ? Scalar.Double : Scalar.Int64;

    private static SessionValue Session(MemberPath path, bool isRequired) => new(path, MustBeThere: isRequired && path.CanBeNull);

    /// <summary>What was said when the upload was opened.</summary>
    private FlowValue? Again(RequestOrigin request, StepTaker taker)
        => document.Request(opening.Create)?.Properties.FirstOrDefault(candidate => candidate.Name == request.Property) is not { } property ? null
            : Digest(opening.Create, StepTaker.From(property)) is { } digest ? digest
            : opening.Roles.FirstOrDefault(role => !role.IsParameter && role.Name == property.Name) is { } role
                ? File(role.Role, StepTaker.From(property) with { Type = taker.Type }, opening.Create)
                : call.Member(opening.Create, property);

    private static FileValue? FromFile(StepTaker taker, OperationModel operation, IReadOnlyList<FoundRole> roles)
        => roles.FirstOrDefault(role => role.Name == taker.Name && role.IsParameter == taker.IsParameter) is { } role
            ? File(role.Role, taker, operation)
            : null;

    private static FileValue File(FileRole role, StepTaker taker, OperationModel operation)
        => new(role, taker.Type.AsNonNullable(), operation.Id, taker.WireName);

    /// <summary>What takes a value: a parameter, or a property of the body.</summary>
    private sealed record StepTaker(string Name, string WireName, TypeRef Type, bool IsRequired, bool IsParameter, string? Description)
    {
        public static StepTaker From(ParameterModel parameter)
            => new(parameter.Name, parameter.WireName, parameter.Type, parameter.IsRequired, IsParameter: true, parameter.Description);

        public static StepTaker From(FormFieldModel field)
            => new(field.Name, field.WireName, field.Type, field.IsRequired, IsParameter: false, field.Description);

        public static StepTaker From(PropertyModel property)
            => new(property.Name, property.JsonName, property.Type, property.IsRequired, IsParameter: false, property.Description);
    }
}
