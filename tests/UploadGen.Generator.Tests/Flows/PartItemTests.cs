using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What an answer says of each part of a file: in lists and maps of URLs, or of objects that have one, in any spelling.</summary>
public class PartItemTests
{
    private const string Size = """ "part_size": { "type": "integer" }, """;

    [Theory]
    [InlineData(
        """ "part_number": { "type": "integer" }, "upload_url": { "type": "string" } """,
        "item => new global::UploadGen.Core.PartTarget(item.UploadUrl) { Number = item.PartNumber }")]
    [InlineData(
        """ "partNumber": { "type": "integer", "format": "int32" }, "url": { "type": "string", "format": "uri" } """,
        "item => new global::UploadGen.Core.PartTarget(item.Url) { Number = item.PartNumber }")]
    [InlineData(
        """ "url": { "type": "string" }, "size": { "type": "integer" } """,
        "item => new global::UploadGen.Core.PartTarget(item.Url) { Length = item.Size }")]
    [InlineData(
        """ "url": { "type": "string" }, "offset": { "type": "integer" }, "length": { "type": "integer" }, "method": { "type": "string" } """,
        "{ Offset = item.Offset, Length = item.Length, Method = item.Method }")]
    [InlineData(
        """ "url": { "type": "string" }, "range_start": { "type": "integer" }, "range_end": { "type": "integer" } """,
        "{ Offset = item.RangeStart, End = item.RangeEnd }")]
    [InlineData(
        """ "url": { "type": "string" }, "content_range_start": { "type": "integer" }, "content_range_end": { "type": "integer" }, """
            + """ "http_method": { "type": "string", "enum": ["PUT", "POST"] } """,
        "{ Offset = item.ContentRangeStart, End = item.ContentRangeEnd, Method = item.HttpMethod?.ToString() }")]
    [InlineData(
        """ "index": { "type": "integer" }, "upload_url": { "type": "string" }, """
            + """ "headers": { "type": "object", "additionalProperties": { "type": "string" } } """,
        "{ Number = item.Index, Headers = item.Headers }")]
    [InlineData(
        """ "part_number": { "type": "integer" }, "upload_url": { "type": "string" }, "headers": { "type": "array", "items": { "type": "object", """
            + """ "properties": { "name": { "type": "string" }, "value": { "type": "string" } } } } """,
        "Headers = global::UploadGen.Core.UploadTexts.From(item.Headers, \"openUpload\", \"parts.headers\") }")]
    public void A_list_of_objects_says_where_each_part_goes(string item, string written)
    {
        var run = Of($$"""{{Size}} "parts": { "type": "array", "items": { "type": "object", "properties": { {{item}} } } }""");

        Assert.Empty(run.NotBound);
        Assert.Contains("UploadFileAsync does it in one call", Assert.Single(run.Found), StringComparison.Ordinal);
        Contains(run, written);
    }

    [Theory]
    [InlineData(
        """ "part_urls": { "type": "array", "items": { "type": "string" } } """,
        "Given = session => global::UploadGen.Core.PartTargets.Of(session.PartUrls)")]
    [InlineData(
        """ "part_urls": { "type": "object", "additionalProperties": { "type": "string" } } """,
        "PartTargets.OfMap(session.PartUrls, url => new global::UploadGen.Core.PartTarget(url), \"openUpload\")")]
    [InlineData(
        """ "parts": { "type": "object", "additionalProperties": { "type": "object", "properties": { "upload_url": { "type": "string" } } } } """,
        "PartTargets.OfMap(session.Parts, item => new global::UploadGen.Core.PartTarget(item.UploadUrl), \"openUpload\")")]
    public void Lists_and_maps_of_URLs_are_read(string urls, string written)
    {
        var run = Of(Size + urls);

        Assert.Empty(run.NotBound);
        Contains(run, written);
    }

    [Fact]
    public void What_says_the_bytes_of_each_part_needs_no_part_size_and_no_count()
    {
        var run = Of("""
            "upload_urls": { "type": "array", "items": { "type": "object", "properties": {
              "url": { "type": "string" }, "size": { "type": "integer" } } } }
            """);

        Assert.Null(run.Flow<PartsFlowModel>().Terms);
    }

    [Theory]
    [InlineData(
        """ "upload_url": { "type": "string" }, "fields": { "type": "object", "additionalProperties": { "type": "string" } } """,
        "fields has the fields of a form")]
    [InlineData(""" "upload_url": { "type": "string" }, "range": { "type": "string" } """, "range says in a text which bytes go where")]
    public void What_can_t_be_followed_keeps_an_upload_from_being_one_call(string item, string said)
    {
        var run = Of($$"""{{Size}} "parts": { "type": "array", "items": { "type": "object", "properties": { {{item}} } } }""");

        Assert.Contains(said, run.Flow<OpenFlowModel>().Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void That_nothing_has_to_complete_it_is_stated()
    {
        const string Answer = """
            "id": { "type": "string" },
            "upload_urls": { "type": "array", "items": { "type": "object", "properties": { "url": { "type": "string" }, "size": { "type": "integer" } } } }
            """;

        var asked = FlowRun.Of(Answer, says: "Opens an upload in parts.");
        var run = FlowRun.Of(Answer, says: "Opens an upload in parts.", more: """ "x-uploadgen": { "confirm": false }, """);

        const string Said = "(say \"x-uploadgen\": { \"confirm\": false } where it is complete when all parts are there)";
        Assert.Contains(Said, Assert.Single(asked.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
        Assert.Null(run.Flow<PartsFlowModel>().Complete);
        Contains(run, "IsConfirmed = false,");
        Contains(run, "Task<OpenUploadResponse> UploadFileAsync(");
    }

    [Fact]
    public void What_isn_t_recognized_of_an_item_is_stated()
    {
        const string Answer = """
            "id": { "type": "string" },
            "pieces": { "type": "array", "items": { "type": "object", "properties": {
              "nth": { "type": "integer" }, "where": { "type": "object", "properties": { "place": { "type": "string" } } },
              "begins": { "type": "integer" }, "takes": { "type": "integer" }, "stops": { "type": "integer" }, "how": { "type": "string" },
              "said": { "type": "object", "additionalProperties": { "type": "string" } } } } }
            """;
        const string Statement = """
            "x-uploadgen": {
              "parts": { "urls": "$response.body#/pieces", "url": "where/place", "number": "nth", "offset": "begins", "end": "stops", "length": "takes",
                "method": "how", "headers": "said" },
              "confirm": false },
            """;

        var run = FlowRun.Of(Answer, more: Statement);

        Assert.Empty(run.NotBound);
        Contains(
            run,
            "new global::UploadGen.Core.PartTarget(item.Where?.Place) "
                + "{ Number = item.Nth, Offset = item.Begins, End = item.Stops, Length = item.Takes, Method = item.How, Headers = item.Said }");
    }

    private static void Contains(FlowRun run, string text)
        => Assert.Contains(run.Run.Files.Values, file => file.Contains(text, StringComparison.Ordinal));

    private static FlowRun Of(string answer)
        => FlowRun.Of(
            answer + """, "upload_id": { "type": "string" } """,
            path: "/uploads",
            says: "Opens an upload in parts.",
            paths: FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id")));
}
