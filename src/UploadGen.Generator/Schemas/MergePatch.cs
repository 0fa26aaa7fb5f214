using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// JSON merge patches (RFC 7396): in the objects of such a body, a member that is null is removed, whatever the schema says of its value, and one that isn't
/// there stays as it is.
/// </summary>
internal static class MergePatch
{
    private const string MediaType = "application/merge-patch+json";

    /// <summary>The types that patches are made of.</summary>
    public static ISet<string> Find(IEnumerable<OperationModel> operations, IReadOnlyDictionary<string, TypeModel> types)
        => SentTypes.Of(operations.Select(operation => operation.Body).OfType<JsonBodyModel>().Where(IsPatch).Select(body => body.Type), types);

    /// <summary>The record with null for what may be removed.</summary>
    public static RecordModel Open(RecordModel record)
        => record with
        {
            Properties = record.Properties
                .Select(property => property with { Type = property.IsRequired ? Open(property.Type) : Removable(Open(property.Type)) })
                .ToEquatableArray(),
            AdditionalProperties = record.AdditionalProperties is { } more ? more with { Value = Removable(Open(more.Value)) } : null,
        };

    private static bool IsPatch(JsonBodyModel body) => body.ContentType?.Split(';')[0].Trim().ToLowerInvariant() == MediaType;

    private static TypeRef Open(TypeRef type) => type switch
    {
        MapType map => new MapType(Removable(Open(map.Value))),
        NullableType { Inner: MapType } nullable => new NullableType(Open(nullable.Inner)),
        _ => type,
    };

    /// <summary>Any JSON can be null already.</summary>
    private static TypeRef Removable(TypeRef type) => type is ScalarType { Kind: Scalar.Element } ? type : type.AsNullable();
}
