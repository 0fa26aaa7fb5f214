using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Finds the schemas that statements name as what a file's last answer says: no operation need mention them.</summary>
internal static class StatedResults
{
    public const string Member = "result";

    private static readonly string[] Places = ["#/components/schemas/", "#/definitions/"];

    /// <summary>The ids of the schemas that <c>x-uploadgen</c> on operations names.</summary>
    public static IEnumerable<string> Of(FlowDocument document)
        => document.Operations.Select(operation => Id(Statement(document.Source(operation))?[Member])).OfType<string>();

    /// <summary>The id of the schema whose place is told; null for anything else.</summary>
    public static string? Id(JsonNode? told)
        => StatementContext.Text(told) is { } place && Array.Find(Places, place.StartsWith) is { } start
            ? DocumentPointer.Unescape(place.Substring(start.Length))
            : null;

    private static JsonObject? Statement(OpenApiOperation? operation)
        => operation?.Extensions?.TryGetValue(FlowStatement.Extension, out var extension) == true
            ? (extension as JsonNodeExtension)?.Node as JsonObject
            : null;
}
