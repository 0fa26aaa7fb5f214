namespace UploadGen.Generator.Model;

/// <summary>What an operation sends.</summary>
/// <param name="IsRequired">Whether a caller must say something; an object without required members need not be said.</param>
internal abstract record BodyModel(bool IsRequired, string? Description);

/// <summary>A JSON body: one parameter.</summary>
/// <param name="Parameter">The method's parameter.</param>
/// <param name="SendsEmptyObject">Whether <c>{}</c> is sent when the caller says nothing, because the document wants a body.</param>
internal sealed record JsonBodyModel(string Parameter, TypeRef Type, bool IsRequired, bool SendsEmptyObject, string? Description) : BodyModel(IsRequired, Description);

/// <summary>A form: a parameter for each field. With a file in it, it goes out as multipart/form-data.</summary>
internal sealed record FormBodyModel(EquatableArray<FormFieldModel> Fields, bool IsRequired, string? Description) : BodyModel(IsRequired, Description);

/// <summary>The file itself is the body.</summary>
internal sealed record BinaryBodyModel(string Parameter, string? ContentType, long? MaxLength, bool IsRequired, string? Description) : BodyModel(IsRequired, Description);

/// <summary>A field of a form.</summary>
/// <param name="ContentType">OpenAPI's <c>encoding.contentType</c>: what the part may be.</param>
/// <param name="MaxLength">The most octets a file may have.</param>
internal sealed record FormFieldModel(
    string WireName,
    string Name,
    TypeRef Type,
    bool IsRequired,
    string? Description,
    string? ContentType,
    long? MaxLength,
    LimitsModel Limits);
