using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>How a record is read from an XML element and written into one: a line for each member.</summary>
internal static class RecordXmlEmitter
{
    /// <summary>The interfaces that say so.</summary>
    public static string Interfaces(RecordModel record)
        => (record.Xml is { IsRead: true } ? $", {Known.XmlReadable}<{record.Name}>" : "")
            + (record.Xml is { IsWritten: true } ? $", {Known.XmlWritable}" : "");

    public static void Emit(SourceWriter writer, RecordModel record)
    {
        if (record.Xml is not { } xml)
        {
            return;
        }

        var members = record.Properties.Where(property => !property.IsHeader).Select(property => new Member(record, property, xml.Node(property))).ToList();
        if (xml.IsWritten)
        {
            writer.Line();
            Write(writer, record, members);
        }

        if (xml.IsRead)
        {
            writer.Line();
            Read(writer, record, members);
        }
    }

    private static void Write(SourceWriter writer, RecordModel record, IReadOnlyList<Member> members)
    {
        writer.Open($"void {Known.XmlWritable}.WriteXml({Known.XmlOutput} xml)");
        // Attributes come before what is in the element.
        foreach (var member in members.OrderBy(member => member.Node.Kind != XmlNodeKind.Attribute))
        {
            writer.Line(member.Write() + ";");
        }

        if (record.AdditionalProperties is { } more)
        {
            writer.Line($"xml.Map({more.Name});");
        }

        writer.Close();
    }

    private static void Read(SourceWriter writer, RecordModel record, IReadOnlyList<Member> members)
    {
        writer.Line($"static {record.Name} {Known.XmlReadable}<{record.Name}>.ReadXml({Known.XmlInput} xml) => new {record.Name}");
        writer.Open();
        foreach (var member in members)
        {
            writer.Line($"{member.Target} = {member.Read()},");
        }

        if (record.AdditionalProperties is { } more)
        {
            var known = string.Concat(members.Select(member => member.ElementName).OfType<string>().Select(name => ", " + CSharpText.Literal(name)));
            writer.Line($"{more.Name} = xml.Map({XmlText.ItemReader(more.Value)}{known}),");
        }

        writer.Close(";");
    }

    /// <summary>A member and its node.</summary>
    private sealed record Member(RecordModel Record, PropertyModel Property, XmlNodeModel Node)
    {
        private bool TracksPresence => RecordEmitter.TracksPresence(Record, Property);

        private TypeRef Type => Property.Type.AsNonNullable();

        public string Target => TracksPresence ? Property.FieldName : Property.Name;

        /// <summary>The elements in the record's that are the member's.</summary>
        public string? ElementName => Node switch
        {
            { Kind: XmlNodeKind.Element } => Node.Name,
            { Kind: XmlNodeKind.None, Item: { } item } => item.Name,
            _ => null,
        };

        private string Name => CSharpText.Literal(Node.Name);

        public string Write() => Node.Kind switch
        {
            XmlNodeKind.Attribute => $"xml.Attribute({Name}, {Property.Name}{XmlText.Qualified(Node)})",
            XmlNodeKind.Text or XmlNodeKind.Cdata => $"xml.{Node.Kind}({Property.Name})",
            XmlNodeKind.None => Node.Item is { } item ? XmlText.Items("xml", Property.Name, item) : $"(({Known.XmlWritable}){Property.Name}).WriteXml(xml)",
            _ => $"xml.{Writer()}({Name}, {Target}{XmlText.Writer(Type, Node)}{XmlText.Qualified(Node)})",
        };

        public string Read() => Node switch
        {
            { Kind: XmlNodeKind.None, Item: null } => XmlText.Reader(Type, Node) + "(xml)",
            { Kind: XmlNodeKind.None, Item: { } item } => Items(item),
            { Kind: XmlNodeKind.Element } => $"xml.Element({Name}{XmlText.Optional(Node.Namespace)}).{Reader()}",
            { Kind: XmlNodeKind.Attribute } => $"xml.Attribute({Name}{XmlText.Optional(Node.Namespace)}).{Reader()}",
            _ => $"xml.Content.{Reader()}",
        };

        private string Writer() => TracksPresence ? "Sent" : Property is { IsRequired: true, Type: NullableType } ? "Nillable" : "Element";

        private string Reader()
        {
            var method = TracksPresence ? XmlText.Method("Sent", Type)
                : !Property.IsRequired ? XmlText.Method("Optional", Type)
                : Property.Type is NullableType ? XmlText.Method("Nillable", Type)
                : "Required";
            return $"{method}({XmlText.Reader(Type, Node)})";
        }

        private string Items(XmlNodeModel item)
        {
            var call = XmlText.List(Property.IsRequired ? "xml.List" : "xml.OptionalList", (ListType)Type, item);
            return TracksPresence ? $"{call} is {{ }} {Property.LocalName} ? new({Property.LocalName}) : default" : call;
        }
    }
}
