using System.Text;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Live;

/// <summary>
/// Documents as frameworks write them from code (FastAPI, NestJS, springdoc, huma, drf-spectacular, Scramble), by clients that talk to a server which answers as
/// these frameworks do.
/// </summary>
public class FrameworkDocumentTests
{
    private const string File = """UploadGen.UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "a.bin")""";

    [Fact]
    public async Task FastApi_takes_what_may_be_null_and_says_what_is_wrong()
    {
        var run = await RunAsync(
            "fastapi",
            [(201, """{ "id": "00000001-0002-0003-0405-060708090a0b", "caption": null, "size": 3 }"""), (200, "null"), (200, ""), (422, """
                { "detail": [{ "loc": ["query", 0], "msg": "Input should be a valid integer", "type": "int_parsing" }] }
                """)],
            $$"""
            var picture = await client.AddPictureAsync({{File}}, tags: ["a", "b"]);
            var dropped = await client.DropPictureAsync(picture.Id);
            var empty = await client.DropPictureAsync(picture.Id);
            try
            {
                await client.AddPictureAsync({{File}}, caption: "c", album: 4);
            }
            catch (UploadGen.ApiException<HttpValidationError> refusal)
            {
                var wrong = refusal.Error.Detail![0];
                var place = string.Join('/', wrong.Loc.Select(step => step.Match(text => text, number => number.ToString())));
                return $"{picture.Size} {picture.Caption is null} {dropped.ValueKind} {empty.ValueKind} {place}: {wrong.Msg}";
            }

            return "taken";
            """);

        Assert.Equal("3 True Null Undefined query/0: Input should be a valid integer", run.Answer);
        Assert.Equal("POST /pictures/?tags=a&tags=b", run.Requests[0].Line);
        Assert.DoesNotContain("caption", run.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("DELETE /pictures/00000001-0002-0003-0405-060708090a0b", run.Requests[1].Line);
        Assert.Equal("POST /pictures/?album=4", run.Requests[3].Line);
        Assert.Contains("name=\"caption\"", run.Requests[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NestJs_takes_several_files_and_answers_without_a_body()
    {
        var run = await RunAsync(
            "nestjs",
            [(201, """[{ "id": 1, "owner": null, "createdAt": "2026-01-02T03:04:05.000Z", "meta": { "a": 1 } }]"""), (200, "")],
            $$"""
            var documents = await client.DocumentsAddAsync(Visibility.Private, [{{File}}, {{File}}], "n");
            await client.DocumentsSealAsync(documents[0].Id, new SealDto { By = new OwnerDto { Name = "o" } });
            return $"{documents[0].Owner is null} {documents[0].Meta!["a"]}";
            """);

        Assert.Equal("True 1", run.Answer);
        Assert.Equal("POST /documents?visibility=private", run.Requests[0].Line);
        Assert.Equal(2, run.Requests[0].Body.Split("name=\"files\"").Length - 1);
        Assert.Equal(("PUT /documents/1/seal", """{"by":{"name":"o"}}"""), run.Requests[1]);
    }

    [Fact]
    public async Task Springdoc_takes_JSON_beside_a_file_and_answers_with_any_media_type()
    {
        var run = await RunAsync(
            "springdoc",
            [(200, """{ "id": 7, "meta": { "title": "t" } }"""), (200, """{ "totalElements": 1, "content": [{ "id": 7 }], "last": true }"""), (200, "raw")],
            $$"""
            var scan = await client.UploadAsync(new ScanMeta { Title = "t", Pages = 2 }, {{File}});
            var page = await client.ListAsync(new Pageable { Page = 0, Size = 5, Sort = ["id,desc"] });
            await using var raw = await client.RawAsync(scan.Id!.Value);
            return $"{scan.Meta!.Title} {page.Content![0].Id} {await new System.IO.StreamReader(raw).ReadToEndAsync()}";
            """);

        Assert.Equal("t 7 raw", run.Answer);
        Assert.Contains("""{"title":"t","pages":2}""", run.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("application/json", run.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("GET /api/scans?page=0&size=5&sort=id%2Cdesc", run.Requests[1].Line);
        Assert.Equal("GET /api/scans/7/raw", run.Requests[2].Line);
    }

    [Fact]
    public async Task Huma_names_a_parts_media_type_and_its_schemas()
    {
        var run = await RunAsync(
            "huma",
            [(200, """{ "$schema": "https://a.example/s.json", "frames": 9, "digest": "AQI=", "labels": null }"""), (204, ""), (422, """
                { "title": "Unprocessable Entity", "status": 422, "errors": [{ "location": "body.labels[0]", "message": "too long", "value": "abcdef" }] }
                """)],
            """
            var clip = await client.PostClipsAsync(UploadGen.UploadContent.FromBytes(new byte[] { 1 }, "a.mp4"), "t");
            await client.PutLabelsAsync(new LabelsInputBody { Labels = null });
            try
            {
                await client.PutLabelsAsync(new LabelsInputBody { Labels = ["abc"] });
            }
            catch (UploadGen.ApiException<ErrorModel> refusal)
            {
                return $"{clip.Frames} {clip.Digest.Length} {clip.Labels is null} {refusal.Error.Errors![0].Location}";
            }

            return "taken";
            """);

        Assert.Equal("9 2 True body.labels[0]", run.Answer);
        Assert.Contains("Content-Type: video/mp4", run.Requests[0].Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("""{"labels":null}""", run.Requests[1].Body);
    }

    [Fact]
    public async Task Drf_takes_a_form_with_a_file_and_patches_with_what_is_set()
    {
        const string Report = """{ "id": 5, "title": "t", "attachment": "https://a.example/f", "state": null, "score": "1.50" }""";
        var run = await RunAsync(
            "drf",
            [(201, Report), (200, Report)],
            $$"""
            var report = await client.ReportsCreateAsync("t", {{File}}, "s3");
            var patched = await client.ReportsPartialUpdateAsync(report.Id, new PatchedReportRequest { State = StateEnum.Final });
            return $"{report.Attachment} {patched.State is null} {patched.Score}";
            """);

        Assert.Equal("https://a.example/f True 1.50", run.Answer);
        Assert.Contains("name=\"secret\"", run.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal(("PATCH /api/reports/5/", """{"state":"final"}"""), run.Requests[1]);
    }

    [Fact]
    public async Task Scramble_wraps_what_it_answers_and_says_what_is_wrong()
    {
        var run = await RunAsync(
            "scramble",
            [(200, """{ "data": { "id": 1, "alt": null, "url": "https://a.example/m", "created_at": null } }"""), (422, """
                { "message": "The alt field is odd.", "errors": { "alt": ["The alt field is odd."] } }
                """)],
            $$"""
            var stored = (await client.MediaStoreAsync({{File}}, tags: ["x"])).Data;
            try
            {
                await client.MediaStoreAsync({{File}}, "odd");
            }
            catch (UploadGen.ApiException<ValidationException> refusal)
            {
                return $"{stored.Url} {stored.CreatedAt is null} {refusal.Error.Errors["alt"][0]}";
            }

            return "taken";
            """);

        Assert.Equal("https://a.example/m True The alt field is odd.", run.Answer);
    }

    private static async Task<(string Answer, IReadOnlyList<(string Line, string Body)> Requests)> RunAsync(
        string framework, IReadOnlyList<(int Status, string Body)> answers, string body)
    {
        var document = await System.IO.File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "tests", "UploadGen.Generator.Tests", "Live", framework + ".json"), TestContext.Current.CancellationToken);
        using var client = GeneratedAssembly.Of(document, $$"""
            public static async System.Threading.Tasks.Task<string> Run(string address)
            {
                var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address), Credential = UploadGen.ApiCredential.FromToken("key") });
                {{body}}
            }
            """);
        var requests = new List<(string, string)>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            var request = context.Request;
            requests.Add(($"{request.Method} {request.Path}{request.QueryString}", Encoding.Latin1.GetString(await request.Body.ReadAllAsync())));
            var (status, answer) = answers[requests.Count - 1];
            await context.AnswerAsync(status, answer);
        });
        return (await (Task<string>)client.Call("Run", server.Address.OriginalString)!, requests);
    }
}
