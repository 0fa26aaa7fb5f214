using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>Forms: multipart ones field by field, and the styles of urlencoded ones.</summary>
internal sealed class FormBinder(BindingContext context, SchemaBinder schemas)
{
    public FormBodyModel Bind(IOpenApiRequestBody body, IOpenApiMediaType media, Place place, NameScope parameters)
    {
        var members = media.Schema is { } schema ? schemas.Members(schema, place) : null;
        var fields = (members?.Properties ?? [])
            .Select(member => Field(member, media, members!.Required.ContainsKey(member.JsonName), place, parameters));
        return new FormBodyModel(fields.ToEquatableArray(), body.Required, body.Description);
    }

    /// <summary>Whether a form has a field that is a file.</summary>
    public bool HasFile(IOpenApiMediaType media)
        => media.Schema is { } schema
            && schemas.Members(schema, default).Properties.Any(member => File(member.Schema, Encoding(media, member.JsonName)?.ContentType) is not null);

    /// <summary>The type of a field that is a file or several of them; where both are allowed, several.</summary>
    private TypeRef? File(IOpenApiSchema schema, string? contentType)
    {
        if (schema.IsBinary() || IsOctets(schema, contentType))
        {
            return new FileType();
        }

        if (schema.Items is { } item && (item.IsBinary() || IsOctets(item, contentType)))
        {
            return new ListType(new FileType());
        }

        var alternatives = (schema.AnyOf ?? []).Concat(schema.OneOf ?? []).ToList();
        return alternatives.Any(one => one.Items?.IsBinary() == true) ? new ListType(new FileType())
            : alternatives.Any(one => one.IsBinary()) ? new FileType()
            : null;
    }

    /// <summary>
    /// A part of which the schema says nothing is octets, from 3.1 on (OpenAPI 3.1.1, section 4.8.15); so it is before, if its content type is that of files.
    /// </summary>
    private bool IsOctets(IOpenApiSchema schema, string? contentType)
        => schema.SaysNothing()
            && (contentType is null or "" || contentType.Split(',').All(type => MediaTypes.IsOctets(type)))
            && (context.HasJsonSchema || contentType?.Split(',').All(type => MediaTypes.IsFile(type)) == true);

    /// <summary>How the members of an urlencoded body are written: the style that most of the lists and objects have, and the exceptions.</summary>
    public static UrlEncodingModel UrlEncoding(IOpenApiMediaType media, RecordModel? body)
    {
        var fields = (body?.Properties ?? EquatableArray<PropertyModel>.Empty)
            .Where(property => !property.Type.IsText)
            .Select(property => (Unsaid: Unsaid(property), Said: Said(property, Encoding(media, property.JsonName))))
            .ToList();
        var isMostlyDeep = fields.Count(field => field.Said?.Style == WireStyle.DeepObject) * 2 > fields.Count;
        return isMostlyDeep
            ? new UrlEncodingModel(
                WireStyle.DeepObject,
                fields.Select(field => field.Said ?? field.Unsaid).Where(field => field.Style != WireStyle.DeepObject).ToEquatableArray())
            : new UrlEncodingModel(
                WireStyle.Form,
                fields.Where(field => field.Said != field.Unsaid).Select(field => field.Said).OfType<FieldStyleModel>().ToEquatableArray());
    }

    /// <summary>Lists repeat their name and objects are JSON, unless the document says otherwise (OpenAPI 3.1.1, section 4.8.15).</summary>
    private static FieldStyleModel Unsaid(PropertyModel property)
        => new(property.JsonName, property.Type.AsNonNullable() is ListType ? WireStyle.Form : WireStyle.Json, Explode: true);

    private static FieldStyleModel? Said(PropertyModel property, OpenApiEncoding? encoding)
        => Style(encoding, property.Type) is { Style: { } style } said
            ? new FieldStyleModel(property.JsonName, style, said.Explode ?? style is WireStyle.Form or WireStyle.Json)
            : null;

    private FormFieldModel Field(ObjectMember member, IOpenApiMediaType media, bool isRequired, Place form, NameScope parameters)
    {
        var encoding = Encoding(media, member.JsonName);
        ReportNested(encoding, member, form);
        var schema = Alternatives.Single(member.Schema)?.Schema ?? member.Schema;
        var file = File(schema, encoding?.ContentType);
        var type = file ?? schemas.Bind(member.Schema, member.Place).AsNonNullable().InCSharp;
        if (file is null && !type.IsTextOrTexts && encoding?.ContentType is { Length: > 0 } contentType && !MediaTypes.IsJson(contentType))
        {
            // What isn't written as JSON is the caller's to write.
            type = new ScalarType(Scalar.String);
        }

        var name = parameters.Take(CSharpName.Camel(CSharpName.Pascal(member.JsonName, "field")));
        return new FormFieldModel(
            member.JsonName,
            name,
            type,
            isRequired,
            member.Schema.Description,
            file is null ? One(encoding?.ContentType) : encoding?.ContentType,
            file is FileType ? schema.MaxLength : file is ListType ? schema.Items?.MaxLength : null,
            Places(member, file, form),
            file is null ? schemas.Limits(member.Schema, member.Place, type, member.JsonName) : LimitsModel.None,
            file is null ? Style(encoding, type) : null,
            Headers(encoding, media, name, member.Place, parameters).ToEquatableArray());
    }

    private FilePlaces Places(ObjectMember member, TypeRef? file, Place form)
    {
        var limits = member.Schema.Limits(member.Place);
        var encoding = EncodingPlace(form, member.JsonName);
        var maxLength = (file is ListType ? limits.Items ?? limits : limits).PointerOf("maxLength") + "/maxLength";
        return new(schemas.Places.Fragment(maxLength), schemas.Places.Fragment(encoding + "/contentType"));
    }

    /// <summary>A part that is made of parts itself is the caller's to write.</summary>
    private void ReportNested(OpenApiEncoding? encoding, ObjectMember member, Place form)
    {
        if (encoding is { Encoding.Count: > 0 } or { PrefixEncoding.Count: > 0 } or { ItemEncoding: not null })
        {
            context.Report(SpecProblem.At(
                EncodingPlace(form, member.JsonName),
                SpecProblemKind.NotSupported,
                $"the part '{member.JsonName}' is made of parts itself",
                "A part as a whole"));
        }
    }

    private static string EncodingPlace(Place form, string field)
        => DocumentPointer.Append(form.Pointer.Substring(0, form.Pointer.Length - "/schema".Length) + "/encoding", field);

    /// <summary>
    /// Whether a part's header is written by itself: the content type is said elsewhere (OpenAPI 3.1.1, section 4.8.15.1), and the disposition of a form's
    /// part is what names it.
    /// </summary>
    private bool IsWritten(string header, IOpenApiMediaType media, Place place)
    {
        if (string.Equals(header, "Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isName = string.Equals(header, "Content-Disposition", StringComparison.OrdinalIgnoreCase)
            && media.Extensions?.ContainsKey(PositionalPartsRepair.Extension) != true;
        if (isName)
        {
            context.Report(SpecProblem.At(
                place.Pointer, SpecProblemKind.NotSupported, "'Content-Disposition' has the part's name and its file's, and nothing else", "No parameter"));
        }

        return isName;
    }

    private IEnumerable<PartHeaderModel> Headers(OpenApiEncoding? encoding, IOpenApiMediaType media, string field, Place place, NameScope parameters)
    {
        foreach (var header in encoding?.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            if (!IsWritten(header.Key, media, place) && References.Unresolved(header.Value) is null)
            {
                var type = schemas.Bind(header.Value.Schema, place.Property(header.Key)) is { IsTextOrTexts: true } text ? text : new ScalarType(Scalar.String);
                var name = parameters.Take(field + CSharpName.Pascal(header.Key, "Header"));
                yield return new PartHeaderModel(header.Key, name, type, header.Value.Required, header.Value.Description);
            }
        }
    }

    private static ParameterStyleModel? Style(OpenApiEncoding? encoding, TypeRef type)
        => type.IsText ? null
            : encoding?.ContentType is { } contentType && MediaTypes.IsJson(contentType) && encoding.Style is null ? new ParameterStyleModel(WireStyle.Json)
            : StyleBinder.Bind(encoding, type);

    private static OpenApiEncoding? Encoding(IOpenApiMediaType media, string field)
        => media.Encoding is { } encodings && encodings.TryGetValue(field, out var encoding) ? encoding : null;

    /// <summary>A part has one content type: the first of those allowed that is one.</summary>
    private static string? One(string? contentTypes) => contentTypes?.Split(',').Select(type => type.Trim()).FirstOrDefault(MediaTypes.IsConcrete);
}
