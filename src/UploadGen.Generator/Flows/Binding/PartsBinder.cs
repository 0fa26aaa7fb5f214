using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Finds out what it takes to send a file's parts and to put them together. What a step wants and the document leaves open is no matter for a guess: the
/// upload then stays a matter of its operations.
/// </summary>
internal sealed class PartsBinder(FlowDocument document)
{
    public FoundSession Bind(FoundParts flow)
    {
        if (flow.Opening.Confirm is not { } confirm)
        {
            return flow.Opening.OpenConfirm is { } open ? Ask(flow, open) : new OpenParts(flow, "nothing completes it");
        }

        var session = new SessionMembers(document, flow.Opening.Session);
        return flow switch
        {
            FoundPartUrls urls => BindUrls(urls, confirm, session),
            FoundPartOperation operation => BindOperation(operation, confirm, session),
            _ => throw new ArgumentOutOfRangeException(nameof(flow)),
        };
    }

    /// <summary>What a statement would settle.</summary>
    private OpenParts Ask(FoundParts flow, string open)
    {
        var steps = new StatedSteps(document);
        var parts = flow switch
        {
            FoundPartUrls urls => $"\"parts\": {{ \"urls\": \"{urls.Urls.Expression}\" }}",
            FoundPartOperation operation => $"\"send\": {steps.Of(operation.Send.Operation)}, \"protocol\": \"parts\"",
            _ => throw new ArgumentOutOfRangeException(nameof(flow)),
        };
        var confirm = steps.Confirm(confirm: null, isOpen: true, flow.Opening.ConfirmCandidates);
        document.ReportNotBound(
            flow.Create,
            $"{open}. Its operations are generated, and no call that does all; say \"{FlowStatement.Extension}\": {{ {parts}, \"confirm\": {confirm} }} "
                + $"({string.Join(", ", steps.Otherwise(flow.Opening.ConfirmCandidates))})");
        return new OpenParts(flow, open, IsAsked: true);
    }

    /// <summary>Parts that go to URLs.</summary>
    private FoundSession BindUrls(FoundPartUrls flow, FoundStep confirm, SessionMembers session)
    {
        if (!IsListInOrder(flow.Urls))
        {
            return new OpenParts(flow, $"{flow.Urls.JsonName} is no list of URLs in the order of the parts");
        }

        var terms = Stated(flow) ?? Terms(session, inspect: null);
        var count = flow.Opening.Role(FileRole.PartCount) ?? CountRole(flow.Create);
        if (terms is null && count is null)
        {
            return new OpenParts(flow, "the document says neither how many parts there are to be nor how large they are");
        }

        var opening = count is null || flow.Opening.Roles.Contains(count) ? flow.Opening : flow.Opening with { Roles = [.. flow.Opening.Roles, count] };
        var (list, isStated) = ListOf(flow, confirm);
        var taken = list is null ? null : TakenOfStorage(list, isStated);
        if (list is not null && taken is null)
        {
            return new OpenParts(flow with { Opening = opening }, Unknown(confirm, list));
        }

        var more = count is null ? null : More(flow.Create, session);
        return new KnownPartUrls(opening, terms, Complete(confirm, list, taken), flow.Urls, flow.Headers, NeedsETags: list is not null, more);
    }

    /// <summary>What completing takes of what storage gave for the parts: their ETags, or records with number and ETag that must have nothing else.</summary>
    private Origin? TakenOfStorage(PropertyModel list, bool isStated)
    {
        var item = ItemOf(list);
        if (item is ScalarType { Kind: Scalar.String })
        {
            return isStated || PartMembers.IsETags(list) ? new PartsOrigin() : null;
        }

        var members = document.Record(item)?.Properties.Where(property => !property.IsReadOnly).ToList() ?? [];
        var number = members.Find(property => PartMembers.IsNumber(property.JsonName, property.Type) && property.Type.AsNonNullable() is ScalarType);
        var tag = members.Find(PartMembers.IsETag);
        return number is null || tag is null || members.Exists(property => property.IsRequired && property != number && property != tag)
            ? null
            : new NumberedPartsOrigin(document.Record(item)!, number, tag, PartMembers.FirstOf(number));
    }

    private static bool IsListInOrder(MemberPath urls)
        => urls.Type is ListType { Item: ScalarType { Kind: Scalar.String or Scalar.Uri } }
            && !urls.Steps.Take(urls.Steps.Count - 1).Any(step => step.Type.AsNonNullable() is ListType or MapType);

    private FoundRole? CountRole(OperationModel create)
        => create.Parameters.FirstOrDefault(parameter => PartMembers.IsCount(parameter.WireName, parameter.Type)) is { } parameter
            ? new FoundRole(parameter.Name, FileRole.PartCount, IsParameter: true)
            : document.Request(create)?.Properties.FirstOrDefault(property => PartMembers.IsCount(property.JsonName, property.Type)) is { } property
                ? new FoundRole(property.Name, FileRole.PartCount)
                : null;

    /// <summary>The same operation, asked for the URLs of further parts: it takes the first of them and the key of the upload.</summary>
    private static FoundStep? More(OperationModel create, SessionMembers session)
    {
        var first = create.Parameters.FirstOrDefault(PartMembers.IsFirst);
        var key = create.Parameters
            .Where(parameter => !parameter.IsRequired)
            .Select(parameter => (Parameter: parameter, Member: session.Identifiers.FirstOrDefault(member => IsSame(member, parameter))))
            .FirstOrDefault(pair => pair.Member is not null);
        return first is null || first.IsRequired || key.Member is null ? null : new FoundStep(
            create,
            [
                FoundArgument.Parameter(first.Name, new FirstPartOrigin(PartMembers.FirstOf(first))),
                FoundArgument.Parameter(key.Parameter.Name, new SessionOrigin(key.Member.Path)),
            ]);
    }

    private static bool IsSame(AnswerMember member, ParameterModel parameter)
        => member.Path.Type == parameter.Type.AsNonNullable()
            && UploadWords.Split(member.Property.JsonName).SequenceEqual(UploadWords.Split(parameter.WireName));

    /// <summary>Parts that go to an operation.</summary>
    private FoundSession BindOperation(FoundPartOperation flow, FoundStep confirm, SessionMembers session)
    {
        var (file, maxLength) = File(flow.Send.Operation.Body);
        if (file is null)
        {
            return new OpenParts(flow, $"'{flow.Send.Operation.Id}' wants more than the part's bytes");
        }

        var (send, wanted) = Send(flow, file);
        if (wanted is not null)
        {
            return new OpenParts(flow, $"'{send.Operation.Id}' wants {wanted.WireName}, and what that is for each part isn't known");
        }

        var own = Stated(flow) ?? Terms(session, inspect: null);
        var inspect = own is null ? Inspect(flow.Create, confirm) : null;
        if (inspect is { Step: null })
        {
            return new OpenParts(flow, $"only '{inspect.Value.Id}' tells how large parts are to be, and what it wants isn't known");
        }

        var (list, _) = ListOf(flow, confirm);
        var item = list is null ? null : Item(send.Operation, list);
        var terms = inspect is { } found ? Terms(found.Members, found.Step) : own;
        return list is not null && item is null
            ? new OpenParts(flow, Unknown(confirm, list))
            : new KnownPartOperation(flow.Opening, terms, Complete(confirm, list, new PartsOrigin()), send, maxLength, item);
    }

    /// <summary>All that the operation takes of a part, or the parameter of which that isn't known.</summary>
    private static (FoundStep Send, ParameterModel? Wanted) Send(FoundPartOperation flow, string file)
    {
        List<FoundArgument> arguments = [.. flow.Send.Arguments, FoundArgument.Property(file, new PartOrigin(PartFact.Content))];
        foreach (var parameter in flow.Send.Operation.Parameters.Where(parameter => arguments.All(argument => argument.Name != parameter.Name)))
        {
            if (PartMembers.FactOf(parameter) is { } fact)
            {
                arguments.Add(FoundArgument.Parameter(parameter.Name, fact));
            }
            else if (parameter.IsRequired && !IsSaidAtOpening(flow.Create, parameter))
            {
                return (flow.Send, parameter);
            }
        }

        return (flow.Send with { Arguments = arguments }, null);
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

    private static FoundTerms? Terms(SessionMembers members, FoundStep? inspect)
        => members.Single.FirstOrDefault(member => PartMembers.IsSize(member.Property)) is { } size
            ? new FoundTerms(inspect, size.Path, members.Single.FirstOrDefault(member => PartMembers.SaysParallel(member.Property))?.Path)
            : null;

    /// <summary>The operation that shows the opened upload, if it tells how large parts are to be.</summary>
    private (string Id, FoundStep? Step, SessionMembers Members)? Inspect(OperationModel create, FoundStep confirm)
    {
        var path = confirm.Operation.Path;
        var above = path.Substring(0, path.LastIndexOf('/'));
        var shown = document.Operations.FirstOrDefault(operation => operation.HttpMethod == "GET" && operation.Path == above);
        if (shown is null || document.Answer(shown) is not { } answer || new SessionMembers(document, answer) is var members && Terms(members, null) is null)
        {
            return null;
        }

        var ids = confirm.Arguments.Where(argument => argument.IsParameter && shown.Parameters.Any(parameter => parameter.Name == argument.Name)).ToList();
        var required = shown.Parameters.Where(parameter => parameter.IsRequired);
        var isCallable = required.All(parameter => ids.Any(argument => argument.Name == parameter.Name) || IsSaidAtOpening(create, parameter));
        return (shown.Id, isCallable ? new FoundStep(shown, ids) : null, members);
    }

    /// <summary>The part size that is stated.</summary>
    private static FoundTerms? Stated(FoundParts flow) => flow.Stated?.Size is { } size ? new FoundTerms(Inspect: null, size, IsParallel: null) : null;

    /// <summary>What completing takes of the parts, if it takes something of each.</summary>
    private (PropertyModel? List, bool IsStated) ListOf(FoundParts flow, FoundStep confirm)
    {
        var properties = document.Request(confirm.Operation)?.Properties ?? [];
        if (flow.Stated?.List is not { } name)
        {
            return (properties.FirstOrDefault(PartMembers.IsList), false);
        }

        var stated = properties.FirstOrDefault(property => property.JsonName == name && property.Type.AsNonNullable() is ListType);
        if (stated is null)
        {
            var problem = $"'{confirm.Operation.Id}' takes no list '{name}'. What it takes of the parts is looked for; correct parts.list";
            document.ReportNotBound(flow.Create, problem, flow.Stated.Place);
        }

        return (stated ?? properties.FirstOrDefault(PartMembers.IsList), stated is not null);
    }

    /// <summary>The step that completes the upload, with what it takes of the parts and of the file.</summary>
    /// <param name="confirm">The step.</param>
    /// <param name="list">What takes something of the parts.</param>
    /// <param name="taken">What it takes.</param>
    private static FoundStep Complete(FoundStep confirm, PropertyModel? list, Origin? taken)
    {
        var digests = confirm.Operation.Parameters
            .Where(PartMembers.IsDigest)
            .Select(parameter => FoundArgument.Parameter(parameter.Name, new DigestOrigin(DigestForm.Sha)));
        var parts = list is null || taken is null ? Array.Empty<FoundArgument>() : [FoundArgument.Property(list.Name, taken)];
        return confirm with { Arguments = [.. confirm.Arguments, .. digests, .. parts] };
    }

    private static string Unknown(FoundStep confirm, PropertyModel list)
        => $"'{confirm.Operation.Id}' wants {list.JsonName}, and which answers those are isn't known";

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
        if (wanted is not ScalarType)
        {
            return fitting.Count == 1 ? fitting[0].Path : null;
        }

        var named = names.Select(name => fitting.FirstOrDefault(member => FlowMembers.Is(member.Property, name)));
        return named.FirstOrDefault(member => member is not null)?.Path;
    }

    private static TypeRef ItemOf(PropertyModel list) => ((ListType)list.Type.AsNonNullable()).Item.AsNonNullable();
}
