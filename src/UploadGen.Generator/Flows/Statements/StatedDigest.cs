using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds the digest that a statement says the API wants of the file.</summary>
/// <param name="document">The document.</param>
/// <param name="create">The operation that opens the upload.</param>
/// <param name="send">The operation that is stated to take the file.</param>
internal sealed class StatedDigest(FlowDocument document, OperationModel create, OperationModel? send)
{
    public FoundOpening Add(FoundOpening opening, DigestStatement statement)
    {
        var (operation, lack) = statement.At switch
        {
            "confirm" => (opening.Confirm?.Operation, "nothing confirms it"),
            "send" => (send, "no operation of the API is stated to take the file"),
            _ => (create, ""),
        };
        if (operation is null)
        {
            document.ReportNotBound(create, $"{lack}, so that no digest can be told then. The digest is ignored", statement.Place);
            return opening;
        }

        if (!statement.Form.IsKnown)
        {
            var what = $"{statement.Form.Encoding} has no name for {statement.Form.Algorithm}; it has md5, sha1, sha256, sha512, crc32c";
            document.ReportNotBound(create, what + ". The digest is ignored", statement.Place);
            return opening;
        }

        var (digest, problem) = Bind(operation, statement);
        if (digest is null)
        {
            document.ReportNotBound(create, problem + ". The digest is ignored", statement.Place);
            return opening;
        }

        return opening with { Digests = [.. opening.Digests, digest] };
    }

    private (FoundDigest? Digest, string? Problem) Bind(OperationModel operation, DigestStatement statement)
    {
        var expressions = new FlowExpression(document, operation);
        var (origin, problem) = expressions.Read(statement.Value);
        var (name, isParameter) = origin switch
        {
            RequestOrigin { Property: var property } => (property, false),
            ParameterOrigin { Parameter: var parameter } => (parameter, true),
            _ => ("", false),
        };
        var type = name.Length == 0 ? null : expressions.TypeOf(origin!);
        if (type is not ScalarType { Kind: Scalar.String or Scalar.Bytes })
        {
            return (null, problem ?? $"value is not a text in the request of '{operation.Id}'");
        }

        return type is ScalarType { Kind: Scalar.Bytes } && statement.Form.Encoding != "base64"
            ? (null, $"value is bytes in base64 by its format, and can't be {statement.Form.Encoding}")
            : (new FoundDigest(statement.Form, operation, name, isParameter, WireName(operation, name, isParameter)), null);
    }

    private string WireName(OperationModel operation, string name, bool isParameter)
        => isParameter
            ? operation.Parameters.First(parameter => parameter.Name == name).WireName
            : document.Request(operation)!.Properties.First(property => property.Name == name).JsonName;
}
