using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Which shapes of headers and form fields are understood, and that none is passed over in silence.</summary>
public class TextShapeTests
{
    private const string Texts = """ "type": "array", "items": { "type": "string" } """;

    [Theory]
    [InlineData(""" "type": "object", "additionalProperties": { "type": "string" } """, "session.Headers")]
    [InlineData(""" "type": "object", "additionalProperties": { "type": ["string", "null"] } """, "From(session.Headers, ")]
    [InlineData(""" "type": "object", "additionalProperties": true """, "From(session.Headers, ")]
    [InlineData($$""" "type": "object", "additionalProperties": { {{Texts}} } """, "From(session.Headers, ")]
    [InlineData(""" "type": "object", "properties": { "Content-Type": { "type": "string" } } """, "From(session.Headers, ")]
    [InlineData("", "From(session.Headers, ")]
    [InlineData(""" "type": "array", "items": {} """, "From(session.Headers, ")]
    [InlineData(""" "type": "array", "items": { "properties": { "name": { "type": "string" }, "value": { "type": "string" } } } """, "From(session.Headers, ")]
    [InlineData(
        """ "type": "array", "items": { "type": ["object", "null"], "properties": { "headerName": { "type": "string" }, "headerValue": {} } } """,
        "From(session.Headers, ")]
    [InlineData(
        """ "type": "array", "items": { "properties": { "key": { "type": "string", "enum": ["a", "b"] }, "value": { "type": "integer" }, "why": {} } } """,
        "From(session.Headers, ")]
    [InlineData($$""" "properties": { "Keys": { {{Texts}} }, "Values": { {{Texts}} } } """, "FromLists(session.Headers?.Keys, session.Headers?.Values, ")]
    [InlineData(Texts + """, "description": "What to send, each `<name>: <value>`." """, "FromLines(session.Headers, ")]
    [InlineData(""" "type": "string", "description": "The headers as a JSON object." """, "From(session.Headers, ")]
    public void Headers_are_read_in_each_shape(string schema, string read)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "headers": { {{schema}} } """);

        Assert.Equal("headers", run.Flow<PresignedFlowModel>().Headers!.Path.JsonName);
        Assert.Contains(run.Run.Files.Values, file => file.Contains(read, StringComparison.Ordinal));
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("fields", """ "type": "string" """)]
    [InlineData("form_data", """ "type": "string", "description": "JSON of the form's fields." """)]
    [InlineData("fields", """ "type": "array", "items": { "properties": { "key": { "type": "string" }, "value": { "type": "string" } } } """)]
    [InlineData("uploadParameters", $$""" "properties": { "names": { {{Texts}} }, "values": { {{Texts}} } } """)]
    [InlineData("fields", """ "type": "array", "items": {} """)]
    public void Fields_are_read_in_each_shape(string name, string schema)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "{{name}}": { {{schema}} } """);

        Assert.Equal(name, run.Flow<FormPostFlowModel>().Fields!.Path.JsonName);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("headers", Texts)]
    [InlineData("headers", """ "type": "string" """)]
    [InlineData("upload_headers", """ "type": "array", "items": { "properties": { "name": { "type": "string" } } } """)]
    [InlineData("headers", """ "type": "object", "additionalProperties": { "type": "object", "properties": { "value": { "type": "string" } } } """)]
    [InlineData(
        "headers",
        """ "type": "array", "items": { "properties": { "name": { "type": "string" }, "key": { "type": "string" }, "value": { "type": "string" } } } """)]
    [InlineData("fields", Texts)]
    public void A_shape_that_is_not_understood_makes_no_flow_and_is_said(string name, string schema)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "{{name}}": { {{schema}} } """);

        Assert.Empty(run.Flows);
        Assert.StartsWith(
            $"{name} comes with the URL, and how its names and values are written isn't known", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signed_headers", """ "type": "string" """)]
    [InlineData("required_headers", Texts)]
    public void Names_of_headers_alone_are_no_headers(string name, string schema)
        => Assert.Null(FlowRun.Of($$""" "upload_url": { "type": "string" }, "{{name}}": { {{schema}} } """).Flow<PresignedFlowModel>().Headers);

    [Theory]
    [InlineData(Texts, "FromLines(session.Say, ")]
    [InlineData(""" "type": "string" """, "From(session.Say, ")]
    public void A_statement_says_that_lines_are_headers_and_a_text_is_JSON(string schema, string read)
    {
        var run = FlowRun.Of(
            $$""" "place": { "type": "string" }, "say": { {{schema}} }, "headers": { {{Texts}} } """,
            more: """ "x-uploadgen": { "url": "$response.body#/place", "headers": "$response.body#/say" }, """);

        Assert.Equal("say", run.Flow<PresignedFlowModel>().Headers!.Path.JsonName);
        Assert.Contains(run.Run.Files.Values, file => file.Contains(read, StringComparison.Ordinal));
        Assert.Empty(run.NotBound);
    }

    [Fact]
    public void Parts_have_their_headers_in_each_shape_too()
    {
        var run = FlowRun.Of(
            $$"""
            "id": { "type": "string" }, "upload_urls": { {{Texts}} }, "part_size": { "type": "integer" },
            "headers": { "properties": { "keys": { {{Texts}} }, "values": { {{Texts}} } } }
            """,
            paths: FlowRun.Operation("/files/{id}/complete", "completeUpload", FlowRun.PathParameter("id")));

        Assert.IsType<PartUrlsModel>(run.Flow<PartsFlowModel>().Target);
        Assert.Contains(
            run.Run.Files.Values, file => file.Contains("FromLists(session.Headers?.Keys, session.Headers?.Values, ", StringComparison.Ordinal));
    }
}
