using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UploadGen.Tests;

public class JsonCodecTests
{
    private static T Read<T>(string json, JsonRead<T> read) => JsonBody.Read(Encoding.UTF8.GetBytes(json), read);

    private static string Refused<T>(string json, JsonRead<T> read) => Assert.Throws<JsonBodyException>(() => Read(json, read)).Message;

    private static string Write<T>(T value, JsonWrite<T> write) => Encoding.UTF8.GetString(JsonBody.Write(value, write).Span);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("1.0", 1)]
    [InlineData("-0", 0)]
    [InlineData("1e3", 1000)]
    [InlineData("1.50E1", 15)]
    public void An_integer_is_read_exactly_however_it_is_written(string json, long value) => Assert.Equal(value, Read(json, JsonCodec.ReadInt64));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("1e-1")]
    public void What_is_no_integer_of_64_bits_is_refused(string json)
        => Assert.Contains("64 bits", Refused(json, JsonCodec.ReadInt64), StringComparison.Ordinal);

    [Fact]
    public void An_integer_of_32_bits_has_its_own_range()
    {
        Assert.Equal(int.MinValue, Read("-2147483648", JsonCodec.ReadInt32));
        Assert.Contains("32 bits", Refused("2147483648", JsonCodec.ReadInt32), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_beyond_their_type_are_refused()
    {
        Assert.Contains("double", Refused("1e400", JsonCodec.ReadDouble), StringComparison.Ordinal);
        Assert.Contains("single", Refused("1e39", JsonCodec.ReadSingle), StringComparison.Ordinal);
        Assert.Contains("decimal", Refused("1e29", JsonCodec.ReadDecimal), StringComparison.Ordinal);
        Assert.Equal(0.1m, Read("0.1", JsonCodec.ReadDecimal));
    }

    [Theory]
    [InlineData("1", "Expected a string, found a number")]
    [InlineData("null", "Expected a string, found null")]
    [InlineData("{}", "Expected a string, found an object")]
    [InlineData("true", "Expected a string, found true")]
    public void A_wrong_type_is_named_with_the_one_expected(string json, string message)
        => Assert.StartsWith(message, Refused(json, JsonCodec.ReadString), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"0198f2a4-9c1e-7000-8000-000000000001\"")]
    [InlineData("\"0198F2A49C1E70008000000000000001\"")]
    public void A_uuid_is_read_in_its_usual_forms(string json)
        => Assert.Equal(Guid.Parse("0198f2a4-9c1e-7000-8000-000000000001"), Read(json, JsonCodec.ReadGuid));

    [Theory]
    [InlineData("2026-02-21T01:02:03Z", "2026-02-21T01:02:03.0000000+00:00")]
    [InlineData("2026-02-21T01:02:03.123456+02:00", "2026-02-21T01:02:03.1234560+02:00")]
    [InlineData("2026-02-21T01:02:03", "2026-02-21T01:02:03.0000000+00:00")]
    [InlineData("2026-02-21 01:02:03+00:00", "2026-02-21T01:02:03.0000000+00:00")]
    public void A_time_is_read_the_same_on_every_machine(string text, string expected)
        => Assert.Equal(expected, Read($"\"{text}\"", JsonCodec.ReadDateTimeOffset).ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public void Values_that_may_be_secret_are_not_in_messages()
    {
        Assert.DoesNotContain("topsecret", Refused("\"https://[topsecret\"", JsonCodec.ReadUri), StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Refused("\"topsecret\"", JsonCodec.ReadGuid), StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Refused("\"topsecret\"", JsonCodec.ReadDateOnly), StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Refused("\"topsecret!\"", JsonCodec.ReadBytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_url_keeps_its_letters_on_the_way_through()
    {
        const string Url = "https://s3.example/a%7Eb/../c?X-Amz-Credential=A%2FB&sig=%2b";
        var uri = Read($"\"{Url}\"", JsonCodec.ReadUri);
        Assert.Equal(Url, uri.OriginalString);
        Assert.Equal(Url, Read(Write(uri, JsonCodec.WriteUri), JsonCodec.ReadUri).OriginalString);
    }

    [Fact]
    public void Values_come_back_as_they_were_written()
    {
        Assert.Equal("a\"\u0001😀", Read(Write("a\"\u0001😀", JsonCodec.WriteString), JsonCodec.ReadString));
        Assert.Equal([1, 2, 255], Read(Write<byte[]>([1, 2, 255], JsonCodec.WriteBytes), JsonCodec.ReadBytes));
        Assert.Equal(new DateOnly(2026, 2, 1), Read(Write(new DateOnly(2026, 2, 1), JsonCodec.WriteDateOnly), JsonCodec.ReadDateOnly));
        Assert.Equal(1.1f, Read(Write(1.1f, JsonCodec.WriteSingle), JsonCodec.ReadSingle));
        Assert.True(Read(Write(true, JsonCodec.WriteBoolean), JsonCodec.ReadBoolean));
        Assert.Null(Read(
            Write<int?>(null, (writer, value) => JsonCodec.WriteNullable(writer, value, JsonCodec.WriteInt32)),
            (ref Utf8JsonReader reader) => JsonCodec.ReadNullable(ref reader, JsonCodec.ReadInt32)));
    }

    [Fact]
    public void Maps_and_lists_nest()
    {
        var map = Read(
            """{"b":[1,2],"a":[],"b":[3]}""",
            (ref Utf8JsonReader reader) => JsonCodec.ReadMap(ref reader, (ref Utf8JsonReader inner) => JsonCodec.ReadList(ref inner, JsonCodec.ReadInt32)));
        Assert.Equal(["b", "a"], map.Keys);
        Assert.Equal([3], map["b"]);
    }

    [Fact]
    public void An_element_outlives_its_document_and_an_undefined_one_is_null()
    {
        var element = Read("""{"a":[1,null]}""", JsonCodec.ReadElement);
        Assert.Equal("""{"a":[1,null]}""", Write(element, JsonCodec.WriteElement));
        Assert.Equal("null", Write<JsonElement>(default, JsonCodec.WriteElement));
        Assert.Equal(JsonValueKind.Null, Read("null", JsonCodec.ReadElement).ValueKind);
    }

    [Theory]
    [InlineData("""{"a b":{"c.d":[0,{"é":"x"}]}}""", "$['a b']['c.d'][1].é")]
    [InlineData("""[[],[[1,"x"]]]""", "$[1][0][1]")]
    [InlineData("""{"a":{"z":1},"b":"x"}""", "$.b")]
    public void The_path_of_a_place_is_found(string json, string path)
    {
        var before = Encoding.UTF8.GetByteCount(json[..json.IndexOf("\"x\"", StringComparison.Ordinal)]);

        Assert.Equal(path, JsonPathLocator.Find(Encoding.UTF8.GetBytes(json), before));
    }

    [Fact]
    public void The_serializer_uses_the_models_own_code()
    {
        var asset = new Asset { AssetId = Guid.Empty, Filename = "a" };
        var json = JsonSerializer.Serialize(asset);
        Assert.Equal("""{"asset_id":"00000000-0000-0000-0000-000000000000","filename":"a"}""", json);
        Assert.Equal(asset, JsonSerializer.Deserialize<Asset>(json));
        var missing = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Asset[]>("""[{"filename":"a"}]"""));
        Assert.Contains("asset_id", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_set_to_null_differs_from_one_left_alone()
    {
        Sent<string> untouched = default;
        var set = new Sent<string>(null);
        Assert.False(untouched.IsSet);
        Assert.True(set.IsSet);
        Assert.NotEqual(untouched, set);
        Assert.Equal(new Sent<string>("a"), new Sent<string>("a"));
    }
}
