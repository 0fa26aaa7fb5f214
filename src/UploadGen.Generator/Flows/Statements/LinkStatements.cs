using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Reads OpenAPI's links as statements of what confirms an upload.</summary>
internal static class LinkStatements
{
    /// <summary>The links of an operation's successful answers that lead to something that can confirm.</summary>
    public static IReadOnlyList<StepStatement> Find(FlowDocument document, OperationModel create)
        => (from response in document.Source(create)?.Responses ?? []
            where response.Key.StartsWith("2", StringComparison.Ordinal)
            from link in response.Value?.Links ?? new Dictionary<string, IOpenApiLink>()
            select Read(create, response.Key, link.Key, link.Value))
            .Where(statement => statement.Operation(document) is not { } target || target.HttpMethod is "POST" or "PUT" or "PATCH")
            .ToList();

    private static StepStatement Read(OperationModel create, string status, string name, IOpenApiLink link)
    {
        var pointer = DocumentPointer.Append(FlowDocument.PointerOf(create) + "/responses/" + DocumentPointer.Escape(status) + "/links", name);
        IOpenApiExtension? extension = null;
        link.Extensions?.TryGetValue(LinkRepair.Extension, out extension);
        var said = (extension as JsonNodeExtension)?.Node as JsonObject;
        return new StepStatement(
            link.OperationId, link.OperationRef, said?["parameters"] as JsonObject, said?["requestBody"] as JsonObject, new StatementPlace(pointer));
    }
}
