using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Model;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Parts that go to operations of the API, which are told in many ways where a part belongs.</summary>
public class PartOperationTests
{
    private const string Octets = """
        "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
        """;

    /// <summary>A header has what the body has no room for, as JSON; each request may carry bytes, and all but the middle ones carry none.</summary>
    private const string Sessions = $$"""
        "/upload_session/start": { "post": { "operationId": "startSession",
          "x-uploadgen": {
            "protocol": "parts",
            "send": { "operationId": "appendToSession", "parameters": {
              "X-Arg": { "cursor": { "session_id": "$response.body#/session_id", "offset": "$part.offset" }, "close": false, "name": "$file.name" } } },
            "parts": { "received": "$error.body#/error/correct_offset" },
            "confirm": { "operationId": "finishSession", "parameters": {
              "X-Arg": { "cursor": { "session_id": "$response.body#/session_id", "offset": "$file.size" }, "commit": { "path": "$inputs.path" } } } } },
          {{Octets}}
          "responses": { "200": { "description": "Started", "content": { "application/json": { "schema": {
            "type": "object", "required": [ "session_id" ], "properties": { "session_id": { "type": "string" } } } } } } } } },
        "/upload_session/append": { "post": { "operationId": "appendToSession",
          "parameters": [ { "name": "X-Arg", "in": "header", "required": true, "schema": { "type": "string" } } ],
          {{Octets}}
          "responses": { "200": { "description": "Appended" }, "409": { "description": "Elsewhere", "content": { "application/json": { "schema": {
            "type": "object", "properties": { "error": { "type": "object", "properties": {
              "correct_offset": { "type": "integer", "format": "int64" } } } } } } } } } } },
        "/upload_session/finish": { "post": { "operationId": "finishSession",
          "parameters": [ { "name": "X-Arg", "in": "header", "required": true, "schema": { "type": "string" } } ],
          {{Octets}}
          "responses": { "200": { "description": "Finished", "content": { "application/json": { "schema": {
            "type": "object", "properties": { "size": { "type": "integer", "format": "int64" } } } } } } } } }
        """;

    [Theory]
    [InlineData("/media/{id}/append", """ "segment_index": { "type": "integer", "minimum": 0 }, """, "segmentIndex: part.Index", true)]
    [InlineData("/media/{id}/chunks", """ "chunk_number": { "type": "integer" }, "total_chunks": { "type": "integer" }, """, "Chunks: part.Count", false)]
    [InlineData("/media/{id}/parts", """ "offset": { "type": "integer" }, "is_last": { "type": "boolean" }, """, "isLast: part.IsLast", true)]
    public void Where_a_part_belongs_is_told_in_a_field(string path, string fields, string told, bool isSequential)
    {
        var run = Media(path, fields);

        Assert.Empty(run.NotBound);
        Assert.Equal(isSequential, Target(run).IsSequential);
        Assert.Contains(run.Run.Files.Values, text => text.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_without_a_place_is_not_sent()
    {
        var run = Media("/media/{id}/parts", "");

        Assert.IsType<OpenFlowModel>(Assert.Single(run.Flows));
        Assert.Contains("is told nothing of where a part belongs", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_field_wants_beside_is_not_known()
    {
        var run = Media("/media/{id}/parts", """ "part_number": { "type": "integer" }, "color": { "type": "string" }, """, """ "part_number", "color" """);

        Assert.Contains("wants color, and what that is for each part isn't known", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int32", false)]
    [InlineData("int64", true)]
    public void An_offset_has_room_for_every_file(string format, bool isBound)
    {
        var run = Beside($$""" { "name": "offset", "in": "query", "required": true, "schema": { "type": "integer", "format": "{{format}}" } } """);

        Assert.Equal(isBound, Assert.Single(run.Flows) is PartsFlowModel);
    }

    [Fact]
    public void A_session_may_be_named_in_the_query()
    {
        var run = Beside(""" { "name": "partNumber", "in": "query", "required": true, "schema": { "type": "integer" } } """);

        Assert.Empty(run.NotBound);
        Assert.False(Target(run).IsSequential);
        Assert.Contains(run.Run.Files.Values, text => text.Contains("SessionMember.Required(session.UploadId", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", """ "expected_offset": { "type": "integer" } """, "ExpectedOffset")]
    [InlineData("", """ "detail": { "type": "object", "properties": { "bytesReceived": { "type": "integer" } } } """, "BytesReceived")]
    [InlineData(""" "x-uploadgen": { "parts": { "received": "$error.body#/got" } }, """, """ "got": { "type": "integer" } """, "Got")]
    [InlineData("", """ "offset": { "type": "integer" } """, null)]
    [InlineData("", """ "expected_offset": { "type": "integer" }, "next_offset": { "type": "integer" } """, null)]
    public void A_refusal_tells_what_is_there(string statement, string error, string? member)
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" } """,
            more: statement,
            path: "/uploads",
            paths: $$"""
                "/uploads/{id}/append": { "put": { "operationId": "append",
                  "parameters": [ {{FlowRun.PathParameter("id")}}, { "name": "offset", "in": "query", "required": true, "schema": { "type": "integer" } } ],
                  {{Octets}} "responses": { "204": { "description": "There" }, "409": { "description": "Elsewhere", "content": { "application/json": {
                    "schema": { "type": "object", "properties": { {{error}} } } } } } } } },
                {{FlowRun.Operation("/uploads/{id}/complete", "complete", FlowRun.PathParameter("id"))}}
                """,
            says: "Opens an upload.");

        Assert.Empty(run.NotBound);
        Assert.Equal(member, Target(run).Received?.Bytes.Last.Name);
    }

    [Fact]
    public void A_receipt_that_nothing_could_give_is_said()
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" } """,
            more: """ "x-uploadgen": { "parts": { "received": "$error.body#/got" } }, """,
            path: "/uploads",
            paths: $$"""
                "/uploads/{id}/parts/{part_number}": { "put": { "operationId": "sendPart", "parameters": [ {{FlowRun.PathParameter("id")}},
                  { "name": "part_number", "in": "path", "required": true, "schema": { "type": "integer" } } ],
                  {{Octets}} "responses": { "204": { "description": "There" } } } },
                {{FlowRun.Operation("/uploads/{id}/complete", "complete", FlowRun.PathParameter("id"))}}
                """,
            says: "Opens an upload.");

        Assert.Null(Target(run).Received);
        Assert.StartsWith("received counts where parts are known by their offsets alone", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2500)]
    public async Task A_header_of_JSON_tells_the_offset(int length)
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Client();

        var size = await UploadAsync(client, server, Bytes(length), new PartsUploadOptions { PartSize = 1000 });

        Assert.Equal((length, "/ä\"1.bin"), (size, server.Path));
        Assert.Equal(Bytes(length), server.File);
    }

    [Fact]
    public async Task What_was_appended_is_not_sent_again_after_a_crash()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Client();
        server.Fault = number => number == 2 ? 400 : null;
        var saved = "";
        var options = new PartsUploadOptions { PartSize = 1000, StateChanged = state => saved = state.ToJson() };
        await Assert.ThrowsAnyAsync<UploadGenException>(() => UploadAsync(client, server, Bytes(2500), options));

        await UploadAsync(client, server, Bytes(2500), new PartsUploadOptions { State = UploadState.FromJson(saved) });

        Assert.Equal(Bytes(2500), server.File);
        Assert.Equal([0, 1000, 1000, 2000], server.Offsets);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_a_lost_answer_the_API_says_where_it_stands(int lost)
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Client();
        server.Fault = number => number == lost ? SessionServer.LostAnswer : null;

        await UploadAsync(client, server, Bytes(2500), new PartsUploadOptions { PartSize = 1000 });

        Assert.Equal(Bytes(2500), server.File);
        Assert.Equal(4, server.Offsets.Count);
    }

    [Fact]
    public async Task Bytes_that_do_not_join_on_end_the_upload()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Client();
        server.Fault = number => number == 2 ? SessionServer.Truncated : null;

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(client, server, Bytes(2500), new PartsUploadOptions { PartSize = 1000 }));

        Assert.Contains("has 500 bytes of 1.bin, and part 2 of 3 has bytes 1,000 to 2,000", failure.Message, StringComparison.Ordinal);
        Assert.Equal((UploadStep.Put, false), (failure.Step, failure.IsStored));
        Assert.Null(server.File);
    }

    private static PartOperationModel Target(FlowRun run)
        => Assert.IsType<PartOperationModel>(Assert.IsType<PartsFlowModel>(Assert.Single(run.Flows)).Target);

    private static FlowRun Media(string path, string fields, string required = "")
        => FlowRun.Of(
            """ "id": { "type": "string" } """,
            path: "/media/initialize",
            paths: $$"""
                "{{path}}": { "post": { "operationId": "sendMedia", "parameters": [ {{FlowRun.PathParameter("id")}} ],
                  "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": { "type": "object",
                    "required": [ "media"{{(required.Length == 0 ? "" : "," + required)}} ],
                    "properties": { {{fields}} "media": { "type": "string", "format": "binary" } } } } } },
                  "responses": { "200": { "description": "There" } } } },
                {{FlowRun.Operation("/media/{id}/finalize", "finalizeMedia", FlowRun.PathParameter("id"))}}
                """,
            says: "Opens an upload.");

    /// <summary>An API whose steps stand side by side, and are told the upload in their queries.</summary>
    private static FlowRun Beside(string place)
    {
        const string Key = """ { "name": "uploadId", "in": "query", "required": true, "schema": { "type": "string" } } """;
        return FlowRun.Of(
            """ "uploadId": { "type": "string" } """,
            path: "/multipart/start",
            paths: $$"""
                "/multipart/part": { "put": { "operationId": "sendPart", "parameters": [ {{Key}}, {{place}} ], {{Octets}}
                  "responses": { "200": { "description": "There" } } } },
                {{FlowRun.Operation("/multipart/complete", "completeMultipart", Key)}}
                """,
            says: "Opens an upload.");
    }

    private static GeneratedAssembly Client()
        => GeneratedAssembly.Of(
            Spec.Document("{" + Sessions + "}"),
            """
            public static async System.Threading.Tasks.Task<long?> Upload(string address, UploadGen.UploadContent content, UploadGen.PartsUploadOptions parts)
            {
                var options = new ApiClientOptions { BaseAddress = new Uri(address) };
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
                return (await new ApiClient(options).UploadFileAsync(content, "/ä\"1.bin", options: parts)).Size;
            }
            """);

    private static Task<long?> UploadAsync(GeneratedAssembly client, SessionServer server, byte[] bytes, PartsUploadOptions options)
        => (Task<long?>)client.Call("Upload", server.Address, UploadContent.FromBytes(bytes, "1.bin"), options)!;

    private static byte[] Bytes(int length) => Enumerable.Range(0, length).Select(index => (byte)(index * 31)).ToArray();

    /// <summary>Takes bytes only at the offset where those before them end.</summary>
    private sealed class SessionServer : IAsyncDisposable
    {
        /// <summary>The bytes are kept, and the connection breaks before the answer.</summary>
        public const int LostAnswer = 0;

        /// <summary>Half of what was there is lost.</summary>
        public const int Truncated = -1;

        private readonly ConcurrentQueue<long> _offsets = new();
        private readonly MemoryStream _appended = new();
        private WebServer _server = null!;

        public string Address => _server.Address.OriginalString;

        public byte[]? File { get; private set; }

        public string? Path { get; private set; }

        /// <summary>The offsets that were told.</summary>
        public ConcurrentQueue<long> Offsets => _offsets;

        /// <summary>Gives the status that an append is answered with instead of being kept, by its number from 1.</summary>
        public Func<int, int?> Fault { get; set; } = _ => null;

        public static async Task<SessionServer> StartAsync()
        {
            var server = new SessionServer();
            server._server = await WebServer.RecordingAsync(server.AnswerAsync);
            return server;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            var bytes = await context.Request.Body.ReadAllAsync();
            if (context.Request.Path.Value!.EndsWith("start", StringComparison.Ordinal))
            {
                Assert.Empty(bytes);
                await context.AnswerAsync(200, """{ "session_id": "s\"1" }""");
                return;
            }

            using var told = JsonDocument.Parse(context.Request.Headers["X-Arg"].ToString());
            var cursor = told.RootElement.GetProperty("cursor");
            var offset = cursor.GetProperty("offset").GetInt64();
            Assert.Equal("s\"1", cursor.GetProperty("session_id").GetString());
            if (told.RootElement.TryGetProperty("commit", out var commit))
            {
                Assert.Empty(bytes);
                Path = commit.GetProperty("path").GetString();
                File = offset == _appended.Length ? _appended.ToArray() : null;
                await context.AnswerAsync(200, $$"""{ "size": {{offset.ToString(CultureInfo.InvariantCulture)}} }""");
                return;
            }

            _offsets.Enqueue(offset);
            if (Fault(_offsets.Count) == Truncated)
            {
                _appended.SetLength(_appended.Length / 2);
            }

            if (offset != _appended.Length)
            {
                var there = _appended.Length.ToString(CultureInfo.InvariantCulture);
                await context.AnswerAsync(409, $$$"""{ "error": { "correct_offset": {{{there}}} } }""");
                return;
            }

            Assert.Equal("1.bin", told.RootElement.GetProperty("name").GetString());
            Assert.Equal(JsonValueKind.False, told.RootElement.GetProperty("close").ValueKind);
            var status = Fault(_offsets.Count) ?? 200;
            if (status is 200 or LostAnswer)
            {
                _appended.Write(bytes);
            }

            if (status == LostAnswer)
            {
                context.Abort();
            }
            else
            {
                await context.AnswerAsync(status);
            }
        }
    }
}
