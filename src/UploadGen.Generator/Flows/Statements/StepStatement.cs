using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about a step of a flow: the operation that does it, and what that is told.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="OperationRef">A reference to the operation, for one without an id.</param>
/// <param name="Parameters">What its parameters get, by their names.</param>
/// <param name="RequestBody">What the members of its body get, by their names.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record StepStatement(string? OperationId, string? OperationRef, JsonObject? Parameters, JsonObject? RequestBody, StatementPlace Place)
{
    private const string LocalRef = "#/paths/";

    /// <summary>What it calls the operation.</summary>
    public string Target => OperationId ?? OperationRef ?? "";

    /// <param name="document">The document.</param>
    /// <param name="fits">Which of the methods is meant, where one operation has several for the media types of its body; any by default.</param>
    public OperationModel? Operation(FlowDocument document, Func<OperationModel, bool>? fits = null)
    {
        var named = OperationId is null ? Referred(document) : document.ById(OperationId);
        return named is null || fits is null || fits(named)
            ? named
            : document.Operations.FirstOrDefault(other => other.Path == named.Path && other.HttpMethod == named.HttpMethod && fits(other)) ?? named;
    }

    private OperationModel? Referred(FlowDocument document)
    {
        var segments = OperationRef?.StartsWith(LocalRef, StringComparison.Ordinal) == true ? OperationRef.Substring(LocalRef.Length).Split('/') : [];
        return segments.Length == 2 ? document.ByPlace(Uri.UnescapeDataString(DocumentPointer.Unescape(segments[0])), segments[1]) : null;
    }
}

/// <summary>What is stated about the request that opens an upload.</summary>
/// <param name="Parameters">What its parameters get, by their names.</param>
/// <param name="RequestBody">What the members of its body get, by their names.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record OpeningStatement(JsonObject? Parameters, JsonObject? RequestBody, StatementPlace Place);

/// <summary>What is stated about the step that gives an upload that is open another URL.</summary>
/// <param name="Url">The member of its answer with the URL.</param>
internal sealed record RecoveryStatement(StepStatement Step, JsonNode? Url);
