namespace UploadGen.Generator.Tests.Flows;

/// <summary>An operation that takes a file, of which something says that it is only a step of an upload: that is asked, and not called an upload.</summary>
public class MiddleRequestTests
{
    private const string Octets = """{ "type": "string", "format": "binary" }""";

    [Theory]
    [InlineData("put", "/media/{name}", "path name, query offset: integer", "it is told offset")]
    [InlineData("put", "/media/{name}/pieces/{partNumber}", "path name, path partNumber: integer", "it is told partNumber")]
    [InlineData("put", "/media/upload-resumable", "header Content-Range", "it is told Content-Range")]
    [InlineData("post", "/media/uploads/chunk", "", "its name says so", "uploadChunk")]
    [InlineData("post", "/media/{name}", "path name", "its name says so", "Media_Append")]
    [InlineData("patch", "/media/{name}", "path name", "a PATCH may change a range of what is there")]
    public void A_piece_of_a_file_is_no_upload(string method, string path, string parameters, string sign, string id = "send")
    {
        var run = FlowRun.OfPaths(Operation(path, method, id, parameters));

        Assert.Empty(run.Found);
        Assert.Contains(
            $"takes a piece of a file ({sign}), and what puts the pieces together isn't known.",
            Assert.Single(run.NotBound),
            StringComparison.Ordinal);
        Assert.Contains($$"""say "x-uploadgen": { "send": { "operationId": "{{id}}" }, "protocol": "parts" } on""", run.NotBound[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("put", "/uploads/{token}", "path token", "token")]
    [InlineData("put", "/media/upload", "query upload_id", "upload_id")]
    [InlineData("put", "/media/{uploadId}", "path uploadId", "uploadId")]
    public void The_file_of_an_upload_that_is_open_is_no_upload(string method, string path, string parameters, string key)
    {
        var run = FlowRun.OfPaths(Operation(path, method, "send", parameters));

        Assert.Empty(run.Found);
        Assert.Contains(
            $"takes the file of an upload that is open, by {key}, and which operation opens it isn't known",
            Assert.Single(run.NotBound),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_gives_the_key_is_named()
    {
        var begin = """
            "/files/begin": { "post": { "operationId": "begin", "responses": { "201": { "description": "Open", "content": { "application/json": {
                "schema": { "type": "object", "properties": { "token": { "type": "string" } } } } } } } } }
            """;
        var run = FlowRun.OfPaths(begin + "," + Operation("/uploads/{token}", "post", "send", "path token"));

        Assert.Contains("which operation opens it isn't known ('begin' answers with that).", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void A_completion_beside_it_is_asked_about()
    {
        var names = FlowRun.PathParameter("id") + "," + FlowRun.PathParameter("name");
        var commit = FlowRun.Operation("/records/{id}/files/{name}/commit", "commit", names);
        var run = FlowRun.OfPaths(Operation("/records/{id}/files/{name}/content", "put", "send", "path id, path name") + "," + commit);

        Assert.Empty(run.Found);
        Assert.Contains("stands beside 'commit', and what that completes isn't known.", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    /// <summary>The file comes first, and something has to follow.</summary>
    [Theory]
    [InlineData("/uploads", "", "/uploads/{id}/confirm", "end", "completes the upload: no call does that in this order")]
    [InlineData("/rooms.media", "Confirm it with mediaConfirm.", "/rooms.mediaConfirm", "mediaConfirm", "completes the upload: no call does that")]
    [InlineData("/media", "The upload must be completed.", "/others", "other", "says in its text that it has to be completed")]
    public void A_file_after_which_something_has_to_follow_is_no_upload(string path, string says, string other, string id, string why)
    {
        var parameters = other.Contains('{', StringComparison.Ordinal) ? FlowRun.PathParameter("id") : "";
        var run = FlowRun.OfPaths(Operation(path, "post", "send", "", says: says) + "," + FlowRun.Operation(other, id, parameters));

        Assert.Empty(run.Found);
        Assert.Contains(why, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_gives_a_key_which_another_operation_wants_is_no_upload()
    {
        var create = FlowRun.Operation("/items", "createItem", body: """
            { "type": "object", "properties": { "items": { "type": "array", "items": {
              "type": "object", "required": ["uploadToken"], "properties": { "uploadToken": { "type": "string" } } } } } }
            """);
        var bytes = """
            "/uploads": { "post": { "operationId": "uploadBytes", "requestBody": { "content": { "application/octet-stream": { "schema": OCTETS } } },
              "responses": { "200": { "description": "The token", "content": { "text/plain": { "schema": { "type": "string" } } } } } } }
            """.Replace("OCTETS", Octets, StringComparison.Ordinal);

        var run = FlowRun.OfPaths(bytes + "," + create);

        Assert.Empty(run.Found);
        Assert.Contains("gives the uploadToken that 'createItem' wants", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_the_key_of_an_upload_is_no_upload()
    {
        var run = FlowRun.OfPaths("""
            "/files/send": { "post": { "operationId": "send", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
              "uploadTokenId": { "type": "string" }, "file": { "type": "string", "format": "binary" } } } } } },
              "responses": { "204": { "description": "Taken" } } } }
            """);

        Assert.Empty(run.Found);
        Assert.Contains("takes the file of an upload that is open, by uploadTokenId", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("put", "/media/{name}", "path name")]
    [InlineData("post", "/cars/{id}/parts", "path id")]
    [InlineData("put", "/slides/{index}/picture", "path index: integer")]
    [InlineData("post", "/media", "query size: integer")]
    [InlineData("put", "/uploads/{filename}", "path filename")]
    public void A_file_as_a_whole_is_an_upload(string method, string path, string parameters)
    {
        var run = FlowRun.OfPaths(Operation(path, method, "send", parameters));

        Assert.Contains("is an upload in one request", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    /// <summary>An object or a list in a format that isn't written here is no file, and octets that nobody says a word of may be anything.</summary>
    [Theory]
    [InlineData("application/x-json-smile", """{ "type": "object", "properties": { "name": { "type": "string" } } }""", false)]
    [InlineData("application/merge-patch+yaml", """{ "type": "object" }""", false)]
    [InlineData("application/octet-stream", """{ "type": "array", "items": { "type": "string" } }""", false)]
    [InlineData("application/octet-stream", "{}", false)]
    [InlineData("application/x-protobuf", """{ "type": "string", "format": "binary" }""", false)]
    [InlineData("", "{}", false)]
    [InlineData("image/png", """{ "type": "object" }""", true)]
    [InlineData("application/octet-stream", """{ "type": "object", "format": "file" }""", true)]
    [InlineData("application/dicom", "{}", true)]
    public void A_value_in_another_format_is_no_file(string mediaType, string schema, bool isUpload)
    {
        var run = FlowRun.OfPaths(Operation("/things", "post", "set", "", mediaType, schema));

        Assert.Equal(isUpload ? 1 : 0, run.Found.Count);
    }

    [Fact]
    public void Octets_that_are_said_to_be_a_file_are_one()
    {
        var run = FlowRun.OfPaths(Operation("/pictures", "post", "set", "", schema: "{}"));

        Assert.Contains("is an upload in one request", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    private static string Operation(
        string path, string method, string id, string parameters, string mediaType = "application/octet-stream", string schema = Octets,
        string says = "")
        => $$"""
            "{{path}}": { "{{method}}": { "operationId": "{{id}}", "description": "{{says}}", "parameters": [ {{Parameters(parameters)}} ],
                "requestBody": { "required": true, "content": { "{{mediaType}}": { "schema": {{schema}} } } },
                "responses": { "200": { "description": "Taken", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "id": { "type": "string" } } } } } } } } }
            """;

    /// <summary><c>query offset: integer</c>, as OpenAPI has it.</summary>
    private static string Parameters(string parameters)
        => string.Join(",", parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(parameter =>
        {
            var words = parameter.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
            var type = words.ElementAtOrDefault(2) ?? "string";
            return $$"""{ "in": "{{words[0]}}", "name": "{{words[1]}}", "required": true, "schema": { "type": "{{type}}" } }""";
        }));
}
