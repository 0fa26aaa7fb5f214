using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds the operation that a statement says is asked where parts go.</summary>
internal sealed class StatedSigner(FlowDocument document, OperationModel create, SessionMembers session)
{
    private const string Otherwise = "Its operations are generated, and no call that does all";

    /// <returns>Null where it can't be bound; that is reported.</returns>
    public FoundAsk? Bind(PartsStatement parts)
    {
        var statement = parts.Sign!;
        var steps = new StatedStep(document, create, session, isOfPart: true, isOfParts: true);
        if (steps.Bind(statement, "to give the URLs of parts", Otherwise) is not { } stated)
        {
            return null;
        }

        var found = PartSigners.Parts(document, stated.Operation)
            .Where(part => !stated.Arguments.Any(argument => argument.Name == part.Name && argument.IsParameter == part.IsParameter));
        var step = stated with { Arguments = [.. stated.Arguments, .. found] };
        if (!step.Arguments.Any(argument => argument.Origin is PartOrigin or PartNumbersOrigin))
        {
            return Refuse(statement, $"'{step.Operation.Id}' isn't told which part it is asked for; say it in parameters or requestBody, as $part.number");
        }

        if (Wanted(step) is { } wanted)
        {
            return Refuse(statement, $"'{step.Operation.Id}' wants {wanted}, and what that is for each part isn't known; say it in parameters or requestBody");
        }

        var (items, problem) = Items(step.Operation, parts);
        return items is null
            ? Refuse(statement, $"{problem}; say it as parts.sign.url")
            : new FoundAsk(step, items, PartSigners.BatchOf(step), PartSigners.FirstOf(step));
    }

    private FoundAsk? Refuse(StepStatement statement, string problem)
    {
        document.ReportNotBound(create, $"{problem}. {Otherwise}", statement.Place);
        return null;
    }

    private string? Wanted(FoundStep step)
    {
        var members = (document.Request(step.Operation)?.Properties ?? [])
            .Where(property => property is { IsRequired: true, IsReadOnly: false, Constant: null } && !IsTold(property.Name, isParameter: false))
            .Select(property => property.JsonName);
        var parameters = step.Operation.Parameters
            .Where(parameter => parameter.IsRequired && !IsTold(parameter.Name, isParameter: true)
                && !create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type))
            .Select(parameter => parameter.WireName);
        return members.Concat(parameters).FirstOrDefault();

        bool IsTold(string name, bool isParameter) => step.Arguments.Any(argument => argument.Name == name && argument.IsParameter == isParameter);
    }

    private (PartItemsModel? Items, string? Problem) Items(OperationModel signer, PartsStatement parts)
    {
        if (document.Answer(signer) is not { } answer)
        {
            return (null, $"'{signer.Id}' answers with no JSON object that would have a URL");
        }

        if (parts.Signed is null)
        {
            return (new PartSigners(document).Items(signer), $"which member of what '{signer.Id}' answers is the URL isn't known");
        }

        var (origin, problem) = new FlowExpression(document, signer).Read(parts.Signed);
        return origin is SessionOrigin { Path: var path }
            ? (Stated(answer, path, parts), $"which member of an item in {path.JsonName} is its URL isn't known")
            : (null, problem ?? $"url is no member of what '{signer.Id}' answers");
    }

    private PartItemsModel? Stated(RecordModel answer, MemberPath path, PartsStatement parts)
        => new PartItems(document, new SessionMembers(document, answer)).Stated(path, parts);
}
