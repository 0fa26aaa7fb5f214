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
        ListType { Item: NamedType named } => $"{Known.JsonCodec}.ReadModels<{named.Name}>(ref {reader})",
        ListType list => $"{Known.JsonCodec}.ReadList{TypeArgument(list.Item)}(ref {reader}, {Reader(list.Item)})",
        MapType map => $"{Known.JsonCodec}.ReadMap{TypeArgument(map.Value)}(ref {reader}, {Reader(map.Value)})",
        _ => $"{Reader(type)}(ref {reader})",
    };

    /// <summary>Something that can be handed on as a <c>JsonRead</c> delegate.</summary>
    public static string Reader(TypeRef type) => type switch
    {
        NamedType named => $"{Known.JsonCodec}.ReadModel<{named.Name}>",
        ScalarType scalar => $"{Known.JsonCodec}.Read{scalar.Kind}{(scalar.ReadsText ? "OrText" : "")}",
        ListType { Item: NamedType named } => $"{Known.JsonCodec}.ReadModels<{named.Name}>",
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

    /// <summary>The statement that writes a member, null as null.</summary>
    public static string WriteMember(TypeRef type, string jsonName, string value) => WriteMember("Write", type.AsNonNullable(), jsonName, value);

    /// <summary>The statement that writes a member unless it is null.</summary>
    public static string WriteOptionalMember(TypeRef type, string jsonName, string value)
        => WriteMember("WriteOptional", type.AsNonNullable(), jsonName, value);

    /// <summary>A call of a method that has one overload only: to choose among the writer's own costs the compiler more than all else in a statement.</summary>
    private static string WriteMember(string verb, TypeRef type, string jsonName, string value)
    {
        var (method, writer) = type switch
        {
            NamedType { IsValueType: true } named => ($"Value<{named.Name}>", ""),
            NamedType named => ($"Model<{named.Name}>", ""),
            ScalarType { ReadsText: true, Kind: Scalar.Single or Scalar.Double } scalar => ($"{scalar.Kind}OrText", ""),
            ScalarType scalar => (scalar.Kind.ToString(), ""),
            ListType { Item: NamedType named } => ($"Models<{named.Name}>", ""),
            ListType list => ($"List<{TypeText.Write(list.Item)}>", $", {Writer(list.Item)}"),
            MapType map => ($"Map<{TypeText.Write(map.Value)}>", $", {Writer(map.Value)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        return $"{Known.JsonMember}.{verb}{method}(writer, {CSharpText.Utf8Literal(jsonName)}, {value}{writer});";
    }

    /// <summary>Spelled out where the argument is a lambda: to infer it, the compiler would bind lambdas inside lambdas twice at every level.</summary>
    private static string TypeArgument(TypeRef type) => type is ListType or MapType or NullableType ? $"<{TypeText.Write(type)}>" : "";
}
