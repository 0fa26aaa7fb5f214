namespace UploadGen.Generator.Harness;

/// <summary>Strings that try to leave the place they are put in, and a document that has one in every place there is.</summary>
public static class Hostile
{
    public static IReadOnlyList<string> Strings { get; } =
    [
        "\"; } } class Evil { } //",
        "\\\"; System.Environment.Exit(1); //",
        "\\",
        "\\u0022; class Evil { }",
        "\"\"\"\"; class Evil { }",
        "*/ class Evil { } /*",
        "</summary><evil/>",
        "<![CDATA[ x ]]> &evil; <!-- ",
        "]]>--></c>`code` `</summary>`",
        "a\nclass Evil { }",
        "a\r\n/// </summary>\r\nclass Evil { }",
        "a\u2028class Evil { }",
        "a\u2029class Evil { }",
        "a\u0085class Evil { }",
        "\n\n#endif\n#error evil\n",
        "#pragma warning restore",
        ")] class Evil { } [module: System.Runtime.CompilerServices.ModuleInitializer(",
        "[ModuleInitializer]",
        "{evil} {{ }} {0}",
        "${evil} $\"{1}\" @\"",
        "\u202e\u2066evil\u2069",
        "\ufeffa\u200bb\u00adc",
        "😀 画像 größe",
        "\0",
        "\t \v \f",
        "'",
        "global::System.Console.WriteLine(1)",
        "../../../etc/passwd",
        "%00 %0d%0a CON.json:",
        " ",
    ];

    /// <summary>Halves of characters: JSON can say them, UTF-8 can't.</summary>
    public static IReadOnlyList<string> LoneSurrogates { get; } = ["\ud800", "a\udc00b", "\udfff\ud800"];

    /// <summary>A document that has the string wherever a document can have one of its own.</summary>
    public static string Document(string value)
    {
        var x = Spec.Json(value);
        var named = Spec.Json("n" + value);
        var segment = ("S" + value)
            .Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal)
            .Replace("%", "%25", StringComparison.Ordinal);
        var pointer = Spec.Json("#/components/schemas/" + segment);
        return $$"""
            {
              "openapi": "3.1.0",
              "info": { "title": {{x}}, "version": {{x}}, "description": {{x}}, "summary": {{x}}, "contact": { "name": {{x}} }, "license": { "name": {{x}} } },
              "servers": [ { "url": {{x}}, "description": {{x}} } ],
              "tags": [ { "name": {{x}}, "description": {{x}} } ],
              "security": [ { {{named}}: [ {{x}} ] } ],
              "paths": {
                {{Spec.Json("/" + value)}}: {
                  "summary": {{x}},
                  "post": {
                    "operationId": {{x}}, "summary": {{x}}, "description": {{x}}, "tags": [ {{x}} ],
                    "parameters": [
                      { "name": {{x}}, "in": "query", "description": {{x}},
                        "schema": { "type": "string", "pattern": {{x}}, "default": {{x}}, "format": {{x}} } },
                      { "name": {{x}}, "in": "header", "schema": { "type": "string", "enum": [ {{x}}, {{named}} ] } }
                    ],
                    "requestBody": { "description": {{x}}, "content": { "application/json": { "schema": { "$ref": {{pointer}} } } } },
                    "responses": {
                      "200": { "description": {{x}}, "content": { "application/json": { "schema": { "$ref": {{pointer}} } } } },
                      "400": { "description": {{x}} },
                      {{x}}: { "description": {{x}} }
                    }
                  }
                },
                "/files": {
                  "put": {
                    "requestBody": {
                      "content": { "multipart/form-data": {
                        "schema": { "type": "object", "properties": {
                          {{x}}: { "type": "string", "format": "binary", "description": {{x}} }, {{named}}: { "type": "string" } } },
                        "encoding": { {{x}}: { "contentType": {{x}} } } } }
                    },
                    "responses": { "200": { "description": {{x}}, "content": { {{x}}: {} } } }
                  },
                  "post": { "requestBody": { "content": { {{x}}: { "schema": { "type": "string", "format": "binary" } } } }, "responses": {} }
                }
              },
              "components": {
                "securitySchemes": { {{named}}: { "type": "apiKey", "in": "header", "name": {{x}}, "description": {{x}} } },
                "schemas": {
                  {{Spec.Json("S" + value)}}: {
                    "type": "object", "title": {{x}}, "description": {{x}}, "required": [ {{x}} ],
                    "properties": {
                      {{x}}: { "type": "string", "description": {{x}}, "default": {{x}}, "pattern": {{x}}, "minLength": 1 },
                      {{named}}: { "type": "string", "enum": [ {{x}}, {{named}}, "plain" ], "description": {{x}} },
                      "union": {
                        "oneOf": [ { "$ref": {{pointer}} }, { "$ref": "#/components/schemas/Other" } ],
                        "discriminator": { "propertyName": {{x}}, "mapping": { {{x}}: {{pointer}} } }
                      },
                      "titled": { "anyOf": [
                        { "title": {{x}}, "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "string", "title": {{x}} } ] }
                    },
                    "additionalProperties": { "type": "string", "description": {{x}} }
                  },
                  "Other": { "type": "object", "properties": { "a": { "type": "string", "format": {{x}} } } }
                }
              }
            }
            """;
    }
}
