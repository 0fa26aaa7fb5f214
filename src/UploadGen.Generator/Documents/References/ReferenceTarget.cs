using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;

namespace UploadGen.Generator.Documents.References;

/// <summary>Where a reference leads.</summary>
/// <param name="Node">What stands there.</param>
/// <param name="Pointer">Its pointer, without references on the way.</param>
/// <param name="Kind">What it is by the place it stands at; null where no part of a document stands.</param>
internal sealed record ReferenceTarget(JsonNode Node, string Pointer, PartKind? Kind);
