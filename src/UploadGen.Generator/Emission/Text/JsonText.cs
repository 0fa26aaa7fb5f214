using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>C# expressions that read and write a type as JSON.</summary>
internal static class JsonText
{
    /// <summary>A call that reads a value from <c>reader</c>, which stands on the value's first token.</summary>
    public static string ReadCall(TypeRef type, string reader = "reader") => type switch
    {
        NullableType { IsValueType: true } value => $"{Known.JsonCodec}.ReadNullable(ref {reader}, {Reader(value.Inner)})",
        NullableType reference => $"{Known.JsonCodec}.ReadNullableReference(ref {reader}, {Reader(reference.Inner)})",
        ListType list => $"{Known.JsonCodec}.ReadList{TypeArgument(list.Item)}(ref {reader}, {Reader(list.Item)})",
        MapType map => $"{Known.JsonCodec}.ReadMap{TypeArgument(map.Value)}(ref {reader}, {Reader(map.Value)})",
        _ => $"{Reader(type)}(ref {reader})",
    };

    /// <summary>Something that can be handed on as a <c>JsonRead</c> delegate.</summary>
    public static string Reader(TypeRef type) => type switch
    {
        NamedType named => $"{Known.JsonCodec}.ReadModel<{named.Name}>",
        ScalarType scalar => $"{Known.JsonCodec}.Read{scalar.Kind}{(scalar.ReadsText ? "OrText" : "")}",
        FileType or StreamType => throw new ArgumentOutOfRangeException(nameof(type), "A file or a stream is no JSON value."),
        _ => $"static (ref {Known.Utf8JsonReader} reader) => {ReadCall(type)}",
    };

    /// <summary>A statement that writes a value that isn't null.</summary>
    public static string WriteCall(TypeRef type, string value) => type switch
    {
        NullableType { IsValueType: true } nullable => $"{Known.JsonCodec}.WriteNullable(writer, {value}, {Writer(nullable.Inner)})",
        NullableType reference => $"{Known.JsonCodec}.WriteNullableReference(writer, {value}, {Writer(reference.Inner)})",
        ListType list => $"{Known.JsonCodec}.WriteList{TypeArgument(list.Item)}(writer, {value}, {Writer(list.Item)})",
        MapType map => $"{Known.JsonCodec}.WriteMap{TypeArgument(map.Value)}(writer, {value}, {Writer(map.Value)})",
        _ => $"{Writer(type)}(writer, {value})",
    };

    /// <summary>Something that can be handed on as a <c>JsonWrite</c> delegate.</summary>
    public static string Writer(TypeRef type) => type switch
    {
        NamedType named => $"{Known.JsonCodec}.WriteModel<{named.Name}>",
        ScalarType { ReadsText: true, Kind: Scalar.Single or Scalar.Double } scalar => $"{Known.JsonCodec}.Write{scalar.Kind}OrText",
        ScalarType scalar => $"{Known.JsonCodec}.Write{scalar.Kind}",
        FileType or StreamType => throw new ArgumentOutOfRangeException(nameof(type), "A file or a stream is no JSON value."),
        _ => $"static (writer, value) => {WriteCall(type, "value")}",
    };

    /// <summary>The statement that writes a member: straight to the writer where it has a method for it.</summary>
    public static string WriteMember(TypeRef type, string jsonName, string value) => type switch
    {
        ScalarType { Kind: Scalar.String or Scalar.Guid or Scalar.DateTimeOffset } => $"writer.WriteString({CSharpText.Utf8Literal(jsonName)}, {value});",
        ScalarType { Kind: Scalar.Int32 or Scalar.Int64 or Scalar.UInt64 or Scalar.Decimal }
            => $"writer.WriteNumber({CSharpText.Utf8Literal(jsonName)}, {value});",
        ScalarType { Kind: Scalar.Boolean } => $"writer.WriteBoolean({CSharpText.Utf8Literal(jsonName)}, {value});",
        _ => $"writer.WritePropertyName({CSharpText.Utf8Literal(jsonName)});\n{WriteCall(type, value)};",
    };

    /// <summary>Spelled out where the argument is a lambda: to infer it, the compiler would bind lambdas inside lambdas twice at every level.</summary>
    private static string TypeArgument(TypeRef type) => type is ListType or MapType or NullableType ? $"<{TypeText.Write(type)}>" : "";
}
