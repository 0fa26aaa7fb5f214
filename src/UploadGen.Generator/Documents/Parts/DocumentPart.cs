using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Parts;

/// <summary>A member of an object that holds parts of a document.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Kind">What the parts are.</param>
/// <param name="Holding">How it holds them.</param>
internal sealed record DocumentPart(string Member, PartKind Kind, PartHolding Holding = PartHolding.Objects)
{
    /// <summary>The parts that such a member holds; what is no object is none.</summary>
    public IEnumerable<JsonObject> In(JsonNode? value) => value switch
    {
        JsonObject itself when Holding == PartHolding.Itself => [itself],
        JsonObject map => map.Select(member => member.Value).OfType<JsonObject>(),
        JsonArray items => items.OfType<JsonObject>(),
        _ => [],
    };
}
