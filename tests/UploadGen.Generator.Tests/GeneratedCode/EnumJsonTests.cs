using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>Open enums: the known values have names, and those that the API will have tomorrow do no harm today.</summary>
public class EnumJsonTests
{
    private const string Schemas = """
        "Status": { "type": "string", "enum": ["in_progress", "Etc/GMT+0", "Etc/GMT0", "1", ""] },
        "Thing": { "type": "object", "required": ["status"], "properties": {
          "status": { "$ref": "#/components/schemas/Status" },
          "other": { "anyOf": [ { "$ref": "#/components/schemas/Status" }, { "type": "null" } ] } } }
        """;

    [Theory]
    [InlineData("""{"status":"in_progress"}""")]
    [InlineData("""{"status":"invented later","other":"Etc/GMT\u002B0"}""")]
    [InlineData("""{"status":""}""")]
    public void A_value_survives_a_round_trip_known_or_not(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Schemas));

        Assert.Equal(json, code.RoundTrip("Thing", json));
    }

    [Fact]
    public void Known_values_compare_with_what_was_read()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Schemas), """
            static bool Known() => JsonSerializer.Deserialize<Thing>("{\"status\":\"in_progress\"}")!.Status == Status.InProgress;
            static bool Unknown()
                => new Status("x") == new Status("x") && new Status("x") != Status.InProgress && Status.EtcSlashGmtPlus0 != Status.EtcSlashGmt0;
            static string Text() => $"{Status.InProgress} {new Status("new")} {default(Status)}";
            static string Written() => JsonSerializer.Serialize(new Thing { Status = Status.InProgress, Other = null });
            """);

        Assert.True((bool)code.Call("Known")!);
        Assert.True((bool)code.Call("Unknown")!);
        Assert.Equal("in_progress new ", code.Call("Text"));
        Assert.Equal("""{"status":"in_progress"}""", code.Call("Written"));
    }

    [Theory]
    [InlineData("""{"status":1}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":{}}""")]
    public void What_is_no_string_is_a_JsonException(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Schemas));

        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", json));
    }
}
