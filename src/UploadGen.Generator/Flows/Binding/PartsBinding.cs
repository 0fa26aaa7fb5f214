using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Finds out what it takes to send a file's parts and to put them together. What a step wants and the document leaves open is no matter for a guess: the
/// upload then stays a matter of its operations.
/// </summary>
internal sealed class PartsBinding(FlowDocument document)
{
    public FlowModel Bind(FlowModel flow)
    {
        var create = Operation(flow.CreateMethod);
        if (flow.Confirm is not { } confirm)
        {
            return flow with { Missing = "nothing completes it" };
        }

        var session = new SessionMembers(document, document.Answer(create)!);
        var bound = flow.Part is null ? BindUrls(flow, create, session) : BindOperation(flow, create, session);
        return bound.Missing is null ? BindComplete(bound, Operation(confirm.Method)) : bound;
    }

    /// <summary>Parts that go to URLs.</summary>
    private FlowModel BindUrls(FlowModel flow, OperationModel create, SessionMembers session)
    {
        var url = flow.Session!.Url!;
        if (url.Type is not ListType { Item: ScalarType { Kind: Scalar.String or Scalar.Uri } } || url.Steps.Take(url.Steps.Count - 1).Any(step => step.Type.AsNonNullable() is ListType or MapType))
        {
            return flow with { Missing = $"{url.JsonName} is no list of URLs in the order of the parts" };
        }

        var terms = Terms(session, inspect: null);
        if (CountRole(create) is { } count)
        {
            return flow with { CreateRoles = flow.CreateRoles.Append(count).ToEquatableArray(), Parts = new PartsModel(Terms: terms, More: More(create, session)) };
        }

        return terms is null
            ? flow with { Missing = "the document says neither how many parts there are to be nor how large they are" }
            : flow with { Parts = new PartsModel(Terms: terms) };
    }

    private RoleModel? CountRole(OperationModel create)
        => create.Parameters.FirstOrDefault(parameter => PartMembers.IsCount(parameter.WireName, parameter.Type)) is { } parameter
            ? new RoleModel(parameter.Name, FileRole.PartCount, IsParameter: true)
            : document.Request(create)?.Properties.FirstOrDefault(property => PartMembers.IsCount(property.JsonName, property.Type)) is { } property
                ? new RoleModel(property.Name, FileRole.PartCount)
                : null;

    /// <summary>The same operation, asked for the URLs of further parts: it takes the first of them and the key of the upload.</summary>
    private static StepModel? More(OperationModel create, SessionMembers session)
    {
        var first = create.Parameters.FirstOrDefault(PartMembers.IsFirst);
        var key = create.Parameters
            .Where(parameter => !parameter.IsRequired)
            .Select(parameter => (Parameter: parameter, Member: session.Identifiers.FirstOrDefault(member =>
                UploadWords.Of(member.Property.JsonName).SequenceEqual(UploadWords.Of(parameter.WireName)) && member.Path.Type == parameter.Type.AsNonNullable())))
            .FirstOrDefault(pair => pair.Member is not null);
        return first is null || first.IsRequired || key.Member is null ? null : new StepModel(create.MethodName, new[]
        {
            new StepArgument(first.Name, IsParameter: true, new PartValue(PartFact.Number, PartMembers.FirstOf(first))),
            new StepArgument(key.Parameter.Name, IsParameter: true, new SessionValue(key.Member.Path)),
        }.ToEquatableArray());
    }

    /// <summary>Parts that go to an operation.</summary>
    private FlowModel BindOperation(FlowModel flow, OperationModel create, SessionMembers session)
    {
        var part = Operation(flow.Part!.Method);
        var (file, maxLength) = File(part.Body);
        if (file is null)
        {
            return flow with { Missing = $"'{part.Id}' wants more than the part's bytes" };
        }

        var arguments = flow.Part.Arguments.ToList();
        arguments.Add(new StepArgument(file, IsParameter: false, new PartValue(PartFact.Content)));
        foreach (var parameter in part.Parameters.Where(parameter => arguments.All(argument => argument.Name != parameter.Name)))
        {
            if (PartMembers.FactOf(parameter) is { } fact)
            {
                arguments.Add(new StepArgument(parameter.Name, IsParameter: true, fact));
            }
            else if (parameter.IsRequired && !IsSaidAtOpening(create, parameter))
            {
                return flow with { Missing = $"'{part.Id}' wants {parameter.WireName}, and what that is for each part isn't known" };
            }
        }

        var inspect = Terms(session, null) is null ? Inspect(flow, create) : null;
        if (inspect is { Step: null })
        {
            return flow with { Missing = $"only '{inspect.Value.Id}' tells how large parts are to be, and what it wants isn't known" };
        }

        var terms = inspect is { } found ? Terms(found.Members, found.Step) : Terms(session, null);
        return flow with { Part = new StepModel(part.MethodName, arguments.ToEquatableArray()), Parts = new PartsModel(MaxPartSize: maxLength, Terms: terms) };
    }

    /// <summary>The parameter that takes the part, if it is the only thing the body must have.</summary>
    private static (string? Parameter, long? MaxLength) File(BodyModel? body)
    {
        if (body is BinaryBodyModel binary)
        {
            return (binary.Parameter, binary.MaxLength);
        }

        var fields = (body as FormBodyModel)?.Fields.Where(field => field.IsFile || field.IsRequired).ToList();
        return fields is { Count: 1 } && fields[0] is { Type: FileType } file ? (file.Name, file.MaxLength) : (null, null);
    }

    private static bool IsSaidAtOpening(OperationModel create, ParameterModel parameter)
        => create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type);

    private static PartTermsModel? Terms(SessionMembers members, StepModel? inspect)
        => members.Single.FirstOrDefault(member => PartMembers.IsSize(member.Property)) is { } size
            ? new PartTermsModel(inspect, size.Path, members.Single.FirstOrDefault(member => PartMembers.SaysParallel(member.Property))?.Path)
            : null;

    /// <summary>The operation that shows the opened upload, if it tells how large parts are to be.</summary>
    private (string Id, StepModel? Step, SessionMembers Members)? Inspect(FlowModel flow, OperationModel create)
    {
        var path = Operation(flow.Confirm!.Method).Path;
        var shown = document.Operations.FirstOrDefault(operation => operation.HttpMethod == "GET" && operation.Path == path.Substring(0, path.LastIndexOf('/')));
        if (shown is null || document.Answer(shown) is not { } answer || new SessionMembers(document, answer) is var members && Terms(members, null) is null)
        {
            return null;
        }

        var ids = flow.Confirm.Arguments.Where(argument => argument.IsParameter && shown.Parameters.Any(parameter => parameter.Name == argument.Name)).ToEquatableArray();
        var isCallable = shown.Parameters.All(parameter => !parameter.IsRequired || ids.Any(argument => argument.Name == parameter.Name) || IsSaidAtOpening(create, parameter));
        return (shown.Id, isCallable ? new StepModel(shown.MethodName, ids) : null, members);
    }

    /// <summary>What completing takes of the parts and of the file.</summary>
    private FlowModel BindComplete(FlowModel flow, OperationModel complete)
    {
        var arguments = flow.Confirm!.Arguments.ToList();
        arguments.AddRange(complete.Parameters.Where(PartMembers.IsDigest).Select(parameter => new StepArgument(parameter.Name, IsParameter: true, new DigestValue())));
        var list = document.Request(complete)?.Properties.FirstOrDefault(PartMembers.IsList);
        if (list is not null)
        {
            var item = flow.Part is null ? null : Item(Operation(flow.Part.Method), list);
            if (item is null && !(flow.Part is null && PartMembers.IsETags(list) && ItemOf(list) is ScalarType { Kind: Scalar.String }))
            {
                return flow with { Parts = null, Missing = $"'{complete.Id}' wants {list.JsonName}, and which answers those are isn't known" };
            }

            arguments.Add(new StepArgument(list.Name, IsParameter: false, new PartsValue()));
            flow = flow with { Parts = flow.Parts! with { Item = item, TakesParts = true } };
        }

        return flow with { Confirm = new StepModel(complete.MethodName, arguments.ToEquatableArray()) };
    }

    /// <summary>The member of a part's answer that a list is of: one of its own type, or the part's id or ETag.</summary>
    private MemberPath? Item(OperationModel part, PropertyModel list)
    {
        if (document.Answer(part) is not { } answer)
        {
            return null;
        }

        var wanted = ItemOf(list);
        var names = PartMembers.IsETags(list) ? new[] { "etag", "e tag" } : ["part id", "id"];
        var fitting = new SessionMembers(document, answer).Single.Where(member => member.Path.Type == wanted).ToList();
        var found = wanted is ScalarType ? names.Select(name => fitting.FirstOrDefault(member => FlowMembers.Is(member.Property, name))).FirstOrDefault(member => member is not null)
            : fitting.Count == 1 ? fitting[0]
            : null;
        return found?.Path;
    }

    private static TypeRef ItemOf(PropertyModel list) => ((ListType)list.Type.AsNonNullable()).Item.AsNonNullable();

    private OperationModel Operation(string method) => document.Operations.First(operation => operation.MethodName == method);
}
