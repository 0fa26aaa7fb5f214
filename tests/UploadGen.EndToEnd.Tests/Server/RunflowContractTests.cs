using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed class RunflowContractTests : ServerTests
{
    private const string Uploads = "v1/asset-uploads";
    private const string Runs = "v1/models/runflow/background-replace/runs";
    private static readonly byte[] Image = RandomNumberGenerator.GetBytes(100_000);

    [Fact]
    public async Task The_whole_flow_makes_an_asset_that_can_be_fetched_read_back_and_run()
    {
        var (id, url) = await CreateAsync("perfume bottle \"é\".webp");
        var put = await Running.PutAsync(url, Image, "image/webp");
        var confirmed = await ConfirmAsync(id);
        var asset = await RunningServer.JsonAsync(confirmed);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(HttpStatusCode.Created, confirmed.StatusCode);
        Assert.Equal(id, asset.GetProperty("id").GetGuid());
        Assert.Equal("perfume bottle \"é\".webp", asset.GetProperty("name").GetString());
        Assert.Equal("image/webp", asset.GetProperty("mime_type").GetString());
        Assert.Equal(Image.Length, asset.GetProperty("size_bytes").GetInt64());
        Assert.Equal("image", asset.GetProperty("asset_type").GetString());
        Assert.Equal(JsonValueKind.Null, asset.GetProperty("folder_id").ValueKind);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Image)), Running.Server.FindObject(asset.GetProperty("r2_key").GetString()!)!.Sha256);

        var fetched = await Running.SendAsync(new HttpRequestMessage(HttpMethod.Get, asset.GetProperty("url").GetString()));
        Assert.Equal(Image, await RunningServer.BytesAsync(fetched));
        Assert.Equal("image/webp", fetched.Content.Headers.ContentType?.MediaType);

        var readBack = await RunningServer.JsonAsync(await Running.GetAsync($"v1/assets/{id}"));
        Assert.Equal(asset.GetRawText(), readBack.GetRawText());

        var order = new { input = new { asset_id = id, prompt = "white studio" }, callback_url = "https://example.com/hook" };
        var run = await Running.PostAsync(Runs, order);
        var started = await RunningServer.JsonAsync(run);
        Assert.Equal(HttpStatusCode.Created, run.StatusCode);
        Assert.NotEqual(Guid.Empty, started.GetProperty("id").GetGuid());
        Assert.Equal("queued", started.GetProperty("status_code").GetString());
        Assert.Equal("white studio", started.GetProperty("input").GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task An_asset_has_every_member_of_the_document()
    {
        var (id, url) = await CreateAsync();
        await Running.PutAsync(url, Image, "image/webp");
        var asset = await RunningServer.JsonAsync(await ConfirmAsync(id));

        var schemas = Spec.Load("runflow.json").RootElement.GetProperty("components").GetProperty("schemas");
        var expected = schemas.GetProperty("models__asset__Asset__FullValidator").GetProperty("properties").EnumerateObject().Select(member => member.Name);
        Assert.Equal(expected.Order(), asset.EnumerateObject().Select(member => member.Name).Order());
        var user = schemas.GetProperty("EmbedValidator").GetProperty("properties").EnumerateObject().Select(member => member.Name);
        Assert.Equal(user.Order(), asset.GetProperty("created_by_user").EnumerateObject().Select(member => member.Name).Order());
    }

    [Theory]
    [InlineData("""{"filename":"a.png","mime_type":"image/png","size_bytes":52428801}""", "size_bytes", "less_than_equal")]
    [InlineData("""{"filename":"a.png","mime_type":"image/png","size_bytes":0}""", "size_bytes", "greater_than_equal")]
    [InlineData("""{"filename":"a.png","mime_type":"image/png","size_bytes":1.5}""", "size_bytes", "int_type")]
    [InlineData("""{"filename":"a.png","mime_type":"image/png"}""", "size_bytes", "missing")]
    [InlineData("""{"filename":"","mime_type":"image/png","size_bytes":1}""", "filename", "string_too_short")]
    [InlineData("""{"filename":7,"mime_type":"image/png","size_bytes":1}""", "filename", "string_type")]
    [InlineData("""{"filename":"a.txt","mime_type":"text/plain","size_bytes":1}""", "mime_type", "value_error")]
    [InlineData("""{"filename":"a.png","mime_type":"image/png","size_bytes":1,"note":""}""", "note", "extra_forbidden")]
    [InlineData("[]", null, "dict_type")]
    public async Task A_value_that_breaks_its_limit_is_422_and_named(string body, string? member, string type)
    {
        var response = await Running.CallAsync(HttpMethod.Post, Uploads, new StringContent(body, Encoding.UTF8, "application/json"));

        var error = await IsErrorAsync(response, HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        var fault = Assert.Single(error.GetProperty("errors").EnumerateArray());
        string[] location = member is null ? ["body"] : ["body", member];
        Assert.Equal(location, fault.GetProperty("loc").EnumerateArray().Select(part => part.GetString()!));
        Assert.Equal(type, fault.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(500, HttpStatusCode.Created)]
    [InlineData(501, HttpStatusCode.UnprocessableEntity)]
    public async Task The_length_of_a_name_counts_code_points(int length, HttpStatusCode status)
    {
        var name = string.Concat(Enumerable.Repeat("😀", length));

        Assert.Equal(status, (await Running.PostAsync(Uploads, new { filename = name, mime_type = "image/png", size_bytes = 52428800 })).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_400()
        => await IsErrorAsync(await Running.CallAsync(HttpMethod.Post, Uploads, new StringContent("{")), HttpStatusCode.BadRequest, "BAD_REQUEST");

    [Theory]
    [InlineData("POST", Uploads)]
    [InlineData("POST", Uploads + "/0198d6f0-0000-7000-8000-000000000000/confirmations")]
    [InlineData("GET", "v1/assets/types")]
    [InlineData("GET", "v1/assets/0198d6f0-0000-7000-8000-000000000000")]
    [InlineData("POST", Runs)]
    public async Task Without_a_valid_token_there_is_only_401(string method, string path)
    {
        var none = await Running.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        var wrong = await Running.CallAsync(new HttpMethod(method), path, token: "sk-guess");

        await IsErrorAsync(none, HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await IsErrorAsync(wrong, HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task An_organization_of_others_is_403_and_the_own_one_is_accepted()
    {
        const string Body = """{"filename":"a.png","mime_type":"image/png","size_bytes":1}""";
        Task<HttpResponseMessage> Create(string organization)
            => Running.CallAsync(HttpMethod.Post, Uploads, new StringContent(Body), headers: ("X-Organization-Id", organization));

        await IsErrorAsync(await Create(Guid.NewGuid().ToString()), HttpStatusCode.Forbidden, "ORGANIZATION_MEMBERSHIP_REQUIRED");
        Assert.Equal(HttpStatusCode.Created, (await Create(Running.Server.OrganizationId.ToString())).StatusCode);
    }

    [Fact]
    public async Task Confirming_without_a_PUT_is_409_and_works_after_it()
    {
        var (id, url) = await CreateAsync();

        await IsErrorAsync(await ConfirmAsync(id), HttpStatusCode.Conflict, "UPLOAD_INCOMPLETE");
        await IsErrorAsync(await Running.GetAsync($"v1/assets/{id}"), HttpStatusCode.NotFound, "NOT_FOUND");
        await Running.PutAsync(url, Image, "image/webp");
        Assert.Equal(HttpStatusCode.Created, (await ConfirmAsync(id)).StatusCode);
    }

    [Fact]
    public async Task Confirming_twice_gives_the_same_asset()
    {
        var (id, url) = await CreateAsync();
        await Running.PutAsync(url, Image, "image/webp");

        var first = await RunningServer.TextAsync(await ConfirmAsync(id));
        var second = await ConfirmAsync(id);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first, await RunningServer.TextAsync(second));
    }

    [Fact]
    public async Task The_body_of_a_confirmation_may_be_empty()
    {
        var (id, url) = await CreateAsync();
        await Running.PutAsync(url, Image, "image/webp");

        Assert.Equal(HttpStatusCode.Created, (await Running.CallAsync(HttpMethod.Post, $"{Uploads}/{id}/confirmations")).StatusCode);
    }

    [Fact]
    public async Task An_asset_is_filed_under_a_folder_that_exists()
    {
        var (id, url) = await CreateAsync();
        await Running.PutAsync(url, Image, "image/webp");

        await IsErrorAsync(await ConfirmAsync(id, new { folder_id = Guid.NewGuid() }), HttpStatusCode.NotFound, "NOT_FOUND");
        var asset = await RunningServer.JsonAsync(await ConfirmAsync(id, new { folder_id = Running.Server.FolderId }));
        Assert.Equal(Running.Server.FolderId, asset.GetProperty("folder_id").GetGuid());
    }

    [Fact]
    public async Task An_unknown_upload_is_404_and_a_malformed_id_422()
    {
        await IsErrorAsync(await ConfirmAsync(Guid.NewGuid()), HttpStatusCode.NotFound, "NOT_FOUND");
        await IsErrorAsync(await Running.PostAsync($"{Uploads}/01J0/confirmations", new { }), HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        await IsErrorAsync(await Running.GetAsync("v1/assets/01J0"), HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task The_types_that_are_listed_are_those_that_are_accepted()
    {
        var types = (await RunningServer.JsonAsync(await Running.GetAsync("v1/assets/types"))).GetProperty("types");

        Assert.Contains("image/webp", types.EnumerateArray().Select(type => type.GetProperty("mime_type").GetString()));
        foreach (var type in types.EnumerateArray())
        {
            var response = await Running.PostAsync(Uploads, new { filename = "a", mime_type = type.GetProperty("mime_type").GetString(), size_bytes = 1 });
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"callback_url":"https://example.com/"}""", "input")]
    [InlineData("""{"input":{},"callback_url":"example"}""", "callback_url")]
    [InlineData("""{"input":{"asset_id":"0198d6f0-0000-7000-8000-000000000000"}}""", "asset_id")]
    public async Task A_run_needs_input_a_real_asset_and_a_real_callback(string body, string member)
    {
        var response = await Running.CallAsync(HttpMethod.Post, Runs, new StringContent(body));

        var error = await IsErrorAsync(response, HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        Assert.Equal(member, Assert.Single(error.GetProperty("errors").EnumerateArray()).GetProperty("loc").EnumerateArray().Last().GetString());
    }

    private Task<(Guid Id, string Url)> CreateAsync(string filename = "perfume-bottle.webp")
        => Running.OpenUploadAsync(filename, "image/webp", Image.Length);

    private Task<HttpResponseMessage> ConfirmAsync(Guid id, object? body = null) => Running.PostAsync($"{Uploads}/{id}/confirmations", body ?? new { });

    private static async Task<JsonElement> IsErrorAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        var error = await RunningServer.JsonAsync(response);
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
        return error;
    }
}
