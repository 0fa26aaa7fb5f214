using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Finds operations that give the URL of a part, or of several, of an upload that another operation has opened: <c>/uploads/{id}/parts/{n}/url</c>,
/// <c>/multipart/sign</c> beside <c>/multipart/create</c>.
/// </summary>
internal sealed class PartSigners
{
    private static readonly string[] Opens = [.. UploadWords.Begins, "open", "new", "multipart"];
    private static readonly string[] PartSizes = ["part size", "chunk size", "content length", "part length", "size of part"];

    private readonly FlowDocument _document;
    private readonly Lazy<List<OperationModel>> _signers;
    private readonly Dictionary<OperationKey, FoundAsk?> _found = [];

    public PartSigners(FlowDocument document)
    {
        _document = document;
        _signers = new(() => document.Operations.Where(operation => Answer(operation) is not null).ToList());
    }

    /// <summary>How it is asked where the parts go of what an operation opens; null where nothing tells it, or several operations do.</summary>
    public FoundAsk? Find(OperationModel create)
    {
        if (!_found.TryGetValue(create.Key, out var found))
        {
            found = _signers.Value.Count > 0 && CanOpen(create) && _document.Answer(create) is { } answer
                ? Only(_signers.Value.Where(signer => IsOf(create, signer)).Select(signer => Bind(create, new SessionMembers(_document, answer), signer)))
                : null;
            _found.Add(create.Key, found);
        }

        return found;
    }

    /// <summary>Whether an operation is asked for parts of what another one opens.</summary>
    public bool IsUsed(OperationModel signer)
        => _signers.Value.Contains(signer) && _document.Operations.Any(create => Find(create)?.Step.Operation == signer);

    /// <summary>What an operation answers of parts, whatever it is called: it is stated that it is asked for them.</summary>
    public PartItemsModel? Items(OperationModel signer)
        => _document.Answer(signer) is { } answer && Url(new SessionMembers(_document, answer)) is { } url
            ? new PartItems(_document, new SessionMembers(_document, answer)).Around(url)
            : null;

    /// <summary>What an operation is told of the part, or the parts, that it is asked for.</summary>
    public static IEnumerable<FoundArgument> Parts(FlowDocument document, OperationModel signer)
        => signer.Parameters
            .Select(parameter => Of(new Taker(parameter.Name, parameter.WireName, parameter.Type, parameter.Limits, parameter.Description, true)))
            .Concat((document.Request(signer)?.Properties ?? [])
                .Where(property => !property.IsReadOnly)
                .Select(property => Of(new Taker(property.Name, property.JsonName, property.Type, property.Limits, property.Description, false))))
            .OfType<FoundArgument>();

    /// <summary>The number of the first part, as an operation is asked for parts.</summary>
    public static int FirstOf(FoundStep step)
        => step.Arguments
            .Select(argument => argument.Origin switch
            {
                PartOrigin { Fact: PartFact.Number } one => one.First,
                PartNumbersOrigin several => several.First,
                _ => (int?)null,
            })
            .FirstOrDefault(first => first is not null) ?? 1;

    /// <summary>The most parts that an operation is asked for at once: one where it can't be told of more.</summary>
    public static int BatchOf(FoundStep step)
        => step.Arguments
            .Select(argument => argument.Origin switch
            {
                PartNumbersOrigin several => several.Most,
                PartCountOrigin count => count.Most,
                _ => 0,
            })
            .Where(most => most > 0)
            .DefaultIfEmpty(1)
            .Min();

    /// <summary>The most that may be asked for at once, by a limit of the document.</summary>
    public static int MostOf(string? limit)
        => int.TryParse(limit, out var most) && most is > 0 and < PartCountOrigin.Usual ? most : PartCountOrigin.Usual;

    /// <summary>The URLs that an operation answers with, if it gives those of parts that it is told.</summary>
    private PartItemsModel? Answer(OperationModel operation)
    {
        if (operation.HttpMethod is not ("GET" or "POST" or "PUT") || WholeFlows.TakesFile(operation))
        {
            return null;
        }

        var facts = new CreateFacts(operation, _document.Request(operation));
        if (!Parts(_document, operation).Any(IsNumber) || facts.IsEnd || facts.SaysReading)
        {
            return null;
        }

        var items = Items(operation);
        var says = facts.Words.Any(word => UploadWords.Stages.Contains(word) || word is "sign" or "multipart")
            || UrlProse.SaysWriting(facts.Prose)
            || (items is not null && UploadWords.Split(items.UrlMember.Last.JsonName).Intersect(UploadWords.Stages).Any());
        return says ? items : null;
    }

    private static bool IsNumber(FoundArgument argument) => argument.Origin is PartOrigin { Fact: PartFact.Number } or PartNumbersOrigin;

    private static MemberPath? Url(SessionMembers session)
    {
        var urls = session.All
            .Where(member => member.List != SessionList.Files && UploadUrlSignals.IsUrl(member.Property) && !member.Property.IsHeader
                && UploadUrlSignals.SaysOnlyUpload(member.Property.JsonName) && !UrlProse.SaysReading(member.Property.Description))
            .Take(2)
            .ToList();
        return urls.Count == 1 ? urls[0].Path : null;
    }

    private bool CanOpen(OperationModel create)
    {
        var facts = new CreateFacts(create, _document.Request(create));
        return create.HttpMethod is "POST" or "PUT"
            && !WholeFlows.TakesFile(create)
            && !facts.IsEnd
            && !facts.Renews
            && !facts.NamesPart
            && !UploadWords.Split(create.Id).Concat(UploadWords.Split(create.Path)).Intersect(UploadWords.Aborts).Any();
    }

    /// <summary>Whether one operation is about what another opens, by their paths: below it, or beside it where it says that it opens.</summary>
    private bool IsOf(OperationModel create, OperationModel signer)
    {
        if (create == signer)
        {
            return false;
        }

        if (IsBelow(create, signer))
        {
            return true;
        }

        return IsBeside(create, signer) && _document.Operations.Count(other => IsBeside(other, signer) && CanOpen(other)) == 1
            && !_document.Operations.Any(other => other != signer && CanOpen(other) && IsBelow(other, signer));
    }

    private static bool IsBelow(OperationModel create, OperationModel signer) => Below(create, signer) is not null;

    /// <summary>What stands behind the upload's id: <c>/{id}/parts/{n}/url</c>.</summary>
    private static BelowId? Below(OperationModel create, OperationModel signer) => new CompletionPaths(create).BelowId(signer, most: 4);

    private bool IsBeside(OperationModel create, OperationModel signer)
    {
        var (parent, last) = Split(create);
        return create != signer
            && parent.Length > 0
            && Split(signer).Parent == parent
            && UploadWords.Split(last).Intersect(Opens).Any()
            && !_signers.Value.Contains(create);
    }

    private FoundAsk? Bind(OperationModel create, SessionMembers session, OperationModel signer)
    {
        var arguments = Parts(_document, signer).Concat(Keys(create, session, signer)).ToList();
        arguments = arguments.GroupBy(argument => (argument.Name, argument.IsParameter)).Select(group => group.First()).ToList();
        var step = new FoundStep(signer, arguments);
        var isOfSession = arguments.Any(argument => argument.Origin.Session.Any());
        return isOfSession && !new SessionArguments(_document, create, session).WantsMore(step)
            ? new FoundAsk(step, Answer(signer)!, BatchOf(step), FirstOf(step))
            : null;
    }

    private IEnumerable<FoundArgument> Keys(OperationModel create, SessionMembers session, OperationModel signer)
    {
        var found = new SessionArguments(_document, create, session);
        var keys = new SessionKeys(create, session);
        var id = Below(create, signer)?.Id;
        foreach (var parameter in signer.Parameters)
        {
            var isSaid = create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type);
            var path = isSaid ? null : (parameter == id ? found.SessionId(parameter) : null) ?? keys.Find(parameter.WireName, parameter.Type);
            if (path is not null)
            {
                yield return FoundArgument.Parameter(parameter.Name, new SessionOrigin(path));
            }
        }

        var body = found.OfBody(signer).ToList();
        foreach (var argument in body)
        {
            yield return argument;
        }

        if (id is null && found.BareId(signer) is { } bare && body.TrueForAll(argument => argument.Name != bare.Name))
        {
            yield return bare;
        }
    }

    private static FoundArgument? Of(Taker taker) => OriginOf(taker) is { } origin ? new FoundArgument(taker.Name, taker.IsParameter, origin) : null;

    private static Origin? OriginOf(Taker taker)
    {
        var type = taker.Type.AsNonNullable();
        var first = PartMembers.FirstOf(taker.WireName, taker.Limits);
        return type is ListType && PartMembers.IsNumber(taker.WireName, type) ? new PartNumbersOrigin(first, MostOf(taker.Limits.MaxItems))
            : type is not ScalarType { Kind: Scalar.Int32 or Scalar.Int64 } scalar ? null
            : PartMembers.IsOneNumber(taker.WireName) || PartMembers.SaysNumber(type, taker.Description) || PartMembers.IsFirst(taker.WireName, type)
                ? new PartOrigin(PartFact.Number, first)
            : PartMembers.IsCount(taker.WireName, type) || PartMembers.IsBareCount(taker.WireName) ? new PartCountOrigin(MostOf(taker.Limits.Maximum))
            : scalar.Kind == Scalar.Int64 && PartMembers.IsAny(taker.WireName, PartSizes) ? new PartOrigin(PartFact.Length)
            : null;
    }

    private static (string Parent, string Last) Split(OperationModel operation)
    {
        var path = operation.Path.TrimEnd('/');
        var end = path.LastIndexOf('/');
        return (path.Substring(0, Math.Max(0, end)), path.Substring(end + 1));
    }

    private static FoundAsk? Only(IEnumerable<FoundAsk?> asks)
    {
        var found = asks.OfType<FoundAsk>().ToList();
        // One that is asked for several takes as many requests less.
        var several = found.Where(ask => ask.Batch > 1).ToList();
        return found.Count == 1 ? found[0] : several.Count == 1 ? several[0] : null;
    }

    /// <summary>What takes a fact of a part.</summary>
    private sealed record Taker(string Name, string WireName, TypeRef Type, LimitsModel Limits, string? Description, bool IsParameter);
}
