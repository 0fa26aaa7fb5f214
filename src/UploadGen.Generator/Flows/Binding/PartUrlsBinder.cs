using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds out what it takes to send a file's parts to URLs.</summary>
internal sealed class PartUrlsBinder(FlowDocument document)
{
    private readonly PartsCompletion _completion = new(document);
    private readonly StoredParts _stored = new(document);

    /// <param name="flow">What was found.</param>
    /// <param name="confirm">What completes it; null where it is stated that nothing has to.</param>
    public FoundSession Bind(FoundPartUrls flow, FoundStep? confirm)
    {
        var session = new SessionMembers(document, flow.Opening.Session);
        var items = new PartItems(document, session);
        if ((Problem(flow.Given) ?? Problem(flow.Ask?.Items)) is { } problem)
        {
            return new OpenParts(flow, problem);
        }

        var terms = flow.Given?.TellsRanges == true ? null : PartTerms.Stated(flow) ?? PartTerms.Of(session, inspect: null);
        var count = flow.Opening.Role(FileRole.PartCount) ?? CountRole(flow.Create);
        if (flow.Given is { TellsRanges: false } && terms is null && count is null)
        {
            const string State = "(state parts.count or parts.size, or parts.length of each)";
            return new OpenParts(flow, $"the document says neither how many parts there are to be nor how large they are {State}");
        }

        if (terms is null && UntoldSize(flow.Opening) is { } size)
        {
            return new OpenParts(flow, $"'{flow.Create.Id}' wants {size}, and its answer doesn't tell how large parts are to be");
        }

        var opening = count is null || flow.Opening.Roles.Contains(count) ? flow.Opening : flow.Opening with { Roles = [.. flow.Opening.Roles, count] };
        var (list, isStated) = confirm is null ? (null, false) : _completion.ListOf(flow, confirm);
        var taken = list is null ? null : _stored.Find(list, isStated);
        if (list is not null && taken is null)
        {
            return new OpenParts(flow with { Opening = opening }, PartsCompletion.Unknown(confirm!, list));
        }

        var complete = confirm is null ? null : PartsCompletion.Complete(confirm, list, taken);
        var needsETags = taken?.Members.Any(member => member.Fact == StoredFact.ETag) == true;
        return new KnownPartUrls(opening, terms, complete, flow.Given, flow.Ask ?? More(flow, count, session), flow.Headers, needsETags);

        string? Problem(PartItemsModel? said) => said is null ? null : items.Problem(said);
    }

    /// <summary>The part size that the opening must be told: the caller's would not be the one that the file is divided by.</summary>
    private string? UntoldSize(FoundOpening opening)
        => document.Request(opening.Create)?.Properties
            .FirstOrDefault(property => property is { IsRequired: true, IsReadOnly: false }
                && PartMembers.IsSize(property)
                && opening.Said.All(said => said.IsParameter || said.Name != property.Name))
            ?.JsonName;

    private FoundRole? CountRole(OperationModel create)
        => create.Parameters.FirstOrDefault(parameter => PartMembers.IsCount(parameter.WireName, parameter.Type)) is { } parameter
            ? new FoundRole(parameter.Name, FileRole.PartCount, IsParameter: true)
            : document.Request(create)?.Properties.FirstOrDefault(property => PartMembers.IsCount(property.JsonName, property.Type)) is { } property
                ? new FoundRole(property.Name, FileRole.PartCount)
                : null;

    /// <summary>The same operation, asked for the URLs of further parts: it takes the first of them, how many, and the key of the upload.</summary>
    private static FoundAsk? More(FoundPartUrls flow, FoundRole? count, SessionMembers session)
    {
        var create = flow.Create;
        var first = create.Parameters.FirstOrDefault(PartMembers.IsFirst);
        var key = create.Parameters
            .Where(parameter => !parameter.IsRequired)
            .Select(parameter => (Parameter: parameter, Member: session.Identifiers.FirstOrDefault(member => IsSame(member, parameter))))
            .FirstOrDefault(pair => pair.Member is not null);
        if (count is not { IsParameter: true } || flow.Given is null || first is null || first.IsRequired || key.Member is null)
        {
            return null;
        }

        var number = PartMembers.FirstOf(first);
        var most = PartSigners.MostOf(create.Parameters.First(own => own.Name == count.Name).Limits.Maximum);
        var step = new FoundStep(
            create,
            [
                FoundArgument.Parameter(first.Name, new PartOrigin(PartFact.Number, number)),
                FoundArgument.Parameter(key.Parameter.Name, new SessionOrigin(key.Member.Path)),
                FoundArgument.Parameter(count.Name, new PartCountOrigin(most)),
            ]);
        return new FoundAsk(step, flow.Given, PartSigners.BatchOf(step), number);
    }

    private static bool IsSame(AnswerMember member, ParameterModel parameter)
        => member.Path.Type == parameter.Type.AsNonNullable()
            && UploadWords.Split(member.Property.JsonName).SequenceEqual(UploadWords.Split(parameter.WireName));
}
