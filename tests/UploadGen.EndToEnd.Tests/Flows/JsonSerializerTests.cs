using System.Net.Http.Json;
using System.Text.Json;
using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Generated records in the hands of System.Text.Json.</summary>
public sealed class JsonSerializerTests : FlowTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"folder_id":null}""")]
    [InlineData("""{"folder_id":"0199c0de-0000-7000-8000-00000000f01d"}""")]
    public void Set_and_unset_survive_a_round_trip(string json) => RoundTrips<ConfirmAssetUploadRequest>(json);

    [Theory]
    [InlineData("""{"filename":"\uD83C\uDF3C.webp","mime_type":"image/webp","size_bytes":9007199254740993}""")]
    public void Numbers_beyond_two_to_the_53_stay_exact(string json) => RoundTrips<CreateAssetUploadRequest>(json);

    [Fact]
    public void Times_keep_their_offset_and_values_nobody_knew_of_are_kept()
        => RoundTrips<FullValidator>(
            """
            {"id":"0199c0de-0000-7000-8000-000000000001","asset_type":"hologram","source_type":"teleported",
            "created_at":"2026-05-06T10:00:00.1234567+02:00"}
            """);

    [Fact]
    public void Open_maps_in_a_list_keep_whatever_is_in_them()
        => RoundTrips<ErrorResponse>("""{"code":"C","message":"M","errors":[{"loc":["body",0],"ctx":{"max":1.50}},{}]}""");

    [Fact]
    public void A_union_keeps_the_type_of_each_item()
        => RoundTrips<HttpValidationError>("""{"detail":[{"loc":["body",0,"file"],"msg":"m","type":"t"}]}""");

    [Fact]
    public void A_signed_URL_keeps_every_letter()
        => RoundTrips<PresignFileResponse>(
            """
            {"file_key":"a/b","upload_url":"https://S.example:443/a%2fb/../c?x=%7e~+&X-Amz-Signature=1",
            "upload_headers":{"If-None-Match":"*","x-amz-Z":""}}
            """);

    [Fact]
    public void Members_are_found_in_any_order_and_unknown_ones_are_passed_over()
    {
        var read = JsonSerializer.Deserialize<AssetUploadResponse>("""
            {"later":{"asset_id":1},"upload_url":"https://s.example/a","asset_id":"0199c0de-0000-7000-8000-000000000001"}
            """)!;

        Assert.Equal(("https://s.example/a", Guid.Parse("0199c0de-0000-7000-8000-000000000001")), (read.UploadUrl.OriginalString, read.AssetId));
    }

    [Fact]
    public void Records_work_inside_types_of_the_user()
    {
        var order = new Order(3, new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 }, [null, new()]);

        var json = JsonSerializer.Serialize(order, Web);
        var read = JsonSerializer.Deserialize<Order>(json, Web)!;

        Assert.Equal("""{"number":3,"file":{"filename":"a.png","mime_type":"image/png","size_bytes":1},"confirmations":[null,{}]}""", json);
        Assert.Equal((order.Number, order.File), (read.Number, read.File));
        Assert.Equal(order.Confirmations, read.Confirmations);
    }

    [Theory]
    [InlineData("""{"filename":"a","mime_type":"b"}""", "size_bytes")]
    [InlineData("""{"filename":"a","mime_type":"b","size_bytes":"1"}""", "integer")]
    [InlineData("""{"filename":null,"mime_type":"b","size_bytes":1}""", "null")]
    [InlineData("""[]""", "array")]
    public void What_cannot_be_read_is_a_JsonException(string json, string named)
    {
        var wrong = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<CreateAssetUploadRequest>(json));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_shows_where_it_leads_and_not_its_signature()
    {
        var runflow = new AssetUploadResponse { AssetId = Guid.Empty, UploadUrl = new Uri("https://s.example/a?X-Amz-Signature=5ec7e7") };
        var headers = new Dictionary<string, string> { ["x-amz-meta"] = "5ec7e7" };
        var cyberun = new PresignFileResponse { FileKey = "k", UploadUrl = runflow.UploadUrl, UploadHeaders = headers };

        Assert.All([runflow.ToString(), cyberun.ToString()], shown => Assert.DoesNotContain("5ec7e7", shown, StringComparison.Ordinal));
        Assert.Contains("https://s.example/a", runflow.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_records_fit_HttpClient_without_the_generated_client()
    {
        using var http = new HttpClient { BaseAddress = Server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Server.ApiKey);

        var body = new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 };
        var response = await http.PostAsJsonAsync("v1/asset-uploads", body, Cancellation);
        var session = await response.Content.ReadFromJsonAsync<AssetUploadResponse>(Cancellation);

        Assert.NotEqual(Guid.Empty, session!.AssetId);
    }

    private static void RoundTrips<T>(string json)
    {
        var written = JsonSerializer.SerializeToElement(JsonSerializer.Deserialize<T>(json));

        using var expected = JsonDocument.Parse(json);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, written), $"{json}\nbecame\n{written.GetRawText()}");
    }

    private sealed record Order(int Number, CreateAssetUploadRequest File, IReadOnlyList<ConfirmAssetUploadRequest?> Confirmations);
}
