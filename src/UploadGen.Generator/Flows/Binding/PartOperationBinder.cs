using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds out what it takes to send a file's parts to an operation.</summary>
internal sealed class PartOperationBinder(FlowDocument document)
{
    private readonly PartsCompletion _completion = new(document);

    private static readonly PartFact[] Places = [PartFact.Number, PartFact.Range, PartFact.Offset];

    public FoundSession Bind(FoundPartOperation flow, FoundStep confirm)
    {
        var session = new SessionMembers(document, flow.Opening.Session);
        var (file, maxLength) = File(flow.Send.Operation.Body);
        if (file is null)
        {
            return new OpenParts(flow, $"'{flow.Send.Operation.Id}' wants more than the part's bytes");
        }

        var (send, wanted) = Send(flow, file);
        if (wanted is not null)
        {
            return new OpenParts(flow, $"'{send.Operation.Id}' wants {wanted}, and what that is for each part isn't known");
        }

        var own = PartTerms.Stated(flow) ?? PartTerms.Of(session, inspect: null);
        var inspect = own is null ? Inspect(flow.Create, confirm) : null;
        if (inspect is { Step: null })
        {
            return new OpenParts(flow, $"only '{inspect.Value.Id}' tells how large parts are to be, and what it wants isn't known");
        }

        var (list, _) = _completion.ListOf(flow, confirm);
        var item = list is null ? null : Item(send.Operation, list);
        var terms = inspect is { } found ? PartTerms.Of(found.Members, found.Step) : own;
        if (list is not null && item is null)
        {
            return new OpenParts(flow, PartsCompletion.Unknown(confirm, list));
        }

        var told = send.Arguments.SelectMany(argument => argument.Origin.OfPart).ToList();
        return list is null && !told.Intersect(Places).Any()
            ? new OpenParts(flow, $"'{send.Operation.Id}' is told nothing of where a part belongs, and '{confirm.Operation.Id}' takes no list of them")
            : new KnownPartOperation(
                flow.Opening, terms, PartsCompletion.Complete(confirm, list, new PartsOrigin()), send, maxLength, item, IsSequential(send.Operation, told))
            {
                Received = new StatedReceipt(document)
                    .Bind(flow.Create, send.Operation, flow.Stated, isAppended: list is null && told.Contains(PartFact.Offset)),
            };
    }

    /// <summary>Whether the API puts the parts together as they come: it is told how much is there, or which part is the last.</summary>
    private static bool IsSequential(OperationModel send, IReadOnlyList<PartFact> told)
        => told.Contains(PartFact.Offset)
            || told.Contains(PartFact.IsLast)
            || UploadWords.Split(send.Id + "/" + send.Path).Contains("append");

    /// <summary>All that the operation takes of a part, or the name of what takes something else.</summary>
    private static (FoundStep Send, string? Wanted) Send(FoundPartOperation flow, string file)
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
                return (flow.Send, parameter.WireName);
            }
        }

        var fields = (flow.Send.Operation.Body as FormBodyModel)?.Fields ?? [];
        foreach (var field in fields.Where(field => arguments.All(argument => argument.Name != field.Name)))
        {
            if (PartMembers.FactOf(field) is { } fact)
            {
                arguments.Add(FoundArgument.Property(field.Name, fact));
            }
            else if (field.IsRequired)
            {
                return (flow.Send, field.WireName);
            }
        }

        return (flow.Send with { Arguments = arguments }, null);
    }

    /// <summary>The parameter that takes the part.</summary>
    private static (string? Parameter, long? MaxLength) File(BodyModel? body)
    {
        if (body is BinaryBodyModel binary)
        {
            return (binary.Parameter, binary.MaxLength);
        }

        var files = (body as FormBodyModel)?.Fields.Where(field => field.IsFile).ToList();
        return files is { Count: 1 } && files[0] is { Type: FileType } file ? (file.Name, file.MaxLength) : (null, null);
    }

    private static bool IsSaidAtOpening(OperationModel create, ParameterModel parameter)
        => create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type);

    /// <summary>The operation that shows the opened upload, if it tells how large parts are to be.</summary>
    private (string Id, FoundStep? Step, SessionMembers Members)? Inspect(OperationModel create, FoundStep confirm)
    {
        var path = confirm.Operation.Path;
        var above = path.Substring(0, path.LastIndexOf('/'));
        var shown = document.Operations.FirstOrDefault(operation => operation.HttpMethod == "GET" && operation.Path == above);
        if (shown is null
            || document.Answer(shown) is not { } answer
            || new SessionMembers(document, answer) is var members && PartTerms.Of(members, null) is null)
        {
            return null;
        }

        var ids = confirm.Arguments.Where(argument => argument.IsParameter && shown.Parameters.Any(parameter => parameter.Name == argument.Name)).ToList();
        var required = shown.Parameters.Where(parameter => parameter.IsRequired);
        var isCallable = required.All(parameter => ids.Any(argument => argument.Name == parameter.Name) || IsSaidAtOpening(create, parameter));
        return (shown.Id, isCallable ? new FoundStep(shown, ids) : null, members);
    }

    /// <summary>The member of a part's answer that a list is of: one of its own type, or the part's id or ETag.</summary>
    private MemberPath? Item(OperationModel part, PropertyModel list)
    {
        if (document.Answer(part) is not { } answer)
        {
            return null;
        }

        var wanted = PartsCompletion.ItemOf(list);
        var names = PartMembers.IsETags(list) ? new[] { "etag", "e tag" } : ["part id", "id"];
        var fitting = new SessionMembers(document, answer).Single.Where(member => member.Path.Type == wanted).ToList();
        if (wanted is not ScalarType)
        {
            return fitting.Count == 1 ? fitting[0].Path : null;
        }

        var named = names.Select(name => fitting.FirstOrDefault(member => FlowMembers.Is(member.Property, name)));
        return named.FirstOrDefault(member => member is not null)?.Path;
    }
}
