using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UploadGen.Generator.Documents;

/// <summary>A document as it was read, and its JSON, for what Microsoft.OpenApi has no place for.</summary>
internal sealed record SpecDocument(OpenApiDocument Document, JsonObject Json);
