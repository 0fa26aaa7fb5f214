namespace UploadGen.Generator.Tests.Xml;

/// <summary>Values as the <c>xml</c> objects of a document say, there and back.</summary>
public class XmlFormTests
{
    private const string Nil = "xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task Attributes_elements_and_names(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "required": ["id"], "xml": { "name": "thing" }, "properties": {
              "label": { "type": "string", "xml": { "name": "Label" } }, "id": { "type": "integer", "xml": { "attribute": true } },
              "note": { "type": "string" }, "kind": { "type": "string", "xml": { "attribute": true, "name": "Kind" } } } }
            """,
            """new Thing { Id = 7, Label = "a <b>", Kind = "x\"y" }""",
            """<thing id="7" Kind="x&quot;y"><Label>a &lt;b&gt;</Label></thing>""",
            """{"label":"a \u003Cb\u003E","id":7,"kind":"x\u0022y"}""");
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task Lists_are_unwrapped_or_wrapped(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "required": ["plain", "empty"], "properties": {
              "plain": { "type": "array", "items": { "type": "string" } },
              "named": { "type": "array", "xml": { "name": "ignored" }, "items": { "type": "integer", "xml": { "name": "n" } } },
              "wrapped": { "type": "array", "xml": { "wrapped": true }, "items": { "type": "boolean" } },
              "both": { "type": "array", "xml": { "name": "Both", "wrapped": true }, "items": { "type": "number", "xml": { "name": "one" } } },
              "outer": { "type": "array", "xml": { "name": "Outer", "wrapped": true }, "items": { "type": "string" } },
              "empty": { "type": "array", "items": { "type": "string" } },
              "nothing": { "type": "array", "xml": { "wrapped": true }, "items": { "type": "string" } } } }
            """,
            """
            new Thing { Plain = ["a", "b"], Named = [1], Wrapped = [true, false], Both = [1.5], Outer = ["o"], Empty = [], Nothing = [] }
            """,
            "<Thing><plain>a</plain><plain>b</plain><n>1</n><wrapped><wrapped>true</wrapped><wrapped>false</wrapped></wrapped>"
                + "<Both><one>1.5</one></Both><Outer><Outer>o</Outer></Outer><nothing /></Thing>",
            """{"plain":["a","b"],"named":[1],"wrapped":[true,false],"both":[1.5],"outer":["o"],"empty":[],"nothing":[]}""");
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public async Task What_a_reference_leads_to_gives_its_name_before_31_and_in_it(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "properties": {
              "first": { "$ref": "#/components/schemas/Tag" }, "second": { "$ref": "#/components/schemas/Plain" },
              "third": { "allOf": [{ "$ref": "#/components/schemas/Tag" }], "xml": { "name": "Third" } },
              "tags": { "type": "array", "xml": { "wrapped": true }, "items": { "$ref": "#/components/schemas/Tag" } },
              "plains": { "type": "array", "items": { "$ref": "#/components/schemas/Plain" } } } },
            "Tag": { "type": "object", "xml": { "name": "tag" }, "properties": { "a": { "type": "string" } } },
            "Plain": { "type": "object", "properties": { "b": { "type": "string" } } }
            """,
            """
            new Thing { First = new Tag { A = "1" }, Second = new Plain { B = "2" }, Third = new Tag(), Tags = [new Tag { A = "3" }], Plains = [new Plain()] }
            """,
            "<Thing><tag><a>1</a></tag><second><b>2</b></second><Third /><tags><tag><a>3</a></tag></tags><plains /></Thing>",
            """{"first":{"a":"1"},"second":{"b":"2"},"third":{},"tags":[{"a":"3"}],"plains":[{}]}""");
    }

    [Fact]
    public async Task From_32_on_a_component_is_a_node_of_its_own_and_a_reference_none()
    {
        await SameAsync(
            "3.2.0",
            """
            "Thing": { "type": "object", "properties": {
              "first": { "$ref": "#/components/schemas/Tag" },
              "second": { "$ref": "#/components/schemas/Bare", "xml": { "nodeType": "element", "name": "Second" } },
              "tags": { "type": "array", "xml": { "nodeType": "element" }, "items": { "$ref": "#/components/schemas/Tag" } } } },
            "Tag": { "type": "object", "properties": { "a": { "type": "string", "xml": { "nodeType": "attribute" } } } },
            "Bare": { "type": "object", "xml": { "nodeType": "none" }, "properties": { "b": { "type": "string", "xml": { "nodeType": "cdata" } } } }
            """,
            """new Thing { First = new Tag { A = "1" }, Second = new Bare { B = "<x>]]></x>" }, Tags = [new Tag { A = "2" }, new Tag()] }""",
            """<Thing><Tag a="1" /><Second><![CDATA[<x>]]]]><![CDATA[></x>]]></Second><tags><Tag a="2" /><Tag /></tags></Thing>""",
            """{"first":{"a":"1"},"second":{"b":"\u003Cx\u003E]]\u003E\u003C/x\u003E"},"tags":[{"a":"2"},{}]}""");
    }

    [Fact]
    public async Task What_an_object_without_an_element_is_made_of_stands_beside_the_others()
    {
        await SameAsync(
            "3.2.0",
            """
            "Thing": { "type": "object", "required": ["more"], "properties": {
              "first": { "type": "string" }, "more": { "$ref": "#/components/schemas/More" }, "id": { "type": "integer", "xml": { "nodeType": "attribute" } } } },
            "More": { "type": "object", "required": ["most"], "xml": { "nodeType": "none" }, "properties": {
              "a": { "type": "string" }, "most": { "type": "object", "xml": { "nodeType": "none" }, "properties": {
                "b": { "type": "array", "items": { "type": "string" } } } } } }
            """,
            """new Thing { First = "f", Id = 1, More = new More { A = "x", Most = new MoreMost { B = ["y", "z"] } } }""",
            """<Thing id="1"><first>f</first><a>x</a><b>y</b><b>z</b></Thing>""",
            """{"first":"f","more":{"a":"x","most":{"b":["y","z"]}},"id":1}""");
    }

    [Fact]
    public async Task Text_beside_attributes()
    {
        await SameAsync(
            "3.2.0",
            """
            "Thing": { "type": "object", "required": ["content"], "properties": {
              "content": { "type": "string", "xml": { "nodeType": "text" } }, "language": { "type": "string", "xml": { "nodeType": "attribute" } } } }
            """,
            """new Thing { Language = "en", Content = " some\ttext " }""",
            "<Thing language=\"en\"> some\ttext </Thing>",
            """{"content":" some\ttext ","language":"en"}""");
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task Text_beside_attributes_as_an_extension_says_it(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "required": ["content"], "properties": {
              "content": { "type": "string", "xml": { "x-ms-text": true } }, "encoded": { "type": "boolean", "xml": { "attribute": true } },
              "other": { "type": "object", "properties": { "a": { "type": "string", "xml": { "x-ms-text": false } } } } } }
            """,
            """new Thing { Encoded = true, Content = "a%20b", Other = null }""",
            """<Thing encoded="true">a%20b</Thing>""",
            """{"content":"a%20b","encoded":true}""");
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.2.0")]
    public async Task Namespaces_and_prefixes(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "xml": { "name": "Thing", "namespace": "urn:main" }, "properties": {
              "plain": { "type": "string" },
              "own": { "type": "string", "xml": { "namespace": "urn:own", "prefix": "o" } },
              "again": { "type": "string", "xml": { "prefix": "o" } },
              "stray": { "type": "string", "xml": { "prefix": "nowhere" } },
              "flag": { "type": "boolean", "xml": { "attribute": true, "namespace": "urn:own", "prefix": "o" } },
              "other": { "type": "object", "xml": { "namespace": "urn:other" }, "properties": { "inside": { "type": "integer" } } } } }
            """,
            """new Thing { Plain = "p", Own = "o", Again = "a", Stray = "s", Flag = true, Other = new ThingOther { Inside = 1 } }""",
            """<Thing o:flag="true" xmlns:o="urn:own" xmlns="urn:main"><plain>p</plain><o:own>o</o:own><o:again>a</o:again><stray>s</stray>"""
                + """<other xmlns="urn:other"><inside>1</inside></other></Thing>""",
            """{"plain":"p","own":"o","again":"a","stray":"s","flag":true,"other":{"inside":1}}""");
    }

    [Fact]
    public async Task Values_of_every_kind()
    {
        await SameAsync(
            "3.1.0",
            """
            "Thing": { "type": "object", "required": ["at", "day", "id", "where", "bytes", "big", "real", "size", "ratio", "state", "money", "small"],
              "properties": {
                "at": { "type": "string", "format": "date-time" }, "day": { "type": "string", "format": "date" },
                "id": { "type": "string", "format": "uuid" }, "where": { "type": "string", "format": "uri" },
                "bytes": { "type": "string", "contentEncoding": "base64" }, "big": { "type": "integer", "format": "uint64" },
                "real": { "type": "number" }, "size": { "type": "integer", "format": "int32" }, "ratio": { "type": "number", "format": "float" },
                "state": { "type": "string", "enum": ["on", "off"] }, "money": { "type": "number", "format": "decimal" },
                "small": { "type": ["integer", "string"], "format": "int64", "pattern": "^-?(?:0|[1-9]\\d*)$" } } }
            """,
            """
            new Thing
            {
                At = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 700, TimeSpan.Zero), Day = new DateOnly(2026, 2, 21), Bytes = [1, 2, 255],
                Id = Guid.Parse("00000001-0002-0003-0405-060708090a0b"), Where = new Uri("https://example.com/a?b=c&d"), Big = ulong.MaxValue,
                Real = 1.5e300, Size = -3, Ratio = 0.1f, State = ThingState.Off, Money = 12.30m, Small = 5,
            }
            """,
            "<Thing><at>2026-02-03T04:05:06.700Z</at><day>2026-02-21</day><id>00000001-0002-0003-0405-060708090a0b</id>"
                + "<where>https://example.com/a?b=c&amp;d</where><bytes>AQL/</bytes><big>18446744073709551615</big><real>1.5E+300</real><size>-3</size>"
                + "<ratio>0.1</ratio><state>off</state><money>12.30</money><small>5</small></Thing>",
            """{"at":"2026-02-03T04:05:06.7+00:00","day":"2026-02-21","id":"00000001-0002-0003-0405-060708090a0b","where":"https://example.com/a?b=c\u0026d","""
                + """ "bytes":"AQL/","big":18446744073709551615,"real":1.5E+300,"size":-3,"ratio":0.1,"state":"off","money":12.30,"small":5}""".Trim());
    }

    [Fact]
    public async Task Integers_with_names()
    {
        await SameAsync(
            "3.0.3",
            """
            "Thing": { "type": "object", "required": ["must", "list", "flag"], "properties": {
              "must": { "$ref": "#/components/schemas/Level" }, "may": { "$ref": "#/components/schemas/Level" }, "not": { "$ref": "#/components/schemas/Level" },
              "list": { "type": "array", "items": { "$ref": "#/components/schemas/Level" } },
              "flag": { "type": "integer", "format": "int32", "enum": [1, 2], "x-enum-varnames": ["One", "Two"], "xml": { "attribute": true } },
              "map": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Level" } } } },
            "Level": { "type": "integer", "enum": [0, 10], "x-enum-varnames": ["Low", "High"] }
            """,
            """
            new Thing
            {
                Must = Level.High, May = Level.Low, List = [Level.Low, Level.High], Flag = ThingFlag.Two,
                Map = new Dictionary<string, Level> { ["a"] = Level.High },
            }
            """,
            """<Thing flag="2"><must>10</must><may>0</may><list>0</list><list>10</list><map><a>10</a></map></Thing>""",
            """{"must":10,"may":0,"list":[0,10],"flag":2,"map":{"a":10}}""");
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task What_is_said_beside_a_reference_in_allOf_counts_as_what_is_said_around_it(string version)
    {
        await SameAsync(
            version,
            """
            "Thing": { "type": "object", "properties": {
              "tags": { "type": "array", "xml": { "wrapped": true }, "items": { "allOf": [{ "$ref": "#/components/schemas/Tag" }, { "xml": { "name": "T" } }] } },
              "parts": { "allOf": [{ "$ref": "#/components/schemas/Parts" }, { "description": "All of them.", "xml": { "name": "Part", "wrapped": true } }] },
              "flag": { "allOf": [{ "xml": { "attribute": true } }, { "$ref": "#/components/schemas/Text" }] },
              "near": { "allOf": [{ "$ref": "#/components/schemas/Text" }, { "xml": { "name": "far" } }], "xml": { "name": "nearest" } } } },
            "Tag": { "type": "object", "properties": { "a": { "type": "string" } } },
            "Parts": { "type": "array", "items": { "type": "integer", "xml": { "name": "n" } } },
            "Text": { "type": "string" }
            """,
            """new Thing { Tags = [new Tag { A = "1" }], Parts = [1, 2], Flag = "f", Near = "n" }""",
            """<Thing flag="f"><tags><T><a>1</a></T></tags><Part><n>1</n><n>2</n></Part><nearest>n</nearest></Thing>""",
            """{"tags":[{"a":"1"}],"parts":[1,2],"flag":"f","near":"n"}""");
    }

    [Fact]
    public async Task Null_is_an_element_that_says_so_and_an_attribute_that_is_missing()
    {
        await SameAsync(
            "3.1.0",
            """
            "Thing": { "type": "object", "required": ["must", "number", "flag", "items"], "properties": {
              "must": { "type": ["string", "null"] }, "number": { "type": ["integer", "null"] },
              "flag": { "type": ["boolean", "null"], "xml": { "attribute": true } },
              "set": { "type": ["string", "null"] }, "unset": { "type": ["string", "null"] }, "count": { "type": ["integer", "null"] },
              "items": { "type": "array", "items": { "type": ["integer", "null"], "xml": { "name": "item" } } },
              "list": { "type": ["array", "null"], "xml": { "wrapped": true }, "items": { "type": "string" } } } }
            """,
            """new Thing { Must = null, Number = null, Flag = null, Set = null, Count = 3, Items = [1, null], List = null }""",
            $"<Thing><must {Nil} /><number {Nil} /><set {Nil} /><count>3</count><item>1</item><item {Nil} /><list {Nil} /></Thing>",
            """{"must":null,"number":null,"flag":null,"set":null,"count":3,"items":[1,null],"list":null}""");
    }

    [Fact]
    public async Task Maps_and_members_beyond_those_known()
    {
        await SameAsync(
            "3.1.0",
            """
            "Thing": { "type": "object", "properties": {
              "known": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string", "xml": { "name": "tag" } } },
              "map": { "type": "object", "additionalProperties": { "type": "integer" } } },
              "additionalProperties": { "$ref": "#/components/schemas/Part" } },
            "Part": { "type": "object", "properties": { "n": { "type": "integer" } } }
            """,
            """
            new Thing
            {
                Known = "k", Tags = ["t"], Map = new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 },
                AdditionalProperties = new Dictionary<string, Part> { ["more"] = new Part { N = 3 } },
            }
            """,
            "<Thing><known>k</known><tag>t</tag><map><a>1</a><b>2</b></map><more><n>3</n></more></Thing>",
            """{"known":"k","tags":["t"],"map":{"a":1,"b":2},"more":{"n":3}}""");
    }

    [Fact]
    public async Task Swagger_says_the_same()
    {
        const string document = """
            { "swagger": "2.0", "info": { "title": "Things", "version": "1" }, "paths": { "/things": { "post": { "operationId": "echo",
              "consumes": ["application/xml"], "produces": ["application/xml"],
              "parameters": [{ "name": "thing", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } }],
              "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/Thing" } } } } } },
              "definitions": { "Thing": { "type": "object", "xml": { "name": "thing" }, "properties": {
                "id": { "type": "integer", "format": "int32", "xml": { "attribute": true } },
                "tags": { "type": "array", "xml": { "wrapped": true }, "items": { "type": "string", "xml": { "name": "tag" } } } } } } }
            """;

        var (sent, read) = await XmlEcho.OfAsync(document, """new Thing { Id = 1, Tags = ["a"] }""");
        Assert.Equal("""<thing id="1"><tags><tag>a</tag></tags></thing>""", sent);
        Assert.Equal("""{"id":1,"tags":["a"]}""", read);
    }

    [Fact]
    public async Task A_body_that_is_a_list_has_a_wrapper()
    {
        await SameAsync(
            "3.0.3",
            """
            "Thing": { "type": "array", "xml": { "name": "things", "wrapped": true }, "items": { "$ref": "#/components/schemas/Part" } },
            "Part": { "type": "object", "xml": { "name": "part" }, "properties": { "n": { "type": "integer" } } }
            """,
            """new[] { new Part { N = 1 }, new Part() }""",
            "<things><part><n>1</n></part><part /></things>",
            """[{"n":1},{}]""");
    }

    private static async Task SameAsync(string version, string schemas, string value, string xml, string json)
    {
        var (sent, read) = await XmlEcho.OfAsync(XmlEcho.Document(schemas, version), value);

        Assert.Equal(xml, sent);
        Assert.Equal(json, read);
    }
}
