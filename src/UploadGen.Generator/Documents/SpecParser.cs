using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>JSON text to Microsoft.OpenApi's document. Whatever the text, the outcome is a document or a problem, never an exception.</summary>
internal static class SpecParser
{
    /// <summary>Deeper documents are refused: Microsoft.OpenApi reads recursively, and no API is described that deep.</summary>
    public const int MaxDepth = 256;

    private static readonly Uri BaseUrl = new("https://uploadgen.invalid/openapi.json");

    public static SpecDocument? Parse(SpecText source, ICollection<SpecProblem> problems, ICollection<OverlayProblem> overlayProblems, CancellationToken cancellationToken)
    {
        JsonObject? root = null;
        try
        {
            root = JsonNodes.Parse(source.Text, MaxDepth);
            foreach (var overlay in source.Overlays)
            {
                new Overlay(overlay, source.Path, overlayProblems).Apply(root);
            }

            ExternalReferences.Bundle(root, source);
            new SchemaRepair(problems).Mend(root);
            SwaggerRepair.Mend(root);
            LinkRepair.Mend(root);
            return Located(root);
        }
        catch (Exception exception) when (root is not null && exception is not OperationCanceledException)
        {
            // Microsoft.OpenApi throws whatever comes to hand on a damaged document, NullReferenceException among it.
            return ReadDamaged(root, problems, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            problems.Add(SpecProblem.At("", SpecProblemKind.NotReadable, exception.Message.TrimEnd('.')));
            return null;
        }
    }

    private static SpecDocument? ReadDamaged(JsonObject root, ICollection<SpecProblem> problems, CancellationToken cancellationToken)
    {
        try
        {
            new SpecIsolation(root, Read, problems, cancellationToken).RemoveUnreadable();
            return Located(root);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(SpecProblem.At("", SpecProblemKind.NotReadable, exception.Message.TrimEnd('.')));
            return null;
        }
    }

    private static SpecDocument? Located(JsonObject root) => Read(root) is { } document ? new SpecDocument(document, root) : null;

    private static OpenApiDocument? Read(JsonNode root)
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        return new OpenApiJsonReader().Read(root, BaseUrl, settings).Document;
    }
}
