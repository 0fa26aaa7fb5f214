namespace UploadGen.Generator.Tests.Wire;

/// <summary>A file that breaks a limit is refused before any request, in the file's terms and with the document's own words.</summary>
public sealed class FileLimitTests
{
    private const string Session = """
        "responses": { "201": { "description": "PUT the file to the URL.", "content": { "application/json": { "schema": { "type": "object",
          "required": ["upload_url"], "properties": { "upload_url": { "type": "string", "format": "uri" } } } } } } }
        """;

    private static readonly (string Schema, string File, string Expected)[] Announced =
    [
        ("""{ "size": { "type": "integer", "maximum": 3, "description": "Host larger ones elsewhere." } }""", """File("a.png", "abcd")""",
            "/size: a.png is 4 bytes, maximum is 3 bytes. Host larger ones elsewhere."),
        ("""{ "size": { "type": "integer", "exclusiveMinimum": 0 } }""", """File("a.png", "")""", "/size: a.png is 0 bytes, exclusiveMinimum is 0 bytes"),
        ("""{ "size": { "type": "integer", "multipleOf": 2 } }""", """File("a.png", "a")""", "/size: a.png is 1 byte, multipleOf is 2 bytes"),
        ("""{ "size": { "type": "integer", "format": "int32" } }""", "Large()",
            "/size: film.mp4 is 3,000,000,000 bytes (2,861.02 MiB), format is int32, at most 2,147,483,647 bytes (2,047 MiB and 1,048,575 bytes)"),
        ("""{ "mime_type": { "type": "string", "enum": ["image/png", "image/webp"], "description": "Pictures" } }""", """File("a.gif", "a")""",
            "/mime_type: a.gif is image/gif, enum is image/png, image/webp. Pictures. "
            + "Where the file is of a type that is allowed, pass that type to UploadContent (mediaType: \"image/png\"); else convert the file."),
        ("""{ "mime_type": { "type": "string", "pattern": "^video/" } }""", """File("a.gif", "a")""",
            "/mime_type: a.gif is image/gif, pattern is ^video/. "
            + "Where the file is of a type that is allowed, pass that type to UploadContent as mediaType; else convert the file."),
        ("""{ "size": { "type": "integer", "maximum": 3 }, "filename": { "type": "string", "maxLength": 4 } }""", """File("a.webp", "abcd")""",
            "/size: a.webp is 4 bytes, maximum is 3 bytes\n"
            + "  /filename: maxLength is 4, actual is 6 "
            + "(#/paths/~1r6~1file-uploads/post/requestBody/content/application~1json/schema/properties/filename/maxLength)"),
    ];

    private static readonly (string Body, string File, string Expected)[] Direct =
    [
        (""" "description": "Up to 3 bytes", "content": { "image/png": { "schema": { "type": "string", "format": "binary", "maxLength": 3 } } } """,
            """File("a.png", "abcd")""",
            "the body: a.png is 4 bytes, maxLength is 3 bytes. Up to 3 bytes"),
        (""" "content": { "image/*": { } } """, """File("a.mp4", "abcd")""",
            "the body: a.mp4 is video/mp4, contentType is image/*. "
            + "Where the file is of a type that is allowed, pass that type to UploadContent as mediaType; else convert the file."),
        ("""
            "content": { "multipart/form-data": {
              "schema": { "properties": { "file": { "type": "string", "format": "binary", "maxLength": 3, "description": "Small" } } },
              "encoding": { "file": { "contentType": "image/png" } } } }
            """,
            """file: File("a.gif", "abcd")""",
            "/file: a.gif is 4 bytes, maxLength is 3 bytes. Small\n  /file: a.gif is image/gif, contentType is image/png. Small. "
            + "Where the file is of a type that is allowed, pass that type to UploadContent (mediaType: \"image/png\"); else convert the file."),
    ];

    [Fact]
    public Task A_file_that_a_flow_announces_is_refused_in_its_own_terms()
        => RefusesAsync(
            [.. Announced.Select(row => Announcing(row.Schema))],
            [.. Announced.Select((row, i) => $"Client.UploadR{i}FileAsync({row.File})")],
            [.. Announced.Select(row => row.Expected)]);

    [Fact]
    public Task A_file_that_is_a_body_or_a_part_of_it_is_refused_too()
        => RefusesAsync(
            [.. Direct.Select(row => $$""" "requestBody": { {{row.Body}} }, "responses": { "204": { "description": "" } } """)],
            [.. Direct.Select((row, i) => $"Client.R{i}FileUploadAsync({row.File})")],
            [.. Direct.Select(row => row.Expected)]);

    [Fact]
    public async Task A_media_type_that_is_listed_is_announced_and_the_file_put()
    {
        await using var api = await WireApi.StartAsync(
            server => Document(server, [Announcing(Announced[4].Schema)]),
            ["""Client.UploadR0FileAsync(File("a.png", "abc"))"""],
            async context =>
            {
                if (context.Request.Method == "POST")
                {
                    context.Response.StatusCode = 201;
                    context.Response.ContentType = "application/json";
                    await context.Response.Body.WriteAsync(
                        System.Text.Encoding.UTF8.GetBytes($$"""{ "upload_url": "http://{{context.Request.Host}}/storage" }"""));
                }
            });

        Assert.StartsWith("PUT /storage\nContent-Type: image/png\n", await api.RequestAsync(0), StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(IReadOnlyList<string> operations, IReadOnlyList<string> calls, IReadOnlyList<string> expected)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(Document("https://api.example.com", operations))!;
        await using var api = await WireApi.StartAsync(server => Document(server, operations), calls, helpers: """
            private static UploadGen.UploadContent Large() => UploadGen.UploadContent.FromStream(new Endless(), "film.mp4", length: 3_000_000_000);
            private sealed class Endless : System.IO.MemoryStream { public override bool CanSeek => false; }
            """);
        for (var i = 0; i < calls.Count; i++)
        {
            var refusal = await api.RefusalAsync(i);
            Assert.Equal($"r{i}FileUpload: the request breaks limits of the API's document and was not sent.\n  {expected[i]}", refusal.Message);
            Assert.All(refusal.Violations, violation => Assert.True(HasPlace(document, violation), violation.ToString()));
        }
    }

    /// <summary>
    /// Of a file that is the body the media type is a name and has no place of its own; what a member of 32 bits holds is no limit of the schema.
    /// </summary>
    private static bool HasPlace(System.Text.Json.Nodes.JsonNode document, Violation violation)
    {
        var place = violation.KeywordLocation?[1..].Split('/')
            .Skip(1)
            .Select(segment => Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal))
            .ToList();
        return place?.Aggregate((System.Text.Json.Nodes.JsonNode?)document, (node, name) => node?[name]) is not null
            ? place[^1] == violation.Keyword || violation.Pointer.Length == 0
            : violation is { Keyword: "format", KeywordLocation: null };
    }

    private static string Announcing(string properties) => $$"""
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": {{properties}} } } } },
        {{Session}}
        """;

    private static string Document(string server, IReadOnlyList<string> operations)
    {
        var paths = operations.Select(
            (operation, i) => $$""" "/r{{i}}/file-uploads": { "post": { "operationId": "r{{i}}FileUpload", {{operation}} } }""");
        return $$"""
            { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [ { "url": "{{server}}" } ],
              "paths": { {{string.Join(", ", paths)}} } }
            """;
    }
}
