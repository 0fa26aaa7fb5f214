using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds out what it takes to send a file's parts to URLs.</summary>
internal sealed class PartUrlsBinder(FlowDocument document)
{
    private readonly PartsCompletion _completion = new(document);

    public FoundSession Bind(FoundPartUrls flow, FoundStep confirm)
    {
        var session = new SessionMembers(document, flow.Opening.Session);
        if (!IsListInOrder(flow.Urls))
        {
            return new OpenParts(flow, $"{flow.Urls.JsonName} is no list of URLs in the order of the parts");
        }

        var terms = PartTerms.Stated(flow) ?? PartTerms.Of(session, inspect: null);
        var count = flow.Opening.Role(FileRole.PartCount) ?? CountRole(flow.Create);
        if (terms is null && count is null)
        {
            return new OpenParts(flow, "the document says neither how many parts there are to be nor how large they are");
        }

        var opening = count is null || flow.Opening.Roles.Contains(count) ? flow.Opening : flow.Opening with { Roles = [.. flow.Opening.Roles, count] };
        var (list, isStated) = _completion.ListOf(flow, confirm);
        var taken = list is null ? null : TakenOfStorage(list, isStated);
        if (list is not null && taken is null)
        {
            return new OpenParts(flow with { Opening = opening }, PartsCompletion.Unknown(confirm, list));
        }

        var more = count is null ? null : More(flow.Create, session);
        return new KnownPartUrls(opening, terms, PartsCompletion.Complete(confirm, list, taken), flow.Urls, flow.Headers, NeedsETags: list is not null, more);
    }

    /// <summary>What completing takes of what storage gave for the parts: their ETags, or records with number and ETag that must have nothing else.</summary>
    private Origin? TakenOfStorage(PropertyModel list, bool isStated)
    {
        var item = PartsCompletion.ItemOf(list);
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
}
