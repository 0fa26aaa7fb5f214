using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds steps that are stated. What a statement leaves open of one is found as in one that isn't stated.</summary>
/// <param name="document">The document.</param>
/// <param name="create">The operation that opens the upload.</param>
/// <param name="session">What that answers.</param>
/// <param name="isOfPart">Whether the step is about a part of the file: then its facts can be told, too.</param>
/// <param name="isOfParts">Whether the step asks for the URLs of parts.</param>
internal sealed class StatedStep(FlowDocument document, OperationModel create, SessionMembers session, bool isOfPart = false, bool isOfParts = false)
{
    private readonly FlowExpression _expressions = new(document, create) { IsOfPart = isOfPart, IsOfParts = isOfParts };
    private readonly SessionArguments _found = new(document, create, session);

    /// <param name="statement">The statement.</param>
    /// <param name="purpose">What the operation does, as it goes on behind its name: <c>to confirm it</c>.</param>
    /// <param name="otherwise">What becomes of the flow without the step.</param>
    /// <param name="fits">Which of an operation's methods is meant, where it has several; any by default.</param>
    public FoundStep? Bind(StepStatement statement, string purpose, string otherwise, Func<OperationModel, bool>? fits = null)
    {
        if (statement.Operation(document, fits) is not { } target)
        {
            var end = NearestName.Question(statement.OperationId ?? "", document.Operations.Select(operation => operation.Id));
            var problem = $"there is no operation '{statement.Target}' {purpose}{end} {otherwise}; correct the operationId";
            document.ReportNotBound(create, problem, statement.Place);
            return null;
        }

        var stated = new StatedArguments(document, create, new StatedValues(document, _expressions));
        stated.Bind(target, statement.Parameters, statement.RequestBody, statement.Place);
        var found = Found(target).Where(argument => !stated.Mentions(argument.Name, argument.IsParameter));
        return new FoundStep(target, [.. stated.Bound, .. found]);
    }

    private IEnumerable<FoundArgument> Found(OperationModel target)
    {
        var known = create.Parameters.Select(parameter => (parameter.In, parameter.WireName)).ToList();
        var ids = target.Parameters
            .Where(parameter => parameter.In == ParameterIn.Path && !known.Contains((parameter.In, parameter.WireName)))
            .Select(parameter => (Named(parameter) ?? _found.SessionId(parameter)) is { } id
                ? FoundArgument.Parameter(parameter.Name, new SessionOrigin(id))
                : null)
            .OfType<FoundArgument>();
        return ids.Concat(_found.OfBody(target));
    }

    /// <summary>The member of the answer with a parameter's name, whatever that is: the step is known to go on with what was opened.</summary>
    private MemberPath? Named(ParameterModel parameter)
        => session.Single
            .FirstOrDefault(member => member.Property.JsonName == parameter.WireName && member.Path.Type == parameter.Type.AsNonNullable())
            ?.Path;
}
