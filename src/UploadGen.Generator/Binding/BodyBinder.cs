using Microsoft.OpenApi;
using UploadGen.Generator.Model;
using UploadGen.Generator.Reading;

namespace UploadGen.Generator.Binding;

/// <summary>Request bodies: JSON, a form with files, or the file itself.</summary>
internal sealed class BodyBinder(SchemaBinder schemas)
{
    public BodyModel? Bind(IOpenApiRequestBody body, Place place, NameScope parameters)
    {
        var content = body.Content ?? new Dictionary<string, IOpenApiMediaType>();
        foreach (var candidate in content.Where(entry => MediaTypes.IsJson(entry.Key)))
        {
            return Json(body, candidate.Value, Inside(place, candidate.Key), parameters);
        }

        foreach (var candidate in content.Where(entry => MediaTypes.IsMultipart(entry.Key)))
        {
            return Form(body, candidate.Value, Inside(place, candidate.Key), parameters);
        }

        foreach (var candidate in content)
        {
            return new BinaryBodyModel(parameters.Take("content"), candidate.Key, candidate.Value.Schema?.MaxLength, body.Required, body.Description);
        }

        return null;
    }

    private static Place Inside(Place place, string mediaType) => new(Pointer.Append(place.Pointer + "/content", mediaType) + "/schema", place.Name + "Body");

    private JsonBodyModel Json(IOpenApiRequestBody body, IOpenApiMediaType media, Place place, NameScope parameters)
    {
        var type = schemas.Bind(media.Schema, place);
        schemas.DeclarePending();
        var canBeEmpty = type is NamedType { Kind: NamedKind.Record } named
            && schemas.Declared.TryGetValue(named.Name, out var declared)
            && declared is RecordModel record
            && !record.Properties.Any(property => property.IsRequired);
        return new JsonBodyModel(
            parameters.Take("body"), type, body.Required && !canBeEmpty, SendsEmptyObject: body.Required && canBeEmpty, body.Description ?? media.Schema?.Description);
    }

    private FormBodyModel Form(IOpenApiRequestBody body, IOpenApiMediaType media, Place place, NameScope parameters)
    {
        var members = media.Schema is { } schema ? schemas.Members(schema, place) : null;
        var fields = (members?.Properties ?? []).Select(member => Field(member, media, members!.Required.Contains(member.JsonName), parameters));
        return new FormBodyModel(fields.ToEquatableArray(), body.Required, body.Description);
    }

    private FormFieldModel Field(ObjectMember member, IOpenApiMediaType media, bool isRequired, NameScope parameters)
    {
        var schema = Alternatives.Single(member.Schema)?.Schema ?? member.Schema;
        OpenApiEncoding? encoding = null;
        media.Encoding?.TryGetValue(member.JsonName, out encoding);
        var isFile = schema.IsBinary();
        return new FormFieldModel(
            member.JsonName,
            parameters.Take(CSharpName.Camel(CSharpName.Pascal(member.JsonName, "field"))),
            isFile ? new FileType() : schemas.Bind(member.Schema, member.Place).AsNonNullable(),
            isRequired,
            member.Schema.Description,
            encoding?.ContentType,
            isFile ? schema.MaxLength : null,
            schema.Limits());
    }
}
