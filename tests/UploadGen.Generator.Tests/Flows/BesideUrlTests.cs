using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What comes beside a URL goes along with the file, or there is no call; and so does what the request says of how the file is sent.</summary>
public class BesideUrlTests
{
    private const string Url = """ "upload_url": { "type": "string", "format": "uri" }, "id": { "type": "string" } """;
    private const string Map = """ "type": "object", "additionalProperties": { "type": "string" } """;
    private const string Pairs = """ "type": "array", "items": { "properties": { "name": { "type": "string" }, "value": { "type": "string" } } } """;
    private const string Typed = """ "filename": { "type": "string" }, "content_type": { "type": "string" } """;

    [Theory]
    [InlineData("http_headers", Map)]
    [InlineData("storage_headers", Pairs)]
    [InlineData("headersToSend", Map)]
    [InlineData("fields", Pairs + """, "description": "To add to the headers of the PUT request" """)]
    public void Headers_are_known_by_their_words(string name, string schema)
        => Assert.Equal(name, Opening($$""" "{{name}}": { {{schema}} } """).Flow<PresignedFlowModel>().Headers!.Path.JsonName);

    [Theory]
    [InlineData("s3_fields", Map)]
    [InlineData("form_inputs", Pairs)]
    [InlineData("post_data", Map)]
    [InlineData("params", Map + """, "description": "What the multipart form begins with" """)]
    public void Fields_are_known_by_their_words(string name, string schema)
        => Assert.Equal(name, Opening($$""" "{{name}}": { {{schema}} } """).Flow<FormPostFlowModel>().Fields!.Path.JsonName);

    [Theory]
    [InlineData("conditions", Map)]
    [InlineData("parameters", Pairs)]
    [InlineData("inputs", Pairs)]
    [InlineData("params", """ "type": "object", "additionalProperties": true """)]
    [InlineData("whatever", Map)]
    public void Texts_that_may_be_either_are_said(string name, string schema)
    {
        var run = Opening($$""" "{{name}}": { {{schema}} } """);

        Assert.Empty(run.Flows);
        var said = Assert.Single(run.NotBound);
        Assert.StartsWith($"{name} comes with upload_url, and whether its entries are headers or the fields of a form", said, StringComparison.Ordinal);
        Assert.Contains($"\"headers\": \"$response.body#/{name}\", \"method\": \"PUT\"", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "metadata": { "type": "object", "additionalProperties": { "type": "string" } } """)]
    [InlineData(""" "tags": { "type": "object", "additionalProperties": { "type": "string" } } """)]
    [InlineData(""" "filename": { "type": "string" } """)]
    [InlineData(""" "upload_token": { "type": "string", "description": "Say it when the upload is completed" } """)]
    public void What_is_about_the_file_goes_nowhere(string member) => Assert.Single(Opening(member).Flows.OfType<PresignedFlowModel>());

    [Theory]
    [InlineData(""" "key": { "type": "string" }, "policy": { "type": "string" }, "x-amz-signature": { "type": "string" } """, "policy")]
    [InlineData(""" "timestamp": { "type": "integer" }, "signature": { "type": "string" } """, "signature")]
    [InlineData(""" "upload_token": { "type": "string", "description": "Send it as Authorization: Bearer with the file" } """, "upload_token")]
    [InlineData(""" "cache_control": { "type": "string" } """, "cache_control")]
    public void What_stands_there_alone_and_goes_along_is_said(string members, string name)
    {
        var run = Opening(members);

        Assert.Empty(run.Flows);
        Assert.StartsWith($"{name} comes with upload_url, ", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action", """ "type": "string", "enum": ["read", "write"] """, "write")]
    [InlineData("method", """ "type": "string", "enum": ["GET", "PUT"] """, "PUT")]
    [InlineData("http_method", """ "type": "string", "enum": ["POST", "PUT"] """, "PUT")]
    [InlineData("method", """ "type": "string" """, "PUT")]
    public void A_choice_of_the_request_is_said_with_what_settles_it(string name, string schema, string value)
    {
        var request = Typed + $$""", "{{name}}": { {{schema}} } """;
        var run = Opening(request: request);

        Assert.Empty(run.Flows);
        var said = Assert.Single(run.NotBound);
        Assert.StartsWith($"{name} says in the request ", said, StringComparison.Ordinal);
        Assert.Contains($"\"open\": {{ \"requestBody\": {{ \"{name}\": \"{value}\" }} }}", said, StringComparison.Ordinal);

        var start = said.IndexOf("\"x-uploadgen\"", StringComparison.Ordinal);
        var stated = Opening(request: request, more: said[start..(said.LastIndexOf('}') + 1)] + ", ");
        Assert.DoesNotContain(stated.Flow<PresignedFlowModel>().Call.Parameters, parameter => parameter.Name == name);
        Assert.Empty(stated.NotBound);
    }

    [Theory]
    [InlineData(""" "type": "string", "enum": ["PUT"] """)]
    [InlineData(""" "type": "string", "enum": ["POST", "PUT"], "default": "PUT" """)]
    public void A_method_that_the_document_means_is_said_in_every_upload(string schema)
    {
        var flow = Opening(request: $$""" "filename": { "type": "string" }, "http_method": { {{schema}} } """).Flow<PresignedFlowModel>();

        Assert.Contains("HttpMethod: ", PlanText.Of(flow.Opening.Create), StringComparison.Ordinal);
        Assert.DoesNotContain(flow.Call.Parameters, parameter => parameter.Name == "httpMethod");
    }

    [Fact]
    public void A_relative_URL_takes_no_PUT()
    {
        var run = FlowRun.Of(""" "upload_url": { "type": "string", "description": "relative" }, "token": { "type": "string" } """);

        Assert.Empty(run.Flows);
        Assert.Contains("upload_url is relative", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fileSize", "integer", "Size of the file in megabytes")]
    [InlineData("size", "integer", "In KB")]
    [InlineData("length", "integer", "Length of the video in seconds")]
    [InlineData("name", "string", "Full name of the person on the photo")]
    [InlineData("name", "string", "Name of the campaign")]
    [InlineData("file_name", "string", "Name without extension")]
    [InlineData("contentType", "string", "Content type model id")]
    public void What_speaks_of_another_thing_is_asked_of_the_caller(string name, string type, string description)
        => Assert.Single(Opening(request: $$""" "{{name}}": { "type": "{{type}}", "description": "{{description}}" } """, says: "PUT the file to upload_url.")
            .Flow<PresignedFlowModel>().Call.Parameters.OfType<ValueParameterModel>());

    [Theory]
    [InlineData("size", "integer", "Size in bytes, at most 100 MB")]
    [InlineData("file_size", "integer", "At most 5 GB")]
    [InlineData("name", "string", "Name of the new file in the folder")]
    [InlineData("content_type", "string", "Content type of the model's file")]
    public void What_speaks_of_the_file_is_filled_in(string name, string type, string description)
        => Assert.Empty(Opening(request: $$""" "{{name}}": { "type": "{{type}}", "description": "{{description}}" } """, says: "PUT the file to upload_url.")
            .Flow<PresignedFlowModel>().Call.Parameters.OfType<ValueParameterModel>());

    [Theory]
    [InlineData("etag", "")]
    [InlineData("upload", """ "type": "object", "required": ["e_tag"], "properties": { "e_tag": { "type": "string" } }, """)]
    [InlineData("version_id", "")]
    [InlineData("proof", """ "description": "What storage answered the PUT with", """)]
    public void What_only_storage_answers_is_asked_of_nobody(string name, string schema)
    {
        var member = $$""" "{{name}}": { {{schema}} "type": "{{(schema.Contains("properties", StringComparison.Ordinal) ? "object" : "string")}}" } """;
        member = member.Replace("\"type\": \"object\", \"required\"", "\"required\"", StringComparison.Ordinal);

        Assert.Equal("id: session.id!", PlanText.Of(Completed(member, "").Confirm()).TrimEnd(',', ' '));

        var must = Completed(member, name);
        Assert.Empty(must.Flows);
        Assert.Contains("which only the answer to the file tells", Assert.Single(must.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void Success_is_said()
        => Assert.Equal("id: session.id!, Success: TrueValue", PlanText.Of(Completed(""" "success": { "type": "boolean" } """, "success").Confirm()));

    private static FlowRun Completed(string member, string required)
        => Opening(paths: FlowRun.Operation(
            "/things/{id}/complete", "completeThing", FlowRun.PathParameter("id"),
            $$"""{ "type": "object", "required": [{{(required.Length == 0 ? "" : $"\"{required}\"")}}], "properties": { {{member}} } }"""));

    private static FlowRun Opening(string beside = "", string request = Typed, string more = "", string paths = "", string says = "")
        => FlowRun.Of(beside.Length == 0 ? Url : $"{Url}, {beside}", request, more, paths, path: "/things", says: says);
}
