using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>How the bytes go, as <c>x-uploadgen</c> states it.</summary>
public class StatedSendingTests
{
    private static FlowRun Stated(string statement, string answer = """ "place": { "type": "string" }, "ticket": { "type": "string" } """, string paths = "")
        => FlowRun.Of(answer, more: $$""" "x-uploadgen": { {{statement}} }, """, paths: paths);

    [Theory]
    [InlineData("put", typeof(PresignedFlowModel))]
    [InlineData("post", typeof(FilePostFlowModel))]
    [InlineData("form", typeof(FormPostFlowModel))]
    public void A_protocol_that_is_spoken_makes_a_call(string protocol, Type flow)
    {
        var run = Stated($$""" "url": "$response.body#/place", "confirm": false, "protocol": "{{protocol}}" """);

        Assert.Empty(run.NotBound);
        Assert.IsType(flow, Assert.Single(run.Flows));
    }

    [Fact]
    public void Parts_want_a_list_of_URLs()
    {
        var run = Stated(""" "url": "$response.body#/place", "confirm": false, "protocol": "parts" """);

        Assert.Empty(run.Flows);
        Assert.Empty(run.Found);
        Assert.StartsWith(
            "x-uploadgen says that the file goes to place in parts, and it is no list of URLs", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Run.Files.Values, text => text.Contains("UploadFileAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "\"protocol\": \"tuss\"",
        "protocol is none of \"put\", \"post\", \"form\", \"parts\", \"tus\", \"contentRanges\", \"expectedRanges\", \"resumable\", \"blocks\"; did you mean 'tus'? It is ignored")]
    [InlineData("\"protocol\": 5", "protocol is none of \"put\"")]
    [InlineData("\"method\": \"PUT\", \"protocol\": \"form\"", "protocol is \"form\", and method, body, fields or file say that the file goes otherwise")]
    [InlineData("\"method\": \"POST\", \"protocol\": \"put\"", "protocol is \"put\", and method, body, fields or file say that the file goes otherwise")]
    [InlineData("\"file\": \"data\", \"protocol\": \"post\"", "protocol is \"post\", and method, body, fields or file say that the file goes otherwise")]
    public void A_way_that_is_none_is_said(string statement, string problem)
    {
        var run = Stated($$""" "url": "$response.body#/place", "confirm": false, {{statement}} """);

        Assert.StartsWith(problem, Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Single(run.Flows);
    }

    private static readonly string Parts = FlowRun.Operation("/finish/{ticket}", "finish", FlowRun.PathParameter("ticket"), """
        { "type": "object", "required": ["tags"], "properties": { "tags": { "type": "array", "items": { "type": "string" } }, "n": { "type": "integer" } } }
        """);

    private const string PartsAnswer = """
        "places": { "type": "array", "items": { "type": "string" } }, "ticket": { "type": "string" }, "bytes_each": { "type": "integer" },
        "name": { "type": "string" }
        """;

    private static FlowRun InParts(string parts) => Stated($$"""
        "parts": { {{parts}} }, "confirm": { "operationId": "finish", "parameters": { "ticket": "$response.body#/ticket" } }
        """, PartsAnswer, Parts);

    [Fact]
    public void Parts_can_be_stated_whatever_they_are_called()
    {
        var run = InParts(""" "urls": "$response.body#/places", "size": "$response.body#/bytes_each", "list": "tags" """);

        Assert.Empty(run.NotBound);
        var flow = run.Flow<PartsFlowModel>();
        Assert.Equal("bytes_each", flow.Terms!.PartSize.JsonName);
        Assert.True(Assert.IsType<PartUrlsModel>(flow.Target).NeedsETags);
        Assert.Contains("Tags: part.ETag", PlanText.Of(flow.Complete!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_parts_can_be_told_by_a_member_of_any_name()
    {
        var run = InParts(""" "urls": "$response.body#/places", "count": "$request.body#/size", "list": "tags" """);

        Assert.Empty(run.NotBound);
        Assert.Contains("Size: file.PartCount", PlanText.Of(run.Flow<PartsFlowModel>().Opening.Create), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "urls": "$response.body#/ticket" """, "urls is not a list or map of URLs in the operation's answer")]
    [InlineData(""" "urls": "$response.body#/places", "size": "$response.body#/name" """, "size is not a number in the operation's answer")]
    [InlineData(""" "urls": "$response.body#/places", "count": "$request.body#/filename" """, "count is not an integer in the operation's request")]
    [InlineData(
        """ "urls": "$response.body#/places", "count": "$request.body#/size", "list": "n" """,
        "'finish' takes no list 'n'. What it takes of the parts is looked for")]
    [InlineData(""" "urls": "$response.body#/places", "list": 5 """, "list is not the name of a member of the body that completes the upload")]
    [InlineData(""" "urls": "$response.body#/places", "sise": "x" """, "parts has no member 'sise'; did you mean 'size'? It is ignored")]
    public void What_is_wrong_with_parts_is_said(string parts, string problem)
        => Assert.Contains(InParts(parts).NotBound, text => text.StartsWith(problem, StringComparison.Ordinal));

    private const string Take = """
        "/take/{ticket}": { "post": { "operationId": "take",
          "parameters": [ { "name": "ticket", "in": "path", "required": true, "schema": { "type": "string" } } ],
          "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
          "responses": { "204": { "description": "Taken" } } } }
        """;

    [Fact]
    public void An_operation_of_the_API_can_take_the_file()
    {
        var run = Stated(
            """
            "send": { "operationId": "take", "parameters": { "ticket": "$response.body#/ticket" } },
            "confirm": { "operationId": "finish", "parameters": { "ticket": "$response.body#/ticket" } }
            """,
            paths: Take + "," + Parts);

        Assert.Empty(run.NotBound);
        Assert.StartsWith(
            "opens an upload: the file goes to 'take', 'finish' confirms it with ticket (as is stated)", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal(FlowStep.Put, run.Role("take")!.Step);
    }

    [Fact]
    public void Of_an_operation_with_several_bodies_the_one_that_is_a_file_is_meant()
    {
        var json = """ "content": { "application/json": { "schema": { "type": "object", "properties": { "from": { "type": "string" } } } }, """;
        var run = Stated(
            """ "send": { "operationId": "take" }, "confirm": false """,
            paths: Take.Replace(""" "content": { """, json, StringComparison.Ordinal) + "," + Parts);

        Assert.Empty(run.NotBound);
        Assert.StartsWith("opens an upload: the file goes to 'take (application/octet-stream)'", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("takes", "there is no operation 'takes' to take the file; did you mean 'take'? Its operations are generated, and no call that does all")]
    [InlineData("finish", "'finish' takes no file. Its operations are generated, and no call that does all")]
    public void An_operation_that_cannot_take_the_file_is_said(string id, string problem)
    {
        var run = Stated($$""" "send": { "operationId": "{{id}}" }, "confirm": false """, paths: Take + "," + Parts);

        Assert.StartsWith(problem, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_without_an_id_are_referred_to_by_their_place()
    {
        var run = Stated(
            """ "url": "$response.body#/place", "confirm": { "operationRef": "#/paths/~1finish~1{ticket}/post" }, "abort": false """,
            paths: Parts.Replace("\"operationId\": \"finish\",", "", StringComparison.Ordinal));

        Assert.Empty(run.NotBound);
        Assert.NotNull(run.Flow<UrlFlowModel>().Storage.Confirm);
    }
}
