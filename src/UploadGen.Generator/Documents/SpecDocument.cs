using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents.Overlays;

namespace UploadGen.Generator.Documents;

/// <summary>A document as it was read.</summary>
/// <param name="Document">The document.</param>
/// <param name="Json">Its JSON, for what Microsoft.OpenApi has no place for.</param>
/// <param name="Written">Where its parts stand in the text.</param>
/// <param name="Overlaid">Where those are written that overlays put there.</param>
internal sealed record SpecDocument(OpenApiDocument Document, JsonObject Json, WrittenPlaces Written, OverlayPlaces Overlaid);
