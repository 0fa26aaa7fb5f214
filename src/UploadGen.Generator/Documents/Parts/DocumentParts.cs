namespace UploadGen.Generator.Documents.Parts;

/// <summary>
/// The parts of each kind of object (OpenAPI 3.1.1, section 4.8; Swagger 2.0 has some of them at its root). Examples, defaults, enums and extensions are
/// none: they hold whatever their author likes.
/// </summary>
internal static class DocumentParts
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private static readonly string[] SchemaMaps = ["properties", "patternProperties", "dependentSchemas", "definitions", "$defs"];

    private static readonly string[] Schemas =
    [
        "items", "additionalProperties", "allOf", "anyOf", "oneOf", "not", "prefixItems", "contains", "propertyNames", "if", "then", "else",
        "unevaluatedItems", "unevaluatedProperties",
    ];

    private static readonly Dictionary<PartKind, DocumentPart[]> Table = new()
    {
        [PartKind.Document] =
        [
            new("servers", PartKind.Server), new("security", PartKind.Other), new("tags", PartKind.Other),
            new("paths", PartKind.Path, PartHolding.SomeObjects), new("webhooks", PartKind.Path, PartHolding.SomeObjects),
            new("components", PartKind.Components, PartHolding.Itself),
            new("parameters", PartKind.Parameter), new("responses", PartKind.Response), new("definitions", PartKind.Schema),
            new("securityDefinitions", PartKind.SecurityScheme),
        ],
        [PartKind.Components] =
        [
            new("schemas", PartKind.Schema), new("parameters", PartKind.Parameter), new("headers", PartKind.Header),
            new("requestBodies", PartKind.Body), new("responses", PartKind.Response), new("securitySchemes", PartKind.SecurityScheme),
            new("links", PartKind.Link), new("examples", PartKind.Example), new("callbacks", PartKind.Callback), new("pathItems", PartKind.Path),
        ],
        [PartKind.Path] =
        [
            new("parameters", PartKind.Parameter), new("servers", PartKind.Server),
            .. Methods.Select(method => new DocumentPart(method, PartKind.Operation, PartHolding.Itself)),
            new("additionalOperations", PartKind.Operation),
        ],
        [PartKind.Operation] =
        [
            new("parameters", PartKind.Parameter), new("servers", PartKind.Server), new("security", PartKind.Other),
            new("requestBody", PartKind.Body, PartHolding.Itself), new("responses", PartKind.Response, PartHolding.SomeObjects),
            new("callbacks", PartKind.Callback, PartHolding.SomeObjects),
        ],
        [PartKind.Parameter] = Described,
        [PartKind.Header] = Described,
        [PartKind.Body] = [new("content", PartKind.MediaType)],
        [PartKind.Response] =
        [
            new("content", PartKind.MediaType), new("headers", PartKind.Header), new("links", PartKind.Link),
            new("schema", PartKind.Schema, PartHolding.Itself),
        ],
        [PartKind.MediaType] =
        [
            new("encoding", PartKind.Encoding), new("examples", PartKind.Example, PartHolding.SomeObjects),
            new("schema", PartKind.Schema, PartHolding.Itself), new("itemSchema", PartKind.Schema, PartHolding.Itself),
        ],
        [PartKind.Encoding] = [new("headers", PartKind.Header)],
        [PartKind.Server] = [new("variables", PartKind.Other)],
        [PartKind.Schema] =
        [
            .. SchemaMaps.Select(keyword => new DocumentPart(keyword, PartKind.Schema, PartHolding.SomeObjects)),
            .. Schemas.Select(keyword => new DocumentPart(keyword, PartKind.Schema, PartHolding.Itself)),
        ],
    };

    /// <summary>Each member of a callback is a path, by its expression.</summary>
    private static readonly DocumentPart CallbackPath = new("", PartKind.Path, PartHolding.Itself);

    private static readonly Dictionary<PartKind, Dictionary<string, DocumentPart>> ByMember =
        Table.ToDictionary(kind => kind.Key, kind => kind.Value.ToDictionary(part => part.Member, StringComparer.Ordinal));

    /// <summary>Parameters and headers describe a value.</summary>
    private static DocumentPart[] Described =>
    [
        new("content", PartKind.MediaType), new("examples", PartKind.Example, PartHolding.SomeObjects),
        new("schema", PartKind.Schema, PartHolding.Itself), new("items", PartKind.Schema, PartHolding.Itself),
    ];

    /// <summary>The members of an object that hold parts, by names that are the same in every document.</summary>
    public static IReadOnlyList<DocumentPart> Of(PartKind kind) => Table.TryGetValue(kind, out var parts) ? parts : [];

    /// <summary>What a member of an object holds, if it holds parts.</summary>
    public static DocumentPart? Find(PartKind kind, string member)
        => kind == PartKind.Callback ? member.StartsWith("x-", StringComparison.Ordinal) ? null : CallbackPath
            : ByMember.TryGetValue(kind, out var parts) && parts.TryGetValue(member, out var part) ? part
            : null;
}
