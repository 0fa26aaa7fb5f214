namespace UploadGen.Generator.Documents.Parts;

/// <summary>What a part of a document is (OpenAPI 3.1.1, section 4.8).</summary>
internal enum PartKind
{
    Document,
    Components,
    Path,
    Operation,
    Callback,
    Parameter,
    Header,
    Body,
    Response,
    MediaType,
    Encoding,
    Server,
    Schema,
    Example,
    Link,
    SecurityScheme,

    /// <summary>An object whose own parts aren't looked into.</summary>
    Other,
}
