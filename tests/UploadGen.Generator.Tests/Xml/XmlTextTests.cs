namespace UploadGen.Generator.Tests.Xml;

/// <summary>XML of which the document leaves open what it looks like stays the text that it is.</summary>
public class XmlTextTests
{
    [Theory]
    [InlineData("a union", """ "Thing": { "oneOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "boolean" }] } """)]
    [InlineData("a union inside", """
        "Thing": { "type": "object", "properties": { "a": { "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "boolean" }] } } }
        """)]
    [InlineData("any value", """ "Thing": { "type": "object", "properties": { "a": {} } } """)]
    [InlineData("any object", """ "Thing": { "type": "object" } """)]
    [InlineData("a list of lists", """
        "Thing": { "type": "object", "properties": { "a": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } } } }
        """)]
    [InlineData("a list without an element", """ "Thing": { "type": "array", "items": { "type": "string", "xml": { "name": "a" } } } """)]
    [InlineData("items without a name", """ "Thing": { "type": "array", "xml": { "wrapped": true, "name": "a" }, "items": { "type": "string" } } """)]
    [InlineData("an attribute that is an object", """
        "Thing": { "type": "object", "properties": {
          "a": { "type": "object", "properties": { "b": { "type": "string" } }, "xml": { "attribute": true } } } }
        """)]
    [InlineData("two members of one name", """
        "Thing": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string", "xml": { "name": "a" } } } }
        """)]
    [InlineData("a name that isn't one", """ "Thing": { "type": "object", "properties": { "a b": { "type": "string" } } } """)]
    [InlineData("a text", """ "Thing": { "type": "string" } """)]
    [InlineData("a hierarchy", """
        "Thing": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } },
        "Other": { "allOf": [{ "$ref": "#/components/schemas/Thing" }], "properties": { "a": { "type": "string" } } }
        """)]
    public async Task Where_there_is_no_form_a_body_is_a_text(string what, string schemas)
    {
        const string xml = "<whatever>text</whatever>";

        var read = await XmlEcho.ReadAsync(XmlEcho.Document(schemas), $"\"{xml}\"", xml);
        Assert.True(read.Contains("whatever", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task Two_elements_for_one_value_are_no_form()
    {
        var document = XmlEcho.Document("""
            "Thing": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/Part", "xml": { "nodeType": "element", "name": "outer" } } } },
            "Part": { "type": "object", "properties": { "b": { "type": "string" } } }
            """, "3.2.0");

        Assert.Equal("\"\\u003Cx/\\u003E\"", await XmlEcho.ReadAsync(document, "\"<x/>\"", "<x/>"));
    }

    [Theory]
    [InlineData("that may be missing", """ "properties": { "more": { "$ref": "#/components/schemas/More" } } """)]
    [InlineData("with a name of the others", """
        "required": ["more"], "properties": { "more": { "$ref": "#/components/schemas/More" }, "a": { "type": "string" } }
        """)]
    [InlineData("with attributes after an element", """
        "required": ["more"], "properties": { "b": { "type": "string" }, "more": { "type": "object", "xml": { "nodeType": "none" }, "properties": {
          "c": { "type": "string", "xml": { "nodeType": "attribute" } } } } }
        """)]
    [InlineData("beside any other members", """
        "required": ["more"], "properties": { "more": { "$ref": "#/components/schemas/More" } }, "additionalProperties": { "type": "string" }
        """)]
    [InlineData("in itself", """
        "required": ["more"], "properties": { "more": { "$ref": "#/components/schemas/Thing", "xml": { "nodeType": "none" } } }, "xml": { "nodeType": "none" }
        """)]
    [InlineData("in one that it has", """ "required": ["circle"], "properties": { "circle": { "$ref": "#/components/schemas/Circle" } } """)]
    public async Task Objects_without_an_element_have_no_form_where_they_are_not_to_be_found_again(string what, string thing)
    {
        var document = XmlEcho.Document($$"""
            "Thing": { "type": "object", {{thing}} },
            "More": { "type": "object", "xml": { "nodeType": "none" }, "properties": { "a": { "type": "string" } } },
            "Circle": { "type": "object", "required": ["back"], "xml": { "nodeType": "none" }, "properties": { "back": { "$ref": "#/components/schemas/Back" } } },
            "Back": { "type": "object", "required": ["there"], "xml": { "nodeType": "none" }, "properties": { "there": { "$ref": "#/components/schemas/Circle" } } }
            """, "3.2.0");

        var read = await XmlEcho.ReadAsync(document, "\"<whatever/>\"", "<whatever/>");
        Assert.True(read.Contains("whatever", StringComparison.Ordinal), what);
    }

    [Fact]
    public void A_document_without_XML_has_no_code_for_it()
    {
        const string schemas = """ "Thing": { "type": "object", "properties": { "a": { "type": "string" } } } """;
        var run = GeneratorRun.Of(XmlEcho.Document(schemas, mediaType: "application/json"));

        Assert.DoesNotContain(run.Files.Values, text => text.Contains("Xml", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_only_sent_is_not_read_and_what_is_only_received_is_not_written()
    {
        var run = GeneratorRun.Of("""
            { "openapi": "3.0.3", "info": { "title": "Things", "version": "1" }, "paths": { "/things": { "put": { "operationId": "put",
              "requestBody": { "content": { "application/xml": { "schema": { "$ref": "#/components/schemas/Sent" } } } },
              "responses": { "200": { "description": "", "content": { "application/xml": { "schema": { "$ref": "#/components/schemas/Received" } } } } } } } },
              "components": { "schemas": {
                "Sent": { "type": "object", "properties": { "a": { "type": "string" } } },
                "Received": { "type": "object", "properties": { "a": { "type": "string" } } } } } }
            """).AssertCompiles();

        Assert.Contains("IXmlWritable", run.Files["Shop.Api.Sent.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("IXmlReadable", run.Files["Shop.Api.Sent.g.cs"], StringComparison.Ordinal);
        Assert.Contains("IXmlReadable", run.Files["Shop.Api.Received.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("IXmlWritable", run.Files["Shop.Api.Received.g.cs"], StringComparison.Ordinal);
    }
}
