using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>What an operation sends.</summary>
/// <param name="IsRequired">Whether a caller must say something; an object without required members need not be said.</param>
internal abstract record BodyModel(bool IsRequired, string? Description)
{
    /// <summary>Whether a file is sent, or several.</summary>
    public virtual bool SendsFile => false;
}

/// <summary>A body made from a value: one parameter. It is JSON, a form made of that, or XML.</summary>
/// <param name="Parameter">The method's parameter.</param>
/// <param name="SendsEmptyObject">Whether <c>{}</c> is sent when the caller says nothing, because the document wants a body.</param>
/// <param name="ContentType">Its media type, where it isn't the usual one.</param>
/// <param name="UrlEncoding">How its members become fields, where it is sent as application/x-www-form-urlencoded.</param>
internal sealed record JsonBodyModel(
    string Parameter,
    TypeRef Type,
    bool IsRequired,
    bool SendsEmptyObject,
    string? Description,
    string? ContentType = null,
    UrlEncodingModel? UrlEncoding = null) : BodyModel(IsRequired, Description)
{
    /// <summary>What a body is limited to that isn't a type of its own.</summary>
    public LimitsModel Limits { get; init; } = LimitsModel.None;

    /// <summary>The root element, where it is sent as XML.</summary>
    public XmlNodeModel? Xml { get; init; }
}

/// <summary>The styles of a form's fields that are lists or objects.</summary>
/// <param name="Style">The one of most of them.</param>
/// <param name="Others">Those with another one.</param>
internal sealed record UrlEncodingModel(WireStyle Style, EquatableArray<FieldStyleModel> Others);

internal sealed record FieldStyleModel(string WireName, WireStyle Style, bool Explode);

/// <summary>A body of text: one string.</summary>
internal sealed record TextBodyModel(string Parameter, string ContentType, bool IsRequired, string? Description) : BodyModel(IsRequired, Description);

/// <summary>Items that are sent as they come: one parameter.</summary>
internal sealed record ItemsBodyModel(string Parameter, StreamType Type, ItemsKind Format, string ContentType, bool IsRequired, string? Description)
    : BodyModel(IsRequired, Description);

/// <summary>A form: a parameter for each field. With a file in it, it goes out as multipart/form-data.</summary>
internal sealed record FormBodyModel(EquatableArray<FormFieldModel> Fields, bool IsRequired, string? Description) : BodyModel(IsRequired, Description)
{
    /// <summary>Its media type, where the parts have places and no names.</summary>
    public string? MediaType { get; init; }

    /// <summary>Whether it must be sent though nothing of it need be set.</summary>
    public bool CanBeEmpty => IsRequired && !Fields.Any(one => one.IsRequired);

    public override bool SendsFile => Fields.Any(one => one.IsFile);
}

/// <summary>The file itself is the body.</summary>
internal sealed record BinaryBodyModel(string Parameter, string? ContentType, long? MaxLength, FilePlaces Places, bool IsRequired, string? Description)
    : BodyModel(IsRequired, Description)
{
    public OctetsKind Octets { get; init; }

    public override bool SendsFile => true;
}

/// <summary>A field of a form.</summary>
/// <param name="ContentType">OpenAPI's <c>encoding.contentType</c>: what the part may be.</param>
/// <param name="MaxLength">The most octets a file may have.</param>
/// <param name="Style">How a list or object becomes fields, where the document says so.</param>
internal sealed record FormFieldModel(
    string WireName,
    string Name,
    TypeRef Type,
    bool IsRequired,
    string? Description,
    string? ContentType,
    long? MaxLength,
    FilePlaces Places,
    LimitsModel Limits,
    ParameterStyleModel? Style,
    EquatableArray<PartHeaderModel> Headers)
{
    /// <summary>Whether the field is a file, or several.</summary>
    public bool IsFile => Type is FileType or ListType { Item: FileType };
}

/// <summary>A header of a form's part: a parameter of its own.</summary>
internal sealed record PartHeaderModel(string WireName, string Name, TypeRef Type, bool IsRequired, string? Description);
