using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The method beside the URL: fixed by the schema, or left to the answer.</summary>
public class AnsweredMethodTests
{
    private const string Fields = """, "fields": { "type": "object", "additionalProperties": { "type": "string" } } """;

    [Theory]
    [InlineData("method")]
    [InlineData("verb")]
    [InlineData("http_method")]
    [InlineData("httpMethod")]
    [InlineData("requestMethod")]
    public void The_answer_decides_where_the_schema_does_not(string name)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "{{name}}": { "type": "string" }{{Fields}} """);

        var flow = run.Flow<AnsweredFlowModel>();
        Assert.Equal((name, "SendFileUploadAsync", "fields"), (flow.Method.Path.JsonName, flow.Storage.MethodName, flow.Method.Fields!.Path.JsonName));
        Assert.StartsWith(
            $"opens an upload: the file is sent to upload_url by the method in {name} behind the fields in fields, if there are any, nothing confirms it",
            Assert.Single(run.Found),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "type": "string", "const": "PUT" """, "", typeof(PresignedFlowModel))]
    [InlineData(""" "const": "POST" """, "", typeof(AnsweredFlowModel))]
    [InlineData(""" "type": "string", "enum": ["put"] """, "", typeof(PresignedFlowModel))]
    [InlineData(""" "type": "string", "enum": ["POST"] """, "", typeof(FilePostFlowModel))]
    [InlineData(""" "type": "string", "enum": ["POST"], "description": "Send it as multipart/form-data." """, "", typeof(FormPostFlowModel))]
    [InlineData(""" "type": "string", "const": "Post" """, Fields, typeof(FormPostFlowModel))]
    [InlineData(""" "type": "string", "enum": ["PUT", "POST"] """, Fields, typeof(AnsweredFlowModel))]
    [InlineData(""" "type": "string", "enum": ["PUT", "POST", "PATCH"] """, "", typeof(AnsweredFlowModel))]
    [InlineData(""" "type": ["string", "null"], "enum": ["PUT", null] """, "", typeof(PresignedFlowModel))]
    [InlineData(""" "type": "string", "enum": ["single", "multipart"] """, "", typeof(PresignedFlowModel))]
    [InlineData(""" "type": "integer" """, "", typeof(PresignedFlowModel))]
    public void What_the_schema_fixes_is_decided_when_the_client_is_generated(string method, string fields, Type flow)
        => Assert.IsType(flow, Assert.Single(FlowRun.Of($$""" "upload_url": { "type": "string" }, "method": { {{method}} }{{fields}} """).Flows));

    [Theory]
    [InlineData(""" "type": "string", "const": "PATCH" """, "", "method, which comes with the URL, is PATCH, and a file is sent by PUT or POST")]
    [InlineData(""" "type": "string", "enum": ["GET", "HEAD"] """, "", "method, which comes with the URL, is GET")]
    [InlineData(""" "type": "string", "const": "PUT" """, Fields, "method is always PUT, and fields has the fields of a form")]
    public void A_method_that_sends_no_file_makes_no_flow_and_is_said(string method, string fields, string said)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "method": { {{method}} }{{fields}} """);

        Assert.Empty(run.Flows);
        Assert.StartsWith(said, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """ "upload": { "type": "object", "properties": { "url": { "type": "string" }, "method": { "type": "string" } } }, "method": { "type": "string" } """,
        "upload.method")]
    [InlineData(""" "upload": { "type": "object", "properties": { "url": { "type": "string" } } }, "method": { "type": "string" } """, "method")]
    public void The_nearest_counts(string answer, string path) => Assert.Equal(path, FlowRun.Of(answer).Flow<AnsweredFlowModel>().Method.Path.JsonName);

    [Fact]
    public void A_method_of_something_else_does_not_count()
        => Assert.IsType<PresignedFlowModel>(Assert.Single(FlowRun.Of("""
            "upload_url": { "type": "string" }, "file": { "type": "object", "properties": { "method": { "type": "string" } } }
            """).Flows));

    [Theory]
    [InlineData(""" "type": "string", "enum": ["PUT", "POST"], "default": "PUT" """, "AnsweredRequest(session.Method?.ToString() ?? \"PUT\")")]
    [InlineData(""" "type": "string" """, "AnsweredRequest(session.Method)")]
    [InlineData(""" "type": "string", "description": "POST takes a form." """, "AnsweredRequest(session.Method)")]
    [InlineData(""" "type": "string", "description": "POST takes multipart/form-data." """, "AnsweredRequest(session.Method) { WantsForm = true }")]
    public void The_answers_method_is_handed_on(string method, string text)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "method": { {{method}} } """);

        Assert.IsType<AnsweredFlowModel>(Assert.Single(run.Flows));
        Assert.Contains(run.Run.Files.Values, file => file.Contains(text + ",", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""" "method": "PUT" """, typeof(PresignedFlowModel), null)]
    [InlineData(""" "body": "form" """, typeof(FormPostFlowModel), null)]
    [InlineData(""" "body": "file" """, typeof(AnsweredFlowModel), "verb")]
    [InlineData(""" "method": "$response.body#/way" """, typeof(AnsweredFlowModel), "way")]
    public void What_is_stated_counts_first(string statement, Type kind, string? method)
    {
        var run = FlowRun.Of(
            $$""" "upload_url": { "type": "string" }, "verb": { "type": "string" }, "way": { "type": "string" }{{Fields}} """,
            more: $$""" "x-uploadgen": { {{statement}} }, """);

        var flow = Assert.Single(run.Flows);
        Assert.IsType(kind, flow);
        Assert.Equal(method, (flow as AnsweredFlowModel)?.Method.Path.JsonName);
        Assert.Empty(run.NotBound);
    }
}
