using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>Says <c>nodeType</c> where a document of OpenAPI 3.2 says the same in the words of 3.1, which Microsoft.OpenApi no longer reads there.</summary>
internal static class XmlRepair
{
    /// <summary>Whether <c>xml</c> objects say which node a schema is, as they do from OpenAPI 3.2 on.</summary>
    public static bool HasNodeTypes(JsonObject root)
        => root["openapi"] is JsonValue version && version.ToString() is var text
            && !text.StartsWith("3.0", StringComparison.Ordinal) && !text.StartsWith("3.1", StringComparison.Ordinal);

    public static void Mend(JsonObject schema)
    {
        if (schema["xml"] is not JsonObject xml || xml.ContainsKey("nodeType"))
        {
            return;
        }

        if (IsTrue(xml["attribute"]) || IsTrue(xml["wrapped"]))
        {
            xml["nodeType"] = IsTrue(xml["attribute"]) ? "attribute" : "element";
        }
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
