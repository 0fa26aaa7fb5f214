using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    public static string Write(TypeRef type) => type switch
    {
        NullableType nullable => Write(nullable.Inner) + "?",
        ListType list => $"{Known.List}<{Write(list.Item)}>",
        MapType map => $"{Known.Dictionary}<string, {Write(map.Value)}>",
        NamedType named => named.Name,
        FileType => Known.UploadContent,
        StreamType stream => $"{Known.AsyncEnumerable}<{Write(stream.Item)}>",
        ScalarType scalar => Keyword(scalar.Kind) ?? $"global::{Namespace(scalar.Kind)}.{Name(scalar.Kind)}",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type without namespaces, for people.</summary>
    public static string Short(TypeRef type) => type switch
    {
        NullableType nullable => Short(nullable.Inner) + "?",
        ListType list => $"IReadOnlyList<{Short(list.Item)}>",
        MapType map => $"IReadOnlyDictionary<string, {Short(map.Value)}>",
        StreamType stream => $"IAsyncEnumerable<{Short(stream.Item)}>",
        ScalarType scalar => Keyword(scalar.Kind) ?? Name(scalar.Kind),
        _ => Write(type),
    };

    /// <summary>What a method returns: a file comes in as a stream.</summary>
    public static string OfResult(TypeRef type) => type.AsNonNullable() is FileType ? Known.Stream + (type is NullableType ? "?" : "") : Write(type);

    /// <summary>C#'s own word for a type, if it has one.</summary>
    private static string? Keyword(Scalar kind) => kind switch
    {
        Scalar.String => "string",
        Scalar.Boolean => "bool",
        Scalar.Int32 => "int",
        Scalar.Int64 => "long",
        Scalar.UInt64 => "ulong",
        Scalar.Single => "float",
        Scalar.Double => "double",
        Scalar.Decimal => "decimal",
        Scalar.Bytes => "byte[]",
        _ => null,
    };

    private static string Name(Scalar kind) => kind == Scalar.Element ? "JsonElement" : kind.ToString();

    private static string Namespace(Scalar kind) => kind switch
    {
        Scalar.Element => "System.Text.Json",
        Scalar.BigInteger => "System.Numerics",
        _ => "System",
    };
}
