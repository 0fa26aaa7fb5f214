using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>C# expressions that read and write a type as XML.</summary>
internal static class XmlText
{
    /// <summary>Something that can be handed on as an <c>XmlRead</c> delegate, for a value that has a node.</summary>
    public static string Reader(TypeRef type, XmlNodeModel node) => type switch
    {
        NullableType nullable => $"static item => item.{Method("Nillable", nullable.Inner)}({Reader(nullable.Inner, node)})",
        ListType list => $"static list => {List("list.List", list, node.Item!)}",
        MapType map => $"static map => map.Map({ItemReader(map.Value)})",
        NamedType { Kind: NamedKind.Enum } values => $"static text => new {values.Name}(text.Text.Trim())",
        NamedType named => $"{Known.XmlCodec}.ReadModel<{named.Name}>",
        ScalarType scalar => $"{Known.XmlCodec}.Read{scalar.Kind}",
        _ => throw new ArgumentOutOfRangeException(nameof(type), "It has no form in XML."),
    };

    /// <summary>A reader for the elements of a map.</summary>
    public static string ItemReader(TypeRef type) => Reader(type, new XmlNodeModel(XmlNodeKind.Element));

    /// <summary>A call that reads the elements of a list's items.</summary>
    public static string List(string method, ListType list, XmlNodeModel item)
        => $"{method}({CSharpText.Literal(item.Name)}, {Reader(list.Item, item)}{Optional(item.Namespace)})";

    /// <summary>The method that reads a type: those of structs have names of their own.</summary>
    public static string Method(string name, TypeRef type) => type.IsValueType ? name + "Value" : name;

    /// <summary>The argument that writes what is in an element, if that is no text and doesn't write itself.</summary>
    public static string Writer(TypeRef type, XmlNodeModel node) => type.AsNonNullable() switch
    {
        ListType => $", static (list, items) => {Items("list", "items", node.Item!)}",
        MapType => ", static (map, entries) => map.Map(entries)",
        _ => "",
    };

    /// <summary>A call that writes the items of a list.</summary>
    public static string Items(string output, string value, XmlNodeModel item)
        => $"{output}.List({CSharpText.Literal(item.Name)}, {value}{Qualified(item)})";

    /// <summary>The arguments for the root element of an answer, after the reader.</summary>
    public static string Root(XmlNodeModel root)
        => (root.Name.Length == 0 ? "" : $", {CSharpText.Literal(root.Name)}")
            + (root.Namespace is { } ns ? $", {(root.Name.Length == 0 ? "ns: " : "")}{CSharpText.Literal(ns)}" : "");

    /// <summary>The arguments for namespace and prefix.</summary>
    public static string Qualified(XmlNodeModel node)
        => (node.Namespace is { } ns ? $", ns: {CSharpText.Literal(ns)}" : "") + (node.Prefix is { } prefix ? $", prefix: {CSharpText.Literal(prefix)}" : "");

    public static string Optional(string? ns) => ns is null ? "" : $", {CSharpText.Literal(ns)}";
}
