using System.Text.Json;

namespace UploadServer.Contracts;

/// <summary>How the contracts write JSON: names in snake_case, absent values as null, text outside ASCII as it is.</summary>
internal static class ContractJson
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
