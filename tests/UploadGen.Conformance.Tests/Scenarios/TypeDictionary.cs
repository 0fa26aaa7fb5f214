using System.Text.Json;
using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeDictionary0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeDictionary : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Dictionary")
        {
            { "Int32Value_*", new Dictionary<string, int> { ["k1"] = 1, ["k2"] = 2 }, client.Int32ValueGetAsync, client.Int32ValuePutAsync },
            {
                "Int64Value_*",
                new Dictionary<string, long> { ["k1"] = 9007199254740991, ["k2"] = -9007199254740991 },
                client.Int64ValueGetAsync,
                client.Int64ValuePutAsync
            },
            {
                "BooleanValue_*",
                new Dictionary<string, bool> { ["k1"] = true, ["k2"] = false },
                client.BooleanValueGetAsync,
                client.BooleanValuePutAsync
            },
            {
                "StringValue_*",
                new Dictionary<string, string> { ["k1"] = "hello", ["k2"] = "" },
                client.StringValueGetAsync,
                client.StringValuePutAsync
            },
            { "Float32Value_*", new Dictionary<string, float> { ["k1"] = 43.125f }, client.Float32ValueGetAsync, client.Float32ValuePutAsync },
            {
                "DatetimeValue_*",
                new Dictionary<string, DateTimeOffset> { ["k1"] = new(2022, 8, 26, 18, 38, 0, TimeSpan.Zero) },
                client.DatetimeValueGetAsync,
                client.DatetimeValuePutAsync
            },
            {
                "DurationValue_*",
                new Dictionary<string, string> { ["k1"] = "P123DT22H14M12.011S" },
                client.DurationValueGetAsync,
                client.DurationValuePutAsync
            },
            {
                "UnknownValue_*",
                new Dictionary<string, JsonElement> { ["k1"] = Answer.Element("1"), ["k2"] = Answer.Element("\"hello\""), ["k3"] = Answer.Element("null") },
                client.UnknownValueGetAsync,
                client.UnknownValuePutAsync
            },
            {
                "ModelValue_*",
                new Dictionary<string, InnerModel> { ["k1"] = new() { Property = "hello" }, ["k2"] = new() { Property = "world" } },
                client.ModelValueGetAsync,
                client.ModelValuePutAsync
            },
            {
                "RecursiveModelValue_*",
                new Dictionary<string, InnerModel>
                {
                    ["k1"] = new() { Property = "hello", Children = new Dictionary<string, InnerModel>() },
                    ["k2"] = new() { Property = "world", Children = new Dictionary<string, InnerModel> { ["k2.1"] = new() { Property = "inner world" } } },
                },
                client.RecursiveModelValueGetAsync,
                client.RecursiveModelValuePutAsync
            },
            {
                "NullableFloatValue_*",
                new Dictionary<string, float?> { ["k1"] = 1.25f, ["k2"] = 0.5f, ["k3"] = null },
                client.NullableFloatValueGetAsync,
                client.NullableFloatValuePutAsync
            },
        };
    }
}
