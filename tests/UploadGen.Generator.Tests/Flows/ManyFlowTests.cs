using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The one call for many files: which flows have it, its name, and what a journal may hold.</summary>
public class ManyFlowTests
{
    private const string Url = """ "upload_url": { "type": "string" } """;
    private const string Fields = """ "upload_url": { "type": "string" }, "fields": { "type": "object", "additionalProperties": { "type": "string" } } """;

    private const string Answer = """
        "id": { "type": "string" },
        "upload": { "type": "object", "required": ["url", "fields"], "properties": {
          "url": { "type": "string" },
          "fields": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } } } }
        """;

    [Theory]
    [InlineData("uploadPhoto", "UploadManyPhotosAsync")]
    [InlineData("uploadBox", "UploadManyBoxesAsync")]
    [InlineData("uploadClass", "UploadManyClassesAsync")]
    [InlineData("uploadEntry", "UploadManyEntriesAsync")]
    [InlineData("uploadKey", "UploadManyKeysAsync")]
    [InlineData("uploadPhotos", "UploadManyPhotosAsync")]
    public void It_is_named_in_the_plural(string operation, string method)
        => Assert.Equal(method, Many(FlowRun.OfPaths(Form(operation, File("file"))))!.Call.MethodName);

    [Fact]
    public void It_does_not_take_the_name_of_an_operation()
    {
        var run = FlowRun.OfPaths(Form("uploadPhoto", File("file")) + "," + FlowRun.Operation("/many", "uploadManyPhotos"));

        Assert.Equal("UploadManyPhotos2Async", Many(run)!.Call.MethodName);
    }

    [Fact]
    public void What_else_the_request_needs_is_the_same_for_all_files()
    {
        var fields = File("file") + """, "options": { "type": "string" }, "ct": { "type": "string" } """;
        var run = FlowRun.OfPaths(Form("uploadPhoto", fields, required: "\"file\", \"ct\""));

        var many = Many(run)!;
        Assert.Equal(["ct", "options"], many.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(("contents", "options2"), (many.Call.Contents, many.Call.Options));
        Assert.Equal(("file", new SendNamesModel("file", "progress", "ct2")), (many.FileParameter, many.Names));
    }

    [Fact]
    public void Two_files_or_a_list_of_files_in_one_request_have_none()
    {
        const string list = """ "files": { "type": "array", "items": { "type": "string", "format": "binary" } } """;

        Assert.Null(Many(FlowRun.OfPaths(Form("uploadPhoto", File("file") + "," + File("thumbnail")))));
        Assert.Null(Many(FlowRun.OfPaths(Form("uploadPhoto", list, required: ""))));
    }

    [Theory]
    [InlineData(""" "type": "string" """)]
    [InlineData(""" "type": "array", "items": { "type": "array", "items": { "type": "integer" } } """)]
    [InlineData(""" "type": "object", "additionalProperties": { "type": ["string", "null"] } """)]
    [InlineData(""" "type": ["object", "null"], "properties": { "id": { "type": "string" } } """)]
    [InlineData("")]
    public void Whatever_JSON_an_upload_gives_can_be_recorded(string schema)
        => Assert.NotNull(Many(FlowRun.OfPaths(Form("uploadPhoto", File("file"), answer: schema))));

    [Fact]
    public void A_session_is_recorded_without_the_fields_that_are_signed()
    {
        var many = FlowRun.Of(Answer, required: "[\"id\", \"upload\"]", paths: Confirm("id")).Flow<FormPostFlowModel>().Storage.Many!;

        Assert.True(many.JournalsSession);
        Assert.Equal(["fields"], many.Secrets);
    }

    [Fact]
    public void A_session_that_is_confirmed_with_its_URL_is_not_recorded()
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" }, "upload_url": { "type": "string", "format": "uri" } """, required: "[\"id\", \"upload_url\"]",
            more: """ "x-uploadgen": { "confirm": { "operationId": "completeUpload", "requestBody": { "upload_url": "$response.body#/upload_url" } } }, """,
            paths: FlowRun.Operation(
                "/files/{id}/complete", "completeUpload", FlowRun.PathParameter("id"),
                """{ "type": "object", "required": ["upload_url"], "properties": { "upload_url": { "type": "string", "format": "uri" } } }"""));

        Assert.Equal("id: session.id, UploadUrl: session.upload_url", PlanText.Of(run.Confirm()));
        Assert.False(run.Flow<UrlFlowModel>().Storage.Many!.JournalsSession);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("path")]
    [InlineData("filename")]
    [InlineData("file_name")]
    [InlineData("object_name")]
    [InlineData("objectKey")]
    [InlineData("blob")]
    [InlineData("destination")]
    [InlineData("target_path")]
    [InlineData("file_id")]
    [InlineData("md5")]
    [InlineData("sha256_hash")]
    [InlineData("extension")]
    [InlineData("client_token")]
    [InlineData("external_id")]
    [InlineData("client_reference_id")]
    [InlineData("file_size_kb")]
    [InlineData("slot")]
    [InlineData("url")]
    [InlineData("file_url")]
    public void What_names_the_target_or_tells_of_the_file_is_asked_for_each(string name)
        => Assert.Equal(Named(name), PerFile(FlowRun.Of(Url, $$""" "name": { "type": "string" }, "{{name}}": { "type": "string" } """)));

    [Theory]
    [InlineData("folder_id")]
    [InlineData("folder_path")]
    [InlineData("parentPath")]
    [InlineData("bucket")]
    [InlineData("bucketName")]
    [InlineData("account")]
    [InlineData("purpose")]
    [InlineData("api_key")]
    [InlineData("project_key")]
    [InlineData("description")]
    [InlineData("callback_url")]
    public void What_holds_all_files_or_is_no_name_is_the_same_for_all(string name)
        => Assert.Empty(PerFile(FlowRun.Of(Url, $$""" "filename": { "type": "string" }, "{{name}}": { "type": "string" } """)));

    [Theory]
    [InlineData(""" "key": { "type": "boolean" } """)]
    [InlineData(""" "target": { "type": "string", "enum": ["private", "public"] } """)]
    [InlineData(""" "metadata": { "type": "object", "additionalProperties": { "type": "string" } } """)]
    [InlineData(""" "owner": { "type": "object", "properties": { "name": { "type": "string" } } } """)]
    public void A_choice_or_what_says_something_else_is_the_same_for_all(string property)
        => Assert.Empty(PerFile(FlowRun.Of(Url, $$""" "filename": { "type": "string" }, {{property}} """)));

    [Theory]
    [InlineData(""" "file": { "type": "object", "properties": { "name": { "type": "string" } } } """, "file2")]
    [InlineData(""" "upload": { "type": "object", "properties": { "size": { "type": "integer" } } } """, "upload")]
    [InlineData(""" "storage": { "type": "object", "properties": { "objectKey": { "type": "string" } } } """, "storage")]
    [InlineData(""" "items": { "type": "array", "items": { "type": "object", "properties": { "path": { "type": "string" } } } } """, "items")]
    public void An_object_that_tells_of_the_file_is_asked_for_each(string property, string name)
        => Assert.Equal(Named(name), PerFile(FlowRun.Of(Url, $$""" "filename": { "type": "string" }, {{property}} """)));

    [Fact]
    public void What_the_file_tells_itself_is_asked_of_nobody()
    {
        var run = FlowRun.Of(Url, """ "filename": { "type": "string" }, "size": { "type": "integer" }, "content_type": { "type": "string" } """);

        Assert.Empty(run.Flow<UrlFlowModel>().Call.Parameters);
    }

    [Theory]
    [InlineData("post", "/buckets/{bucketKey}/objects/{objectKey}/upload-url", "objectKey")]
    [InlineData("post", "/buckets/{bucket}/upload-url", "")]
    [InlineData("post", "/buckets/{name}/upload-url", "")]
    [InlineData("post", "/folders/{id}/upload-url", "")]
    [InlineData("post", "/files/{id}/upload-url", "id")]
    [InlineData("post", "/files/{id}/versions/upload-url", "id")]
    [InlineData("post", "/blobs/{sha256}/upload-url", "sha256")]
    [InlineData("post", "/drives/{drive-id}/items/{driveItem-id}/createUploadSession", "driveItemId")]
    [InlineData("post", "/drives/{driveId}/createUploadSession", "")]
    [InlineData("put", "/uploads/{id}", "id")]
    [InlineData("put", "/shelves/{shelf}/uploads/{id}/url", "id")]
    [InlineData("get", "/objects/{path}/upload-url", "path")]
    [InlineData("put", "/users/{id}/avatar-url", "id")]
    [InlineData("get", "/users/{id}/banner-upload-url", "id")]
    [InlineData("post", "/workspaces/{ws}/logo/upload", "ws")]
    [InlineData("post", "/users/{id}/photos/upload-url", "")]
    public void A_path_that_leads_to_one_place_is_asked_for_each(string method, string path, string perFile)
    {
        var names = path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
        var parameters = string.Join(", ", names.Select(FlowRun.PathParameter));
        var run = FlowRun.OfPaths(FlowRun.Operation(path, "openUpload", parameters, method: method)
            .Replace("\"status\": { \"type\": \"string\" }", Fields, StringComparison.Ordinal));

        Assert.Equal(perFile, string.Join(",", PerFile(run)));
    }

    [Theory]
    [InlineData("post", "/users/{id}/avatar", "id")]
    [InlineData("post", "/videos/{video_id}/captions/{language}", "language")]
    [InlineData("post", "/albums/{id}/photos", "")]
    [InlineData("post", "/folders/{id}/file", "")]
    [InlineData("post", "/items/{id}/file", "id")]
    [InlineData("put", "/objects/{name}", "name")]
    [InlineData("put", "/folders/{folderId}/files", "")]
    [InlineData("put", "/folders/{folderId}/content", "folderId")]
    public void A_file_that_is_the_request_has_its_place_too(string method, string path, string perFile)
    {
        var run = FlowRun.OfPaths(Whole(method, path));

        Assert.Equal(perFile, string.Join(",", Many(run)!.Call.PerFile));
    }

    [Fact]
    public void Where_all_files_go_to_one_place_there_is_no_call_for_many()
    {
        Assert.Null(Many(FlowRun.OfPaths(Whole("put", "/me/avatar"))));
        Assert.Null(Many(FlowRun.OfPaths(Whole("post", "/me/avatar"))));
        Assert.NotNull(Many(FlowRun.OfPaths(Whole("post", "/files"))));
    }

    /// <summary>What says nothing of one file may open the same upload each time: a GET and a PUT do, by HTTP.</summary>
    [Theory]
    [InlineData("get", "/upload-url", "", false)]
    [InlineData("get", "/upload-url", "filename", true)]
    [InlineData("put", "/upload-url", "", false)]
    [InlineData("post", "/upload-url", "", true)]
    [InlineData("post", "/me/avatar/upload-url", "", false)]
    [InlineData("post", "/me/avatar-upload", "filename", false)]
    public void A_URL_that_may_be_the_same_for_every_file_is_for_one(string method, string path, string query, bool isForMany)
    {
        var parameters = query.Length == 0 ? "" : $$"""{ "name": "{{query}}", "in": "query", "schema": { "type": "string" } }""";
        var run = FlowRun.OfPaths(FlowRun.Operation(path, "openUpload", parameters, method: method)
            .Replace("\"status\": { \"type\": \"string\" }", Fields, StringComparison.Ordinal));

        Assert.Equal(isForMany, run.Flow<UrlFlowModel>().Storage.Many is not null);
    }

    [Fact]
    public void A_confirmation_that_names_the_target_is_asked_for_each()
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" }, "upload_url": { "type": "string" } """,
            required: "[\"id\"]",
            paths: FlowRun.Operation("/files/{id}/complete", "completeUpload", FlowRun.PathParameter("id"), """
                { "type": "object", "required": ["path"], "properties": { "path": { "type": "string" }, "note": { "type": "string" } } }
                """));

        Assert.Equal(["path"], PerFile(run));
        Assert.Contains(run.Run.Files.Values, file => file.Contains("RunManyAsync(file => FileUpload(path(file), note), contents", StringComparison.Ordinal));
    }

    [Fact]
    public void A_function_is_required_if_the_value_is()
    {
        var run = FlowRun.OfPaths(Whole("put", "/shelves/{shelf}/{name}", """, { "name": "md5", "in": "query", "schema": { "type": "string" } } """));

        var client = run.Run.Files.Values.Single(file => file.Contains("UploadManyFilesAsync", StringComparison.Ordinal));
        Assert.Contains("string shelf,", client, StringComparison.Ordinal);
        Assert.Contains("global::System.Func<global::UploadGen.UploadContent, string> name,", client, StringComparison.Ordinal);
        Assert.Contains("global::System.Func<global::UploadGen.UploadContent, string?>? md5 = null,", client, StringComparison.Ordinal);
        Assert.Contains("RunManyAsync(file => FileUpload(shelf, name(file), md5?.Invoke(file)), contents", client, StringComparison.Ordinal);
        Assert.Contains("<param name=\"name\">name. Asked for each file.</param>", client, StringComparison.OrdinalIgnoreCase);
    }

    private static string Confirm(string parameter)
        => FlowRun.Operation($"/files/{{{parameter}}}/complete", "completeUpload", FlowRun.PathParameter(parameter));

    private static string File(string name) => $$""" "{{name}}": { "type": "string", "format": "binary" } """;

    private static string Form(
        string operation, string fields, string required = "\"file\"",
        string answer = """ "type": "object", "properties": { "id": { "type": "string" } } """)
        => $$"""
            "/photos": { "post": { "operationId": "{{operation}}",
              "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
                "type": "object", "required": [{{required}}], "properties": { {{fields}} } } } } },
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": { {{answer}} } } } } } } }
            """;

    private static ManyRequestsModel? Many(FlowRun run) => run.Flow<RequestFlowModel>().Many;

    private static EquatableArray<string> PerFile(FlowRun run) => run.Flow<UrlFlowModel>().Storage.Many!.Call.PerFile;

    /// <summary>A member's name as a parameter's.</summary>
    private static string[] Named(string member) => [CSharpName.Camel(CSharpName.Pascal(member, "Member"))];

    private static string Whole(string method, string path, string more = "")
    {
        var names = path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
        return $$"""
            "{{path}}": { "{{method}}": { "operationId": "uploadFile", "parameters": [ {{string.Join(", ", names.Select(FlowRun.PathParameter))}}{{more}} ],
              "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": {
                "type": "object", "properties": { "id": { "type": "string" } } } } } } } } }
            """;
    }
}
