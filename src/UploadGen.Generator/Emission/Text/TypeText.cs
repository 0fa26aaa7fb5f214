using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    public static string Of(TypeRef type) => type switch
    {
        NullableType nullable => Of(nullable.Inner) + "?",
        ListType list => $"{Known.List}<{Of(list.Item)}>",
        MapType map => $"{Known.Dictionary}<string, {Of(map.Value)}>",
        NamedType named => named.Name,
        FileType => Known.UploadContent,
        ScalarType scalar => OfScalar(scalar.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a method returns: a file comes in as a stream.</summary>
    public static string OfResult(TypeRef type) => type.AsNonNullable() is FileType ? Known.Stream + (type is NullableType ? "?" : "") : Of(type);

    private static string OfScalar(Scalar kind) => kind switch
    {
        Scalar.String => "string",
        Scalar.Boolean => "bool",
        Scalar.Int32 => "int",
        Scalar.Int64 => "long",
        Scalar.Single => "float",
        Scalar.Double => "double",
        Scalar.Decimal => "decimal",
        Scalar.Guid => "global::System.Guid",
        Scalar.DateTimeOffset => "global::System.DateTimeOffset",
        Scalar.DateOnly => "global::System.DateOnly",
        Scalar.Uri => "global::System.Uri",
        Scalar.Bytes => "byte[]",
        _ => Known.JsonElement,
    };
}
