using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds the digest that a statement says the API wants of the file.</summary>
internal sealed class StatedDigest(FlowDocument document, OperationModel create)
{
    public FoundOpening Add(FoundOpening opening, DigestStatement statement)
    {
        var operation = statement.IsAtConfirm ? opening.Confirm?.Operation : create;
        if (operation is null)
        {
            document.ReportNotBound(create, "nothing confirms it, so that no digest can be told then. The digest is ignored", statement.Place);
            return opening;
        }

        var expressions = new FlowExpression(document, operation);
        var (origin, problem) = expressions.Read(statement.Value);
        var taker = origin switch
        {
            RequestOrigin { Property: var name } => FoundArgument.Property(name, new DigestOrigin()),
            ParameterOrigin { Parameter: var name } => FoundArgument.Parameter(name, new DigestOrigin()),
            _ => null,
        };
        if (taker is null || expressions.TypeOf(origin!) is not ScalarType { Kind: Scalar.String })
        {
            problem ??= $"value is not a text in the request of '{operation.Id}'";
            document.ReportNotBound(create, problem + ". The digest is ignored", statement.Place);
            return opening;
        }

        var digest = new FoundDigest(statement.Algorithm, statement.Encoding, operation, taker.Name, taker.IsParameter);
        if (!digest.IsMade)
        {
            var what = $"the {statement.Algorithm} of the file as {statement.Encoding} isn't made yet, only sha1 as rfc3230 is";
            document.ReportNotBound(create, $"{what}. '{operation.Id}' gets it from the caller", statement.Place);
            return opening with { Digest = digest };
        }

        return statement.IsAtConfirm
            ? opening with { Digest = digest, Confirm = opening.Confirm! with { Arguments = [.. Others(opening.Confirm.Arguments, taker), taker] } }
            : opening with { Digest = digest, Said = [.. Others(opening.Said, taker), taker] };
    }

    private static IEnumerable<FoundArgument> Others(IEnumerable<FoundArgument> arguments, FoundArgument taker)
        => arguments.Where(argument => argument.Name != taker.Name || argument.IsParameter != taker.IsParameter);
}
