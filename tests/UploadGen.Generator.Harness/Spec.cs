using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Harness;

/// <summary>Small documents, so that a test shows only what it is about.</summary>
public static class Spec
{
    /// <summary>A document that has schemas and nothing else.</summary>
    /// <param name="schemas">The members of <c>components/schemas</c>.</param>
    /// <param name="version">The version it speaks.</param>
    public static string Schemas(string schemas, string version = "3.1.0")
        => Document($$"""{}, "components": { "schemas": { {{schemas}} } }""", version);

    /// <summary>A document with one operation that sends the schema <c>Thing</c>.</summary>
    public static string Sending(string schemas, string version = "3.1.0")
        => Document(
            $$"""
            { "/things": { "post": { "operationId": "createThing",
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "responses": { "204": { "description": "Done" } } } } }, "components": { "schemas": { {{schemas}} } }
            """,
            version);

    /// <summary>A document around its paths, and whatever follows them.</summary>
    public static string Document(string paths, string version = "3.1.0")
        => $$"""{ "openapi": "{{version}}", "info": { "title": "Test", "version": "1" }, "paths": {{paths}} }""";

    /// <summary>A JSON string, quotes included, all but plain ASCII escaped: so a lone surrogate stays what it is.</summary>
    public static string Json(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(c is >= ' ' and < '\u007f' and not '"' and not '\\' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return text.Append('"').ToString();
    }
}
