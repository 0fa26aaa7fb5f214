using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What headers of an answer tell of an upload: the URL for its file, and its key.</summary>
public class AnswerHeaderTests
{
    private const string Presigned = "Presigned URL. PUT the file there.";

    [Fact]
    public void A_URL_in_Location_is_where_the_file_goes()
    {
        var run = Of(Headers(("Location", Presigned)), body: """ "id": { "type": "string" } """, paths: Complete("id"));

        var flow = run.Flow<PresignedFlowModel>();
        Assert.Equal(("$response.header.Location", "session.id!"), (flow.Storage.Url.Expression, Told(run)));
        Assert.Contains("the file is PUT to Location", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_without_a_body_is_a_record_of_its_headers()
    {
        var run = Of(Headers(("Location", Presigned), ("X-Upload-Id", "The upload"), ("X-Trace", "A trace")), paths: Complete("upload_id"));

        var session = Assert.IsType<RecordModel>(run.Model.Types.Single(type => type.Name == "OpenUploadResponse"));
        Assert.Equal(["Location", "X-Upload-Id"], session.Properties.Select(property => property.JsonName));
        Assert.Equal("session.X-Upload-Id!", Told(run));
        Assert.False(run.Flow<PresignedFlowModel>().Storage.Many!.JournalsSession);
    }

    /// <summary>Headers are all that an answer to HEAD has.</summary>
    [Fact]
    public void The_headers_of_an_answer_to_HEAD_are_what_its_method_gives()
    {
        var run = FlowRun.OfPaths("""
            "/uploads/{id}": { "head": { "operationId": "getOffset",
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "responses": {
                "200": { "description": "Where the upload stands", "headers": {
                  "Upload-Offset": { "description": "How many bytes are there", "schema": { "type": "integer" } },
                  "Upload-Length": { "schema": { "type": "integer" } },
                  "Location": { "schema": { "type": "string" } } } },
                "404": { "description": "Unknown", "headers": { "X-Reason": { "schema": { "type": "string" } } } } } } }
            """);

        var answer = Assert.IsType<RecordModel>(run.Model.Types.Single(type => type.Name == "GetOffsetResponse"));
        Assert.Equal(["Upload-Offset", "Upload-Length", "Location"], answer.Properties.Select(property => property.JsonName));
        Assert.All(answer.Properties, property => Assert.False(property.IsSecret));
        Assert.Equal("GetOffsetResponse", Assert.IsType<NamedType>(run.Model.Operations.Single().Result).Name);
        Assert.Empty(run.Flows);
    }

    [Theory]
    [InlineData("Upload-Url", "", true)]
    [InlineData("X-Presigned-Url", "", true)]
    [InlineData("x-upload-location", "Presigned", true)]
    [InlineData("X-Status-Url", "", false)]
    [InlineData("X-Upload-Url", "Where the file can be downloaded", false)]
    [InlineData("Location", "The new thing", false)]
    public void A_header_that_is_called_so_has_the_URL(string name, string description, bool isUrl)
    {
        var run = Of(Headers((name, description)));

        Assert.Equal(isUrl, run.Flows.Count == 1);
        Assert.Empty(run.NotBound);
    }

    /// <summary>Sessions that want a protocol of their own, and a place that may be anything's, get no PUT.</summary>
    [Theory]
    [InlineData("Where to upload the file to, in byte ranges with Content-Range", "", "in ranges of bytes")]
    [InlineData("URL of the tus upload", "", "by the tus protocol")]
    [InlineData("URL of the new upload", "", "nothing says whether the file goes to Location by PUT or in a form")]
    [InlineData("", "", "nothing says whether the file goes to Location by PUT or in a form")]
    public void What_takes_more_than_a_PUT_is_asked_about(string description, string parameter, string said)
    {
        var parameters = parameter.Length == 0 ? "" : $$"""{ "name": "{{parameter}}", "in": "header", "schema": { "type": "integer" } }""";

        var run = Of(Headers(("Location", description)), parameters: parameters);

        Assert.Empty(run.Flows);
        Assert.Contains(said, Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("\"url\": \"$response.header.Location\"", run.NotBound[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_takes_the_file_may_be_what_Location_leads_to()
    {
        var run = Of(Headers(("Location", "Where to PUT the file")), paths: """
            "/uploads/{id}": { "put": { "operationId": "putContent",
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "204": { "description": "Stored" } } } }
            """);

        Assert.Empty(run.Flows);
        Assert.StartsWith("'putContent' takes the file, too", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "confirm": { "operationId": "complete", "parameters": { "id": "$response.header.x-ticket" } } """)]
    [InlineData(""" "method": "PUT", "id": "{$response.header.X-Ticket}" """)]
    public void Headers_that_are_stated_need_no_other_evidence(string statement)
    {
        var run = Of("", statement: $$""" "x-uploadgen": { "url": "$response.header.X-Target", {{statement}} } """, paths: Complete("id"));

        Assert.Equal("X-Target", run.Flow<PresignedFlowModel>().Storage.Url.JsonName);
        Assert.Equal("session.X-Ticket!", Told(run), ignoreCase: true);
        Assert.Empty(run.NotBound);
    }

    [Fact]
    public void A_link_can_take_a_header()
    {
        var run = Of(
            Headers(("Location", Presigned), ("X-Ticket", "What names it")),
            links: """ , "links": { "end": { "operationId": "complete", "parameters": { "id": "$response.header.X-Ticket" } } } """,
            paths: Complete("id"));

        Assert.Equal("session.X-Ticket!", Told(run));
    }

    [Fact]
    public void What_has_the_name_of_a_header_already_keeps_it()
    {
        var run = Of(Headers(("Location", Presigned)), body: """ "location": { "type": "string" } """);

        Assert.Equal("LocationHeader", run.Flow<PresignedFlowModel>().Storage.Url.Last.Name);
    }

    private static string Told(FlowRun run) => PlanText.Of(run.Confirm()).Split(": ", 2)[1];

    private static FlowRun Of(string headers, string body = "", string parameters = "", string statement = "", string links = "", string paths = "")
        => FlowRun.OfPaths($$"""
            "/uploads": { "post": { "operationId": "openUpload", "parameters": [ {{parameters}} ],
              {{(statement.Length == 0 ? "" : statement + ",")}}
              "requestBody": { "required": true, "content": { "application/json": { "schema": {
                "type": "object", "required": ["filename"],
                "properties": { "filename": { "type": "string" }, "content_type": { "type": "string" } } } } } },
              "responses": { "201": { "description": "Open", "headers": { {{headers}} } {{links}}
                {{(body.Length == 0 ? "" : $$""", "content": { "application/json": { "schema": { "type": "object", "properties": { {{body}} } } } } """)}}
              } } } }
              {{(paths.Length == 0 ? "" : "," + paths)}}
            """);

    private static string Headers(params (string Name, string Description)[] headers)
        => string.Join(
            ", ",
            headers.Select(header => $$""" "{{header.Name}}": { "description": "{{header.Description}}", "schema": { "type": "string" } } """));

    private static string Complete(string id) => FlowRun.Operation($$"""/uploads/{{{id}}}/complete""", "complete", FlowRun.PathParameter(id));
}
