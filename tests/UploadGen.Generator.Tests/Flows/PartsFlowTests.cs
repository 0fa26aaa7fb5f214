using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>One call that sends a file in parts, of clients generated from real vendors' documents, to a server that speaks as these say.</summary>
public class PartsFlowTests(PartsClients clients) : IClassFixture<PartsClients>
{
    private const string PartNumber = """ { "name": "part_number", "in": "query", "required": true, "schema": { "type": "integer" } } """;
    private const string Note = """ { "type": "object", "properties": { "note": { "type": "string" } } } """;

    private static readonly string[] Vendors = ["openai", "autodesk-oss", "box"];

    public static TheoryData<string, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<string, int>();
            foreach (var vendor in Vendors)
            {
                foreach (var size in new[] { 0, 1, 1000, 1001, 20_000 })
                {
                    sizes.Add(vendor, size);
                }
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task The_file_is_put_together_as_it_was(string vendor, int size)
    {
        await using var server = await PartsServer.StartAsync();

        await UploadAsync(server, vendor, Bytes(size));

        Assert.Equal(Bytes(size), server.File);
        Assert.InRange(server.MostAtOnce, 1, 4);
        Assert.True(size < 20_000 || server.MostAtOnce > 1, "Nothing was sent in parallel.");
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("autodesk-oss")]
    [InlineData("box")]
    public async Task A_part_that_fails_for_the_moment_is_sent_again(string vendor)
    {
        await using var server = await PartsServer.StartAsync();
        server.Fault = number => number == 3 ? 500 : null;

        await UploadAsync(server, vendor, Bytes(5500));

        Assert.Equal(Bytes(5500), server.File);
        Assert.Equal(7, server.Log.Count(IsPart));
    }

    [Theory]
    [InlineData("openai", "POST /uploads/up1/cancel")]
    [InlineData("box", "DELETE /files/upload_sessions/s1")]
    public async Task A_part_that_is_refused_gives_the_upload_up(string vendor, string abort)
    {
        await using var server = await PartsServer.StartAsync();
        server.Fault = number => number == 3 ? 400 : null;

        var failure = await Assert.ThrowsAsync<ApiException>(() => UploadAsync(server, vendor, Bytes(5500)));

        Assert.Equal((400, UploadStep.Put), (failure.StatusCode, failure.Step));
        Assert.Equal(abort, server.Log[^1]);
        Assert.Null(server.File);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("autodesk-oss")]
    [InlineData("box")]
    public async Task After_a_crash_only_what_is_missing_is_sent(string vendor)
    {
        await using var server = await PartsServer.StartAsync();
        server.Fault = number => number == 4 ? 400 : null;
        var saved = "";
        var options = new PartsUploadOptions { PartSize = 1000, Parallelism = 1, StateChanged = state => saved = state.ToJson() };
        await Assert.ThrowsAnyAsync<UploadGenException>(() => clients.UploadAsync(vendor, server.Address, Content(Bytes(5500)), options));
        var before = server.Log.Count;

        await clients.UploadAsync(vendor, server.Address, Content(Bytes(5500)), new PartsUploadOptions { State = UploadState.FromJson(saved) });

        Assert.Equal(Bytes(5500), server.File);
        Assert.Equal(3, server.Log.Skip(before).Count(IsPart));
        Assert.DoesNotContain(server.Log, line => line.Contains("cancel", StringComparison.Ordinal) || line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_journal_does_not_hold_what_an_upload_needs_whose_URLs_come_only_once()
    {
        var run = FlowRun.Of(
            """ "part_size": { "type": "integer" }, "urls": { "type": "array", "items": { "type": "string" } }, "upload_id": { "type": "string" } """,
            request: """ "filename": { "type": "string" }, "size": { "type": "integer" } """,
            path: "/uploads",
            more: """ "description": "Returns a presigned upload URL for each part.",""",
            paths: FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id")));

        var flow = Assert.IsType<PartsFlowModel>(Assert.Single(run.Flows));
        Assert.Equal(("UploadManyFilesAsync", false), (flow.Many!.Call.MethodName, flow.Many.JournalsSession));
    }

    [Theory]
    [InlineData("openai", 1, 2)]
    [InlineData("autodesk-oss", 1, 2)]
    [InlineData("box", 4, 7)]
    public async Task Of_many_files_each_goes_on_by_the_journal(string vendor, int failing, int sent)
    {
        await using var server = await PartsServer.StartAsync();
        server.Fault = number => number == failing ? 400 : null;
        var path = Path.GetTempFileName();
        try
        {
            foreach (var expected in new[] { UploadStatus.Failed, UploadStatus.Uploaded, UploadStatus.AlreadyUploaded })
            {
                using var journal = UploadJournal.Open(path, content => content.FileName);
                Assert.Equal(expected, await clients.UploadManyAsync(vendor, server.Address, Content(Bytes(5500)), journal));
            }
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(Bytes(5500), server.File);
        // Parts are sent side by side, so that some may be over when one fails.
        Assert.InRange(server.Log.Count(IsPart), sent, sent + 3);
        Assert.InRange(server.Log.Count(line => line is "POST /uploads" or "POST /files/upload_sessions"), 0, 1);
    }

    [Fact]
    public async Task URLs_are_asked_for_as_they_are_needed()
    {
        await using var server = await PartsServer.StartAsync();

        await UploadAsync(server, "autodesk-oss", Bytes(40_000));

        Assert.Equal(
            ["?parts=16", "?parts=16&firstPart=17&uploadKey=key%201", "?parts=8&firstPart=33&uploadKey=key%201"],
            server.Log.Where(line => line.StartsWith("GET ", StringComparison.Ordinal)).Select(line => line[line.IndexOf('?', StringComparison.Ordinal)..]));
    }

    [Theory]
    [InlineData(
        """ "urls": { "type": "array", "items": { "type": "string" } }, "part_size": { "type": "integer" } """, "",
        "UploadFileAsync does it in one call")]
    [InlineData(
        """ "urls": { "type": "array", "items": { "type": "string" } } """, ", \"part_count\": { \"type\": \"integer\" }",
        "UploadFileAsync does it in one call")]
    [InlineData(""" "urls": { "type": "array", "items": { "type": "string" } } """, "", "neither how many parts there are to be nor how large they are")]
    [InlineData(
        """ "parts": { "type": "array", "items": { "type": "object", "properties": { "upload_url": { "type": "string" } } } }, """
            + """ "part_size": { "type": "integer" } """,
        "", "UploadFileAsync does it in one call")]
    public void What_the_document_leaves_open_keeps_an_upload_from_being_one_call(string answer, string request, string said)
    {
        var run = FlowRun.Of(
            answer + """, "upload_id": { "type": "string" } """,
            request: """ "filename": { "type": "string" }, "size": { "type": "integer" } """ + request,
            path: "/uploads",
            more: """ "description": "Returns a presigned upload URL for each part.",""",
            paths: FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id")));

        Assert.Contains(said, Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal(said.StartsWith("UploadFileAsync", StringComparison.Ordinal), Assert.Single(run.Flows) is PartsFlowModel);
    }

    [Theory]
    [InlineData(
        """ { "name": "checksum", "in": "header", "required": true, "schema": { "type": "string" } } """, Note,
        "'addPart' wants checksum")]
    [InlineData(
        PartNumber,
        """ { "type": "object", "required": ["parts"], "properties": { "parts": { "type": "array", "items": { "type": "integer" } } } } """,
        "'complete' wants parts")]
    [InlineData(
        """ { "name": "part_number", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } } """, Note,
        "partNumber: part.Number from 0")]
    [InlineData(PartNumber, Note, "partNumber: part.Number from 1")]
    public void What_a_step_wants_is_known_or_the_call_is_not_there(string parameter, string body, string said)
    {
        var part = $$"""
            "/uploads/{upload_id}/parts": { "put": { "operationId": "addPart", "parameters": [ {{FlowRun.PathParameter("upload_id")}}, {{parameter}} ],
              "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "204": { "description": "Done" } } } }
            """;
        var run = FlowRun.Of(
            """ "upload_id": { "type": "string" } """,
            path: "/uploads",
            paths: part + "," + FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id"), body));

        var known = Assert.Single(run.Flows) switch
        {
            PartsFlowModel { Target: PartOperationModel target } => PlanText.Of(target.Send),
            OpenFlowModel open => open.Missing,
            var other => other.Name,
        };
        Assert.Contains(said, known, StringComparison.Ordinal);
    }

    private Task UploadAsync(PartsServer server, string vendor, byte[] bytes)
        => clients.UploadAsync(vendor, server.Address, Content(bytes), new PartsUploadOptions { PartSize = 1000 });

    private static UploadContent Content(byte[] bytes) => UploadContent.FromBytes(bytes, "a.bin");

    private static bool IsPart(string line) => line.StartsWith("PUT ", StringComparison.Ordinal) || line.EndsWith("/parts", StringComparison.Ordinal);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
