using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>What a document states about how an upload is confirmed: in <c>x-uploadgen</c>, or as a link of the create operation's answer.</summary>
/// <param name="OperationRef">A reference to the operation, for one without an id.</param>
/// <param name="Parameters">Expressions by parameter name.</param>
/// <param name="RequestBody">Expressions by the name of a body's member.</param>
/// <param name="Pointer">Where it stands.</param>
internal sealed record ConfirmStatement(string? OperationId, string? OperationRef, JsonObject? Parameters, JsonObject? RequestBody, string Pointer)
{
    private const string LocalRef = "#/paths/";

    /// <summary>The links of an operation's successful answers that lead to something that can confirm.</summary>
    public static IReadOnlyList<ConfirmStatement> Links(FlowDocument document, OperationModel create)
        => (from response in document.Source(create)?.Responses ?? []
            where response.Key.StartsWith("2", StringComparison.Ordinal)
            from link in response.Value?.Links ?? new Dictionary<string, IOpenApiLink>()
            select Link(document, create, response.Key, link.Key, link.Value))
            .Where(statement => statement.Operation(document) is not { } target || target.HttpMethod is "POST" or "PUT" or "PATCH")
            .ToList();

    public OperationModel? Operation(FlowDocument document)
    {
        if (OperationId is not null)
        {
            return document.ById(OperationId);
        }

        var segments = OperationRef?.StartsWith(LocalRef, StringComparison.Ordinal) == true ? OperationRef.Substring(LocalRef.Length).Split('/') : [];
        return segments.Length == 2 ? document.ByPlace(Uri.UnescapeDataString(DocumentPointer.Unescape(segments[0])), segments[1]) : null;
    }

    private static ConfirmStatement Link(FlowDocument document, OperationModel create, string status, string name, IOpenApiLink link)
    {
        var pointer = DocumentPointer.Append(FlowDocument.PointerOf(create) + "/responses/" + DocumentPointer.Escape(status) + "/links", name);
        IOpenApiExtension? extension = null;
        link.Extensions?.TryGetValue(LinkRepair.Extension, out extension);
        var said = (extension as JsonNodeExtension)?.Node as JsonObject;
        return new ConfirmStatement(link.OperationId, link.OperationRef, said?["parameters"] as JsonObject, said?["requestBody"] as JsonObject, pointer);
    }
}
