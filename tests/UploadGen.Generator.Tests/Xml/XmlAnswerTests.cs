using System.Text;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Xml;

/// <summary>Answers in XML that aren't as the client would write them: what is passed over, and what is refused, with where it is.</summary>
public class XmlAnswerTests
{
    private const string Value = """new Thing { Id = 1, Name = "" }""";

    private static readonly string Document = XmlEcho.Document("""
        "Thing": { "type": "object", "required": ["id", "name"], "xml": { "namespace": "urn:things" }, "properties": {
          "id": { "type": "integer", "xml": { "attribute": true } }, "name": { "type": "string" }, "size": { "type": "integer", "format": "int32" },
          "at": { "type": "string", "format": "date-time" }, "on": { "type": "boolean" },
          "parts": { "type": "array", "xml": { "wrapped": true }, "items": { "$ref": "#/components/schemas/Part" } },
          "child": { "$ref": "#/components/schemas/Thing" } } },
        "Part": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "xml": { "namespace": "urn:parts" } } } }
        """);

    [Theory]
    [InlineData("""<t:Thing xmlns:t="urn:things" id="1"><t:name>a</t:name></t:Thing>""")]
    [InlineData("""<Thing xmlns="urn:things" id=" 1 " more="x"><!-- a comment --><other><name>b</name></other><name>a</name><name>second</name></Thing>""")]
    [InlineData("""<t:Thing xmlns:t="urn:things" id="1"><name><![CDATA[a]]></name></t:Thing>""")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name>a</name><size/><at></at><on> </on></Thing>""")]
    [InlineData("""<?xml version="1.0"?><?style x?><Thing xmlns="urn:things" id="1"><name>&#97;</name></Thing>""")]
    public async Task What_is_not_known_and_how_it_is_spelled_does_not_matter(string answer)
        => Assert.Equal("""{"id":1,"name":"a"}""", await XmlEcho.ReadAsync(Document, Value, answer));

    [Fact]
    public async Task Empty_texts_are_texts_and_white_space_counts_in_them()
    {
        Assert.Equal("""{"id":1,"name":""}""", await XmlEcho.ReadAsync(Document, Value, """<Thing xmlns="urn:things" id="1"><name/></Thing>"""));
        Assert.Equal(
            """{"id":1,"name":" a\n","size":5,"at":"2026-01-02T03:04:05+00:00","on":true}""",
            await XmlEcho.ReadAsync(
                Document,
                Value,
                "<Thing xmlns=\"urn:things\" id=\"1\"><name> a\n</name><size> 5 </size><at>2026-01-02T03:04:05</at><on>1</on></Thing>"));
    }

    [Theory]
    [InlineData("""<Other xmlns="urn:things" id="1"><name>a</name></Other>""", "/Other", "Expected the element 'Thing' of the namespace 'urn:things'.")]
    [InlineData("""<Thing xmlns="urn:others" id="1"><name>a</name></Thing>""", "/Thing", "Expected the element 'Thing' of the namespace 'urn:things'.")]
    [InlineData("""<Thing xmlns="urn:things" id="1"></Thing>""", "/Thing/name", "The required element 'name' is missing.")]
    [InlineData("""<Thing xmlns="urn:things"><name>a</name></Thing>""", "/Thing/@id", "The required attribute 'id' is missing.")]
    [InlineData("""<Thing xmlns="urn:things" id="x"><name>a</name></Thing>""", "/Thing/@id", "The text isn't an integer of 64 bits.")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name><b/></name></Thing>""", "/Thing/name", "Expected a text, found elements.")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name>a</name><on>yes</on></Thing>""", "/Thing/on", "The text isn't true or false.")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name>a</name><size>2147483648</size></Thing>""", "/Thing/size", "The text isn't an integer of 32 bits.")]
    [InlineData(
        """<Thing xmlns="urn:things" id="1"><name>a</name><parts><Part/><parts><n xmlns="urn:parts">1</n></parts><parts><n>1</n></parts></parts></Thing>""",
        "/Thing/parts/parts[2]/n",
        "The required element 'n' is missing.")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name>a</""", "/Thing/name", "It isn't well-formed XML without a document type (line 1, column")]
    [InlineData("""{"id":1,"name":"a"}""", "/", "It isn't well-formed XML without a document type (line 1, column 1).")]
    public async Task What_is_wrong_is_said_with_its_place(string answer, string place, string problem)
    {
        var failure = await Assert.ThrowsAsync<ResponseFormatException>(() => XmlEcho.ReadAsync(Document, Value, answer));

        Assert.Equal(place, failure.XmlPath);
        Assert.Null(failure.JsonPath);
        Assert.Contains($"(application/xml) isn't what the document describes, at {place}: {problem}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_body_has_no_result() => Assert.Equal("null", await XmlEcho.ReadAsync(Document, Value, ""));

    [Theory]
    [InlineData("""<!DOCTYPE Thing [<!ENTITY a "secret">]><Thing xmlns="urn:things" id="1"><name>&a;</name></Thing>""")]
    [InlineData("""<!DOCTYPE Thing SYSTEM "http://127.0.0.1:1/thing.dtd"><Thing xmlns="urn:things" id="1"><name>a</name></Thing>""")]
    [InlineData("""<Thing xmlns="urn:things" id="1"><name>&secret;</name></Thing>""")]
    public async Task A_document_type_and_entities_are_refused_unread(string answer)
    {
        var failure = await Assert.ThrowsAsync<ResponseFormatException>(() => XmlEcho.ReadAsync(Document, Value, answer));

        Assert.Contains("It isn't well-formed XML without a document type", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_nested_too_deep_is_refused()
    {
        static string Nested(int children)
            => string.Concat(Enumerable.Repeat("""<child id="1"><name>a</name>""", children)) + string.Concat(Enumerable.Repeat("</child>", children));
        static string Answer(int children) => $"""<Thing xmlns="urn:things" id="1"><name>a</name>{Nested(children)}</Thing>""";

        Assert.StartsWith("""{"id":1,""", await XmlEcho.ReadAsync(Document, Value, Answer(62)), StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<ResponseFormatException>(() => XmlEcho.ReadAsync(Document, Value, Answer(64)));
        Assert.Contains("Elements are nested more than 64 deep.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "application/xml", "")]
    [InlineData("utf-16", "application/xml; charset=utf-16", "")]
    [InlineData("iso-8859-1", "application/xml", """<?xml version="1.0" encoding="iso-8859-1"?>""")]
    [InlineData("iso-8859-1", "application/xml; charset=iso-8859-1", """<?xml version="1.0" encoding="utf-8"?>""")]
    [InlineData("utf-8", "application/vnd.thing+xml; charset=utf-8", "")]
    [InlineData("utf-8", "text/xml; charset=utf-8", """<?xml version="1.0" encoding="iso-8859-1"?>""")]
    [InlineData("utf-8", "text/xml; charset=\"UTF-8\"", """<?xml version='1.0' encoding='utf-16'?>""")]
    [InlineData("utf-8", "text/xml; charset=iso-8859-1", "")]
    [InlineData("utf-16", "text/xml; charset=utf-8", "")]
    public async Task Characters_are_read_as_they_are_encoded(string encoding, string contentType, string declaration)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] answer = [.. text.GetPreamble(), .. text.GetBytes(declaration + """<Thing xmlns="urn:things" id="1"><name>é</name></Thing>""")];

        Assert.Equal("""{"id":1,"name":"\u00E9"}""", await XmlEcho.ReadAsync(Document, Value, answer, contentType));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public async Task The_header_counts_more_than_the_declaration(string declared)
    {
        var answer = $"""<?xml version="1.0" encoding="{declared}"?><Thing xmlns="urn:things" id="1"><name>é</name></Thing>""";

        Assert.Equal("""{"id":1,"name":"\u00E9"}""", await XmlEcho.ReadAsync(Document, Value, answer, "text/xml; charset=utf-8"));
    }

    [Theory]
    [InlineData("text/xml; charset=x-nowhere", "", "/", "is unknown here")]
    [InlineData("text/xml", """<?xml version="1.0" encoding="x-nowhere"?>""", "/", "is unknown here")]
    [InlineData("text/xml", """<?xml version="1.0" encoding="utf-16"?>""", "/", "It isn't in the encoding that its declaration states")]
    [InlineData("text/xml; charset=utf-8", """<?xml version="1.0" encoding="iso-8859-1"?>""", "/", "The bytes aren't text in the encoding")]
    [InlineData("text/xml", "", "/", "The bytes aren't text in the encoding")]
    public async Task Bytes_that_are_in_no_encoding_that_is_stated_are_refused(string contentType, string declaration, string place, string problem)
    {
        var answer = Encoding.Latin1.GetBytes(declaration + """<Thing xmlns="urn:things" id="1"><name>é</name></Thing>""");

        var failure = await Assert.ThrowsAsync<ResponseFormatException>(() => XmlEcho.ReadAsync(Document, Value, answer, contentType));
        Assert.Equal(place, failure.XmlPath);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("well-formed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", """{"id":2,"name":"json"}""")]
    [InlineData("application/problem+json", """{"id":2,"name":"json"}""")]
    [InlineData("application/xml; charset=utf-8", """<Thing id="2"><name>xml</name></Thing>""")]
    [InlineData("text/xml", """<Thing id="2"><name>xml</name></Thing>""")]
    public async Task What_may_be_JSON_or_XML_is_read_as_what_came(string contentType, string answer)
    {
        const string both = """
            { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "application/xml": { "schema": { "$ref": "#/components/schemas/Thing" } } }
            """;
        var document = $$"""
            { "openapi": "3.1.0", "info": { "title": "Things", "version": "1" }, "paths": { "/things": { "post": { "operationId": "echo",
              "requestBody": { "required": true, "content": {{both}} },
              "responses": { "200": { "description": "", "content": {{both}} }, "400": { "description": "Bad", "content": {{both}} } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "properties": {
                "id": { "type": "integer", "xml": { "attribute": true } }, "name": { "type": "string" } } } } } }
            """;

        var read = await XmlEcho.ReadAsync(document, "new Thing()", answer, contentType);
        Assert.Equal($$"""{"id":2,"name":"{{(answer[0] == '{' ? "json" : "xml")}}"}""", read);
        var error = await Assert.ThrowsAnyAsync<ApiException>(() => XmlEcho.ReadAsync(document, "new Thing()", answer, contentType, 400));
        Assert.Equal(2L, GeneratedAssembly.Property(GeneratedAssembly.Property(error, "Error")!, "Id"));
    }

    [Fact]
    public async Task An_error_in_XML_is_typed()
    {
        var document = Document.Replace("\"responses\": {", """
            "responses": { "4XX": { "description": "Refused", "content": { "application/xml": { "schema": { "$ref": "#/components/schemas/Part" } } } },
            """, StringComparison.Ordinal);

        var error = await Assert.ThrowsAnyAsync<ApiException>(
            () => XmlEcho.ReadAsync(document, Value, """<Part xmlns:p="urn:parts"><p:n>7</p:n></Part>""", status: 404));
        Assert.Equal(7L, GeneratedAssembly.Property(GeneratedAssembly.Property(error, "Error")!, "N"));
        var other = await Assert.ThrowsAsync<ApiException>(() => XmlEcho.ReadAsync(document, Value, "<html/>", status: 404));
        Assert.Contains("The body isn't the error the document describes (/html: Expected the element 'Part'.)", other.Message, StringComparison.Ordinal);
    }
}
