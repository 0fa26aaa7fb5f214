using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Uploads whose file goes to one URL in several requests: what says by which protocol, and what is made of it.</summary>
public class ProtocolFlowTests
{
    private const string Untold = """ "filename": { "type": "string" } """;

    private const string Expected = """ "uploadUrl": { "type": "string" }, "nextExpectedRanges": { "type": "array", "items": { "type": "string" } } """;

    [Theory]
    [InlineData("tus", UploadProtocol.Tus)]
    [InlineData("contentRanges", UploadProtocol.ContentRanges)]
    [InlineData("expectedRanges", UploadProtocol.ExpectedRanges)]
    [InlineData("resumable", UploadProtocol.HttpResumable)]
    [InlineData("blocks", UploadProtocol.Blocks)]
    public void A_protocol_can_be_stated(string word, object protocol)
    {
        var run = Stated($$""" "url": "$response.body#/place", "protocol": "{{word}}" """);

        Assert.Equal(protocol, run.Flow<ProtocolFlowModel>().Protocol);
        Assert.Empty(run.NotBound);
        Assert.Contains(
            $"new global::UploadGen.Core.ResumableUpload(global::UploadGen.Core.UploadProtocol.{protocol}, session.Place)",
            Client(run),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_an_upload_is_created_can_be_stated()
    {
        var run = Stated(""" "endpoint": "$response.body#/place", "protocol": "tus" """);

        Assert.True(run.Flow<ProtocolFlowModel>().IsEndpoint);
        Assert.Contains("{ IsEndpoint = true }", Client(run), StringComparison.Ordinal);
        Assert.Contains("IsEndpoint = true, IsBegun = true", Client(run), StringComparison.Ordinal);
        Assert.DoesNotContain("Abort =", Client(run), StringComparison.Ordinal);
    }

    /// <summary>Without it, the file would be PUT to where uploads are created.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""" , "protocol": "contentRanges" """)]
    public void An_endpoint_is_nothing_without_a_protocol_that_creates_there(string protocol)
    {
        var run = Stated($$""" "endpoint": "$response.body#/place" {{protocol}} """);

        Assert.Empty(run.Flows);
        Assert.Contains(run.NotBound, problem => problem.StartsWith("endpoint is where tus or resumable creates the upload", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""" "tus_upload_url": { "type": "string" } """, UploadProtocol.Tus)]
    [InlineData(""" "upload_url": { "type": "string", "description": "Send the file here by the tus protocol" } """, UploadProtocol.Tus)]
    [InlineData(Expected, UploadProtocol.ExpectedRanges)]
    [InlineData(
        """ "upload_url": { "type": "string", "description": "PUT the file's bytes here with Content-Range. A 308 says what is there." } """,
        UploadProtocol.ContentRanges)]
    [InlineData(
        """ "upload_url": { "type": "string", "description": "Takes the file as draft-ietf-httpbis-resumable-upload has it" } """,
        UploadProtocol.HttpResumable)]
    [InlineData(""" "upload_sas_url": { "type": "string" } """, UploadProtocol.Blocks)]
    [InlineData(""" "upload_url": { "type": "string", "description": "SAS URL of the blob that the file goes to" } """, UploadProtocol.Blocks)]
    [InlineData(""" "upload_url": { "type": "string", "description": "PUT the file here, in Azure's blob storage" } """, UploadProtocol.Blocks)]
    public void What_stands_around_the_URL_says_by_which(string answer, object protocol)
    {
        var run = FlowRun.Of(answer, says: "Opens an upload.");

        Assert.Empty(run.NotBound);
        Assert.Equal(protocol, run.Flow<ProtocolFlowModel>().Protocol);
    }

    [Theory]
    [InlineData(""" "upload_url": { "type": "string", "description": "PUT the file here in byte ranges" } """, "and not how each is answered")]
    [InlineData(""" "upload_url": { "type": "string", "description": "SAS URL of the container that the file goes to" } """, "speaks of Azure's storage")]
    [InlineData(""" "upload_url": { "type": "string", "description": "SAS URL of the file share for the upload" } """, "speaks of Azure's storage")]
    public void What_leaves_the_protocol_open_is_asked(string answer, string said)
    {
        var run = FlowRun.Of(answer, says: "Opens an upload.");

        Assert.Empty(run.Flows);
        Assert.Contains(said, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_by_tus_is_created_with_the_length_so_an_untold_one_is_asked_about()
    {
        var run = FlowRun.Of(""" "tus_upload_url": { "type": "string" }, "upload_id": { "type": "string" } """, Untold, says: "Opens an upload.");

        Assert.Empty(run.Flows);
        Assert.Contains("whether that is an upload or where one is created isn't told", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("\"protocol\": \"tus\"", run.NotBound[0], StringComparison.Ordinal);
        Assert.Contains("\"endpoint\" in place of \"url\"", run.NotBound[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_is_told_no_length_creates_the_upload()
    {
        var run = FlowRun.Of(""" "tus_upload_endpoint": { "type": "string" } """, Untold, says: "Opens an upload.");

        Assert.True(run.Flow<ProtocolFlowModel>().IsEndpoint);
    }

    [Fact]
    public void An_operation_that_is_the_creation_of_tus_is_told_the_length_and_the_version()
    {
        var run = FlowRun.OfPaths("""
            "/stream": { "post": { "operationId": "createVideo", "description": "Opens an upload.",
              "parameters": [
                { "name": "Tus-Resumable", "in": "header", "required": true, "schema": { "type": "string", "enum": [ "1.0.0" ] } },
                { "name": "Upload-Length", "in": "header", "required": true, "schema": { "type": "integer", "minimum": 0 } },
                { "name": "Upload-Metadata", "in": "header", "schema": { "type": "string" } } ],
              "responses": { "201": { "description": "Created",
                "headers": { "Location": { "description": "Where the file is uploaded to", "schema": { "type": "string", "format": "uri" } } } } } } }
            """);

        var flow = run.Flow<ProtocolFlowModel>();
        Assert.Equal((UploadProtocol.Tus, false), (flow.Protocol, flow.IsEndpoint));
        Assert.Equal(["uploadMetadata"], flow.Call.Parameters.Select(parameter => parameter.Name));
        Assert.Contains("uploadLength: file.Size", PlanText.Of(flow.Opening.Create), StringComparison.Ordinal);
        Assert.Contains("UploadProtocol.Tus, session.Location", Client(run), StringComparison.Ordinal);
    }

    /// <summary>Documents of tus servers describe its other requests, too. They are the protocol's, and no other way to send the file.</summary>
    [Fact]
    public void The_protocols_own_requests_take_nothing_from_it()
    {
        const string Id = """{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }""";
        const string Version = """{ "name": "Tus-Resumable", "in": "header", "required": true, "schema": { "type": "string" } }""";
        var run = FlowRun.OfPaths($$"""
            "/uploads": { "post": { "operationId": "createUpload", "description": "Opens an upload by tus.",
              "parameters": [ {{Version}}, { "name": "Upload-Length", "in": "header", "required": true, "schema": { "type": "integer" } } ],
              "responses": { "201": { "description": "Created",
                "headers": { "Location": { "description": "The upload", "schema": { "type": "string" } } } } } } },
            "/uploads/{id}": {
              "head": { "operationId": "getOffset", "parameters": [ {{Id}}, {{Version}} ], "responses": { "200": { "description": "The offset" } } },
              "patch": { "operationId": "appendUpload",
                "parameters": [ {{Id}}, {{Version}}, { "name": "Upload-Offset", "in": "header", "required": true, "schema": { "type": "integer" } } ],
                "requestBody": { "content": { "application/offset+octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
                "responses": { "204": { "description": "Appended" } } } }
            """);

        Assert.Equal(UploadProtocol.Tus, run.Flow<ProtocolFlowModel>().Protocol);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("tus", true)]
    [InlineData("expectedRanges", false)]
    public void A_server_of_tus_may_want_the_credential_and_a_session_in_ranges_has_its_own(string protocol, bool wants)
    {
        var run = GeneratorRun.Of($$"""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "security": [ { "key": [] } ],
              "components": { "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } } },
              "paths": { "/files": { "post": { "operationId": "openUpload",
                "x-uploadgen": { "url": "$response.body#/place", "protocol": "{{protocol}}", "confirm": false },
                "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "place": { "type": "string" } } } } } } } } } } }
            """).AssertCompiles();

        var sending = Client(run.Files).Split('\n').First(line => line.Contains("ResumableUpload(", StringComparison.Ordinal));
        Assert.Equal(wants, sending.Contains(".Authorize(", StringComparison.Ordinal));
    }

    [Fact]
    public void A_session_in_ranges_is_told_length_and_media_type_by_its_headers()
    {
        var run = FlowRun.OfPaths("""
            "/files": { "post": { "operationId": "insertFile", "description": "Opens a resumable upload.",
              "parameters": [
                { "name": "X-Upload-Content-Type", "in": "header", "schema": { "type": "string" } },
                { "name": "X-Upload-Content-Length", "in": "header", "schema": { "type": "integer" } } ],
              "responses": { "200": { "description": "Open",
                "headers": { "Location": { "description": "The session's URI", "schema": { "type": "string" } } } } } } }
            """);

        var flow = run.Flow<ProtocolFlowModel>();
        Assert.Equal(UploadProtocol.ContentRanges, flow.Protocol);
        Assert.Empty(flow.Call.Parameters);
    }

    [Fact]
    public void A_session_can_be_gone_on_with_and_given_up()
    {
        var client = Client(FlowRun.Of(""" "tus_upload_url": { "type": "string" } """));

        Assert.Contains("IsBegun = true", client, StringComparison.Ordinal);
        Assert.Contains("_api.Storage.AbortAsync(\"openUpload\", ", client, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contentRanges", "#/components/schemas/Film", "Film")]
    [InlineData("expectedRanges", "#/components/schemas/Film", "Film")]
    [InlineData("resumable", "#/components/schemas/Fi~1lm", "string")]
    [InlineData("contentRanges", null, "UploadResult<OpenUploadResponse, JsonElement?>")]
    public void What_the_last_answer_says_is_what_the_call_gives(string protocol, string? result, string type)
    {
        var run = Answered(protocol, result);

        Assert.Empty(run.NotBound);
        Assert.Contains(
            $"Task<{type}> UploadFileAsync(",
            Client(run).Replace("global::System.Threading.Tasks.", "").Replace("global::UploadGen.", "").Replace("global::System.Text.Json.", ""),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tus")]
    [InlineData("blocks")]
    public void Where_the_protocol_has_no_answer_the_call_gives_what_opened_the_upload(string protocol)
    {
        Assert.Null(Answered(protocol, null).Flow<ProtocolFlowModel>().Answer);
        Assert.Contains("this one goes otherwise", Assert.Single(Answered(protocol, "#/components/schemas/Film").NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Film", "not the place of a schema")]
    [InlineData("#/components/schemas/Movie", "a schema that isn't there")]
    [InlineData("#/components/responses/Film", "not the place of a schema")]
    public void A_result_that_is_none_is_reported_at_its_place(string result, string said)
    {
        var run = Answered("contentRanges", result);

        Assert.Contains(said, Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("JsonElement?", Client(run), StringComparison.Ordinal);
    }

    /// <summary>A schema that only a statement names is generated, though the project wants some operations only.</summary>
    [Fact]
    public void A_result_is_generated_where_operations_are_chosen()
    {
        var chosen = new Dictionary<string, string> { ["UploadGenInclude"] = "openUpload" };
        var run = GeneratorRun.Of(Document("contentRanges", "#/components/schemas/Film"), chosen).AssertCompiles();

        Assert.Contains("Task<Film> UploadFileAsync(", Client(run.Files), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_message_says()
    {
        var run = FlowRun.Of(Expected);

        Assert.StartsWith(
            "opens an upload: the file goes to uploadUrl in ranges (Content-Range, answered by 202 with nextExpectedRanges) (nextExpectedRanges comes with it), "
                + "nothing confirms it",
            Assert.Single(run.Found),
            StringComparison.Ordinal);
    }

    private static FlowRun Stated(string statement)
        => FlowRun.Of(""" "place": { "type": "string" } """, more: $$""" "x-uploadgen": { {{statement}}, "confirm": false }, """);

    private static FlowRun Answered(string protocol, string? result) => FlowRun.OfDocument(Document(protocol, result));

    private static string Document(string protocol, string? result)
        => $$"""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
              "components": { "schemas": {
                "Film": { "type": "object", "properties": { "id": { "type": "string" } } },
                "Fi/lm": { "type": "string" } } },
              "paths": { "/files": { "post": { "operationId": "openUpload",
                "x-uploadgen": { "url": "$response.body#/place", "protocol": "{{protocol}}", "confirm": false
                  {{(result is null ? "" : $", \"result\": \"{result}\"")}} },
                "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "place": { "type": "string" } } } } } } } } } } }
            """;

    private static string Client(FlowRun run) => Client(run.Run.Files);

    private static string Client(IReadOnlyDictionary<string, string> files)
        => string.Join("\n", files.Values.Where(text => text.Contains("class ", StringComparison.Ordinal)));
}
