using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>URLs of parts that another operation gives than the one that opens the upload: one by one, or several at a time.</summary>
public class PartSignerTests
{
    private const string Id = """ "upload_id": { "type": "string" }, "key": { "type": "string" } """;
    private const string Number = """{ "name": "part_number", "in": "path", "required": true, "schema": { "type": "integer" } }""";
    private const string Url = """ "url": { "type": "string" } """;

    private const string Completed = """
        { "type": "object", "required": ["parts"], "properties": { "parts": { "type": "array", "items": {
          "type": "object", "properties": { "PartNumber": { "type": "integer" }, "ETag": { "type": "string" } } } } } }
        """;

    [Theory]
    [InlineData("/uploads/{upload_id}/parts/{part_number}/url", "post", Number, "", Url, "part.Index + 1")]
    [InlineData("/uploads/{upload_id}/parts/{part_number}", "get", Number, "", """ "presigned_url": { "type": "string" } """, "part.Index + 1")]
    [InlineData(
        "/uploads/{upload_id}/sign-part", "post", "", """ "part_number": { "type": "integer" } """, """ "signed_url": { "type": "string" } """,
        "PartNumber = part.Index + 1")]
    [InlineData(
        "/uploads/{upload_id}/part-url", "get",
        """{ "name": "partIndex", "in": "query", "required": true, "schema": { "type": "integer", "minimum": 0 } }""", "", Url, "part.Index")]
    [InlineData(
        "/uploads/{upload_id}/sign-part", "post", "", """ "part_number": { "type": "integer" }, "part_size": { "type": "integer" } """, Url,
        "PartNumber = part.Index + 1, PartSize = part.Content.Length")]
    public void URLs_are_asked_for_one_by_one(string path, string method, string parameters, string body, string answer, string told)
    {
        var run = Of(Signer(path, method, parameters, body, answer));

        Assert.Empty(run.NotBound);
        Assert.Contains("its parts go to the URLs that 'signer' gives, one by one", Assert.Single(run.Found), StringComparison.Ordinal);
        var target = Assert.IsType<PartUrlsModel>(run.Flow<PartsFlowModel>().Target);
        Assert.Equal((null, 1, false), (target.Given, target.Ask!.Batch, target.Ask.IsOpening));
        Contains(run, "Ask = async (session, file, part, count, ct) =>");
        Contains(run, told);
    }

    [Theory]
    [InlineData(
        """ "part_numbers": { "type": "array", "items": { "type": "integer" } } """,
        """ "urls": { "type": "array", "items": { "type": "object", "properties": { "part_number": { "type": "integer" }, "url": { "type": "string" } } } } """,
        "Enumerable.Range(part.Index + 1, count), item => (long)item))",
        "PartTargets.Of(signed.Urls, item => new global::UploadGen.Core.PartTarget(item.Url) { Number = item.PartNumber })")]
    [InlineData(
        """ "part_numbers": { "type": "array", "items": { "type": "integer", "format": "int32" } } """,
        """ "part_urls": { "type": "object", "additionalProperties": { "type": "string" } } """,
        "PartNumbers = global::System.Linq.Enumerable.ToList(global::System.Linq.Enumerable.Range(part.Index + 1, count))",
        "PartTargets.OfMap(signed.PartUrls, url => new global::UploadGen.Core.PartTarget(url), \"signer\")")]
    [InlineData(
        """ "first_part": { "type": "integer" }, "count": { "type": "integer" } """,
        """ "urls": { "type": "array", "items": { "type": "string" } } """,
        "FirstPart = part.Index + 1, Count = count",
        "PartTargets.Of(signed.Urls)")]
    public void Several_are_asked_for_at_a_time(string body, string answer, string told, string read)
    {
        var run = Of(Signer("/uploads/{upload_id}/part-urls", "post", "", body, answer));

        Assert.Empty(run.NotBound);
        Assert.Contains("its parts go to the URLs that 'signer' gives, several at a time", Assert.Single(run.Found), StringComparison.Ordinal);
        Contains(run, told);
        Contains(run, read);
        Contains(run, "Batch = 16,");
    }

    [Fact]
    public void What_must_be_told_the_number_of_a_part_opens_no_upload()
    {
        var run = Of(Signer(
            "/uploads/{upload_id}/parts", "post", "", """ "part_number": { "type": "integer" }, "content_md5": { "type": "string" } """,
            """
            "upload_url": { "type": "string", "format": "uri", "description": "Presigned upload URL. PUT the bytes there." },
            "headers": { "type": "object", "additionalProperties": { "type": "string" } }, "expires_at": { "type": "string", "format": "date-time" }
            """));

        Assert.DoesNotContain(run.Flows, flow => flow is UrlFlowModel);
    }

    [Fact]
    public void Operations_beside_each_other_belong_together_where_one_says_that_it_opens()
    {
        var run = FlowRun.OfPaths($$"""
            {{Posted("/multipart/create", "createMultipart", """ "filename": { "type": "string" } """, Id)}},
            {{Posted("/multipart/sign-part", "signPart", Id + """, "part_number": { "type": "integer" } """, Url)}},
            {{Posted(
                "/multipart/complete", "completeMultipart",
                """ "upload_id": { "type": "string" }, "key": { "type": "string" }, "parts": { "type": "array", "items": { "type": "object", "properties": { """
                    + """ "part_number": { "type": "integer" }, "e_tag": { "type": "string" } } } } """,
                """ "location": { "type": "string" } """)}},
            {{Posted("/multipart/abort", "abortMultipart", Id, """ "status": { "type": "string" } """)}}
            """);

        Assert.Empty(run.NotBound);
        Contains(run, "new SignPartBody { UploadId = session.UploadId, Key = session.Key, PartNumber = part.Index + 1 }");
        Contains(run, "{ PartNumber = part.NumberFrom(1), ETag = part.ETag }");
        Contains(run, "AbortMultipartAsync(body: new AbortMultipartBody { UploadId = session.UploadId, Key = session.Key }, cancellationToken: ct),");
    }

    [Theory]
    [InlineData("delete", "/uploads/{upload_id}")]
    [InlineData("post", "/uploads/{upload_id}/abort")]
    public void What_gives_the_upload_up_may_take_more_keys_of_the_session(string method, string path)
    {
        const string Key = """{ "name": "key", "in": "query", "required": true, "schema": { "type": "string" } }""";

        var run = Of(
            Signer("/uploads/{upload_id}/parts/{part_number}/url", "post", Number, "", Url) + ","
                + FlowRun.Operation(path, "giveUp", FlowRun.PathParameter("upload_id") + "," + Key, method: method));

        Contains(run, "Abort = (session, ct) => GiveUpAsync(");
    }

    [Theory]
    [InlineData(""" "maxItems": 5, """, 5)]
    [InlineData(""" "maxItems": 500, """, 16)]
    public void No_more_are_asked_for_at_a_time_than_the_document_lets(string limit, int batch)
    {
        var run = Of(Signer(
            "/uploads/{upload_id}/part-urls", "post", "", $$""" "part_numbers": { "type": "array", {{limit}} "items": { "type": "integer" } } """,
            """ "urls": { "type": "array", "items": { "type": "string" } } """));

        Assert.Equal(batch, Assert.IsType<PartUrlsModel>(run.Flow<PartsFlowModel>().Target).Ask!.Batch);
    }

    [Fact]
    public void A_part_size_that_the_opening_must_be_told_and_the_answer_doesn_t_tell_keeps_it_from_being_one_call()
    {
        var run = FlowRun.OfPaths($$"""
            {{Posted("/uploads", "openUpload", """ "filename": { "type": "string" }, "part_size": { "type": "integer" } """, Id)}},
            {{Signer("/uploads/{upload_id}/parts/{part_number}/url", "post", Number, "", Url)}},
            {{FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id"), Completed)}}
            """);

        Assert.Equal("'openUpload' wants part_size, and its answer doesn't tell how large parts are to be", run.Flow<OpenFlowModel>().Missing);
    }

    [Fact]
    public void What_gives_all_URLs_and_more_on_request_is_asked_again()
    {
        var run = Of(
            Signer("/uploads/{upload_id}/parts", "post", "", """ "part_numbers": { "type": "array", "items": { "type": "integer" } } """,
                """ "part_urls": { "type": "array", "items": { "type": "string" } } """),
            Id + """, "part_size": { "type": "integer" }, "part_urls": { "type": "array", "items": { "type": "string" } } """);

        var target = Assert.IsType<PartUrlsModel>(run.Flow<PartsFlowModel>().Target);
        Assert.NotNull(target.Given);
        Assert.False(target.Ask!.IsOpening);
        Assert.True(run.Flow<PartsFlowModel>().Many!.JournalsSession);
    }

    [Fact]
    public void An_operation_that_nothing_tells_to_give_URLs_of_an_upload_is_none()
    {
        var run = FlowRun.OfPaths($$"""
            {{Posted("/books", "createBook", """ "title": { "type": "string" } """, """ "book_id": { "type": "string" } """)}},
            {{Signer("/books/{book_id}/parts/{part_number}", "get", FlowRun.PathParameter("book_id") + "," + Number, "", Url)}}
            """);

        Assert.Empty(run.Flows);
    }

    [Fact]
    public void Where_nothing_tells_what_opens_the_upload_it_is_asked()
    {
        var run = FlowRun.OfPaths(Signer("/uploads/{upload_id}/parts/{part_number}/url", "post", FlowRun.PathParameter("upload_id") + "," + Number, "", Url));

        const string Said = "\"x-uploadgen\": { \"parts\": { \"sign\": { \"operationId\": \"signer\" } } } on the one that does";
        Assert.Contains(Said, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void What_gives_the_URLs_is_stated()
    {
        var run = FlowRun.OfPaths($$"""
            {{Posted("/films", "openFilm", """ "filename": { "type": "string" } """, """ "ticket": { "type": "string" } """, more: """
                "x-uploadgen": { "id": "$response.body#/ticket", "confirm": { "operationId": "closeFilm" },
                  "parts": { "sign": { "operationId": "place", "url": "$response.body#/spot/at",
                    "requestBody": { "film": "$response.body#/ticket", "nth": "$part.index", "bytes": "$part.size", "of": "$file.size" } } } },
                """)}},
            {{Posted(
                "/place", "place",
                """ "film": { "type": "string" }, "nth": { "type": "integer" }, "bytes": { "type": "integer" }, "of": { "type": "integer" } """,
                """ "spot": { "type": "object", "properties": { "at": { "type": "string" } } } """)}},
            {{FlowRun.Operation("/films/{ticket}/close", "closeFilm", FlowRun.PathParameter("ticket"))}}
            """);

        Assert.Empty(run.NotBound);
        Contains(run, "new PlaceBody { Film = session.Ticket, Nth = part.Index, Bytes = part.Content.Length, Of = part.FileLength }");
        Contains(run, "return [new global::UploadGen.Core.PartTarget(signed.Spot.At)];");
    }

    [Theory]
    [InlineData(""" "parts": { "sign": { "operationId": "nowhere" } } """, "there is no operation 'nowhere' to give the URLs of parts")]
    [InlineData(""" "parts": { "sign": { "operationId": "finish" } } """, "'finish' isn't told which part it is asked for")]
    [InlineData(""" "parts": { "sign": { "operationId": "signer", "url": "$response.body#/nothing" } } """, "'$response.body#/nothing' names nothing")]
    public void What_is_wrong_with_it_is_said(string statement, string problem)
    {
        var run = FlowRun.Of(
            Id, more: $$""" "x-uploadgen": { {{statement}} }, """, path: "/uploads",
            paths: Signer("/uploads/{upload_id}/parts/{part_number}/url", "post", FlowRun.PathParameter("upload_id") + "," + Number, "", Url) + ","
                + FlowRun.Operation("/uploads/{upload_id}/finish", "finish", FlowRun.PathParameter("upload_id"), Completed));

        Assert.Contains(run.NotBound, text => text.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        """ "partNumber": { "type": "integer" }, "eTag": { "type": "string" }, "size": { "type": "integer" }, "ChecksumSHA256": { "type": "string" } """,
        """ "size", "ChecksumSHA256" """,
        "{ PartNumber = part.NumberFrom(1), ETag = part.ETag, Size = part.Length, "
            + "ChecksumSha256 = part.Digest(global::UploadGen.Core.DigestAlgorithm.Sha256, global::UploadGen.Core.DigestEncoding.Base64) }")]
    [InlineData(
        """ "number": { "type": "integer" }, "etag": { "type": "string" }, "checksum_crc32c": { "type": "string", "description": "Base64-encoded." } """,
        """ "checksum_crc32c" """,
        "ChecksumCrc32c = part.Digest(global::UploadGen.Core.DigestAlgorithm.Crc32C, global::UploadGen.Core.DigestEncoding.Base64) }")]
    [InlineData(
        """ "part_number": { "type": "integer" }, "e_tag": { "type": "string" }, "ChecksumSHA1": { "type": "string" }, "size": { "type": "integer" } """, "",
        "{ PartNumber = part.NumberFrom(1), ETag = part.ETag }")]
    public void Completing_is_told_what_it_must_be_of_each_part(string members, string required, string told)
    {
        var run = FlowRun.Of(
            Id, path: "/uploads", says: "Opens an upload.",
            paths: Signer("/uploads/{upload_id}/parts/{part_number}/url", "post", FlowRun.PathParameter("upload_id") + "," + Number, "", Url) + ","
                + FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id"), $$"""
                    { "type": "object", "required": ["parts"], "properties": { "parts": { "type": "array", "items": {
                      "type": "object", "required": [ {{required}} ], "properties": { {{members}} } } } } }
                    """));

        Assert.Empty(run.NotBound);
        Contains(run, told);
        var makesDigests = run.Run.Files.Values.Any(file => file.Contains("PartDigests = [", StringComparison.Ordinal));
        Assert.Equal(told.Contains("Digest(", StringComparison.Ordinal), makesDigests);
    }

    private static FlowRun Of(string signer, string answer = Id)
        => FlowRun.Of(
            answer, path: "/uploads", says: "Opens an upload.",
            paths: signer + "," + FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id"), Completed));

    private static string Signer(string path, string method, string parameters, string body, string answer)
    {
        var id = path.Contains("{upload_id}", StringComparison.Ordinal) && !parameters.Contains("upload_id", StringComparison.Ordinal)
            ? FlowRun.PathParameter("upload_id") + (parameters.Length == 0 ? "" : ",")
            : "";
        var content = body.Length == 0 ? "" : $$"""
            "requestBody": { "required": true, "content": { "application/json": { "schema": {{Object(body)}} } } },
            """;
        return $$"""
            "{{path}}": { "{{method}}": { "operationId": "signer", "parameters": [ {{id}}{{parameters}} ], {{content}}
              "responses": { "200": { "description": "Signed", "content": { "application/json": { "schema": {
                "type": "object", "properties": { {{answer}} } } } } } } } }
            """;
    }

    private static string Posted(string path, string id, string body, string answer, string more = "") => $$"""
        "{{path}}": { "post": { "operationId": "{{id}}", {{more}}
          "requestBody": { "required": true, "content": { "application/json": { "schema": {{Object(body)}} } } },
          "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": {{Object(answer)}} } } } } } }
        """;

    /// <summary>An object that has all of some properties.</summary>
    private static string Object(string properties)
    {
        using var json = System.Text.Json.JsonDocument.Parse("{" + properties + "}");
        var names = string.Join(", ", json.RootElement.EnumerateObject().Select(member => $"\"{member.Name}\""));
        return $$"""{ "type": "object", "required": [{{names}}], "properties": { {{properties}} } }""";
    }

    private static void Contains(FlowRun run, string text)
        => Assert.Contains(run.Run.Files.Values, file => file.Contains(text, StringComparison.Ordinal));
}
