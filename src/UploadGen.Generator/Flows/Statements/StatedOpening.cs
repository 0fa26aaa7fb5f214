using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Adds to a flow what is stated of it beyond where its file goes and what confirms it.</summary>
internal sealed class StatedOpening(FlowDocument document, OperationModel create, SessionMembers session)
{
    private readonly StatedStep _steps = new(document, create, session);

    public FoundOpening Complete(FoundOpening opening, FlowStatement statement)
    {
        var said = Said(statement.Open);
        var roles = opening.Roles.Where(role => !said.Any(argument => argument.Name == role.Name && argument.IsParameter == role.IsParameter)).ToList();
        var stated = opening with { Said = said, Roles = roles };
        if (statement.HasNoAbort || statement.Abort is not null)
        {
            stated = stated with { Abort = statement.Abort is { } abort ? Abort(abort, stated) : null };
        }

        if (statement.Recover is { } recover)
        {
            stated = stated with { Recovery = Recovery(recover, stated) };
        }

        return statement.Digest is { } digest
            ? new StatedDigest(document, create, statement.Send?.Operation(document, WholeFlows.TakesFile)).Add(stated, digest)
            : stated;
    }

    private IReadOnlyList<FoundArgument> Said(OpeningStatement? open)
    {
        if (open is null)
        {
            return [];
        }

        // There is nothing yet that an expression could stand for, but for the file.
        var stated = new StatedArguments(document, create, new StatedValues(document, new FlowExpression(document, create) { IsAtOpening = true }));
        stated.Bind(create, open.Parameters, open.RequestBody, open.Place);
        return stated.Bound;
    }

    private FoundStep? Abort(StepStatement statement, FoundOpening opening)
    {
        const string Otherwise = "Nothing gives it up";
        return Bind(statement, "to give it up", Otherwise) is { } step && IsCallable(step, opening, statement.Place, Otherwise) ? step : null;
    }

    /// <summary>A step that the caller isn't asked for, and that has no body.</summary>
    private FoundStep? Bind(StepStatement statement, string purpose, string otherwise)
        => _steps.Bind(statement, purpose, otherwise) is { } step
            ? step with { Arguments = step.Arguments.Where(argument => argument.IsParameter).ToList() }
            : null;

    /// <summary>A recovery is kept in the model. The engine opens the upload again where a URL has ended.</summary>
    private FoundRecovery? Recovery(RecoveryStatement statement, FoundOpening opening)
    {
        var place = statement.Step.Place;
        const string Otherwise = "Where a URL has ended, the upload is opened again";
        if (Bind(statement.Step, "to give it another URL", Otherwise) is not { } step || !IsCallable(step, opening, place, Otherwise))
        {
            return null;
        }

        var (url, problem) = Url(step.Operation, statement.Url);
        if (url is null)
        {
            var where = statement.Url is null ? place : place.Then("url");
            document.ReportNotBound(create, $"{problem}. {Otherwise}; say recover.url: \"$response.body#/…\"", where);
            return null;
        }

        var what = $"no call asks '{step.Operation.Id}' for another URL yet. {Otherwise}; keep the statement for when it does";
        document.ReportNotBound(create, what, place);
        return new FoundRecovery(step, url);
    }

    /// <summary>The URL in the answer of the operation that recovers: the one that is stated, or the one called as in the session.</summary>
    private (MemberPath? Url, string? Problem) Url(OperationModel operation, JsonNode? stated)
    {
        if (stated is not null)
        {
            var (origin, problem) = new FlowExpression(document, operation).Read(stated);
            return origin is SessionOrigin { Path: var path }
                ? (path, null)
                : (null, problem ?? $"recover.url is no member of what '{operation.Id}' answers");
        }

        var urls = document.Answer(operation) is { } answer
            ? new SessionMembers(document, answer).Single.Where(member => UploadUrlSignals.IsUrl(member.Property)).Take(2).ToList()
            : [];
        return urls.Count == 1 ? (urls[0].Path, null) : (null, $"which member of what '{operation.Id}' answers is the URL isn't known");
    }

    /// <summary>Whether a step that the caller isn't asked for has all that it wants.</summary>
    private bool IsCallable(FoundStep step, FoundOpening opening, StatementPlace place, string otherwise)
    {
        var unknown = step.Arguments.FirstOrDefault(argument => !IsKnownLater(argument.Origin, opening));
        var wanted = step.Operation.Parameters.FirstOrDefault(parameter => parameter.IsRequired
            && !step.Arguments.Any(argument => argument.IsParameter && argument.Name == parameter.Name)
            && !create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type));
        var problem = unknown is not null ? $"what '{step.Operation.Id}' is told must come from the answer of '{create.Id}' or be the same in every upload"
            : wanted is not null ? $"'{step.Operation.Id}' wants {wanted.WireName}, and the caller isn't asked for that"
            : step.Operation.Body is { IsRequired: true } ? $"'{step.Operation.Id}' wants a body, and it is called without one"
            : null;
        if (problem is not null)
        {
            document.ReportNotBound(create, $"{problem}. {otherwise}", place);
        }

        return problem is null;
    }

    /// <summary>The file's facts aren't at hand there.</summary>
    private static bool IsKnownLater(Origin origin, FoundOpening opening) => origin switch
    {
        SessionOrigin or TextOrigin or EnumOrigin or FixedOrigin => true,
        ParameterOrigin { Parameter: var name } => !opening.Roles.Any(role => role.IsParameter && role.Name == name),
        RequestOrigin { Property: var name } => !opening.Roles.Any(role => !role.IsParameter && role.Name == name),
        _ => false,
    };
}
