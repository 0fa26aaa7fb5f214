using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Which values have a form in XML that the document leaves no doubt of. A union, any JSON, lists in lists, or two members that can't be told apart have none;
/// then the whole body is a text.
/// </summary>
internal sealed class XmlForms(SchemaBinder schemas, bool hasNodeTypes)
{
    private readonly XmlNodes _nodes = new(schemas, hasNodeTypes);
    private readonly Dictionary<string, EquatableArray<XmlMemberModel>?> _records = new(StringComparer.Ordinal);

    /// <summary>The root element of a body; null where it has no form. All types must be declared.</summary>
    /// <param name="schema">The body's schema.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isSent">Whether it is written, so that the element must have a name.</param>
    public XmlNodeModel? Root(IOpenApiSchema schema, TypeRef type, bool isSent)
    {
        if (_nodes.Of(schema, type, null, isBody: true) is not { Kind: XmlNodeKind.Element } root || (isSent && root.Name.Length == 0))
        {
            return null;
        }

        // A string without a word on XML is a whole document.
        var saysText = type.IsText && !schemas.Links(schema).SelectMany(link => link.Said).Any(xml => xml.Name is { Length: > 0 });
        return !saysText && SentTypes.Of([type], schemas.Declared).All(HasForm) ? root : null;
    }

    /// <summary>The types with how they are read and written as XML by some operation.</summary>
    public IEnumerable<TypeModel> AddTo(IReadOnlyCollection<TypeModel> types, IReadOnlyList<OperationModel> operations)
    {
        var byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var read = operations.SelectMany(operation => operation.Responses).Where(response => response.Xml is not null).Select(response => response.Type!);
        var written = operations.Select(operation => operation.Body).OfType<JsonBodyModel>().Where(body => body.Xml is not null).Select(body => body.Type);
        var isRead = SentTypes.Of(read, byName);
        var isWritten = SentTypes.Of(written, byName);
        return types.Select(type => type switch
        {
            RecordModel record when isRead.Contains(type.Name) || isWritten.Contains(type.Name)
                => record with { Xml = new RecordXmlModel(Members(type.Name)!.Value, isRead.Contains(type.Name), isWritten.Contains(type.Name)) },
            EnumModel { Kind: not Scalar.String } values when isRead.Contains(type.Name) => values with { ReadsXml = true },
            _ => type,
        });
    }

    private bool HasForm(string type) => schemas.Declared.TryGetValue(type, out var declared) && declared switch
    {
        EnumModel => true,
        RecordModel => Members(type) is not null,
        _ => false,
    };

    private EquatableArray<XmlMemberModel>? Members(string record)
    {
        if (!_records.TryGetValue(record, out var members))
        {
            // What an object without an element is made of may lead back here: it would never end.
            _records[record] = null;
            _records[record] = members = Find((RecordModel)schemas.Declared[record]);
        }

        return members;
    }

    private EquatableArray<XmlMemberModel>? Find(RecordModel record)
    {
        if (schemas.IsRelated(record.Name) || schemas.MembersOf(record.Name) is not { } written
            || (record.AdditionalProperties is { } more && !XmlNodes.IsPlain(more.Value)))
        {
            return null;
        }

        var members = new List<XmlMemberModel>();
        foreach (var property in record.Properties)
        {
            var schema = written.Properties.First(member => member.JsonName == property.JsonName).Schema;
            if (schema.IsBroken() || _nodes.Of(schema, property.Type, property.JsonName) is not { } node || !HasPlace(node, property))
            {
                return null;
            }

            members.Add(new XmlMemberModel(property.JsonName, node));
        }

        return Nodes(record, members) is { } nodes && AreDistinct(nodes) ? members.ToEquatableArray() : null;
    }

    /// <summary>
    /// What stands in a record's element: its own nodes, and those of objects that have no element. Null where a map would take these for its entries,
    /// or attributes of theirs would come after an element.
    /// </summary>
    private List<XmlNodeModel>? Nodes(RecordModel record, List<XmlMemberModel> members)
    {
        var nodes = new List<XmlNodeModel>();
        foreach (var (member, property) in members.Zip(record.Properties, (member, property) => (member, property)))
        {
            if (member.Node is not { Kind: XmlNodeKind.None, Item: null })
            {
                nodes.Add(member.Node);
                continue;
            }

            var inner = (RecordModel)schemas.Declared[((NamedType)property.Type).Name];
            if (Members(inner.Name) is not { } own || Nodes(inner, own.ToList()) is not { } more
                || (members.Count > 1 && (inner.AdditionalProperties is not null || more.Exists(node => node.Kind == XmlNodeKind.Attribute)))
                || record.AdditionalProperties is not null)
            {
                return null;
            }

            nodes.AddRange(more);
        }

        return nodes;
    }

    /// <summary>What an object without an element is made of can't say that the object isn't there.</summary>
    private static bool HasPlace(XmlNodeModel node, PropertyModel property)
        => node is not { Kind: XmlNodeKind.None, Item: null } || property is { IsRequired: true, IsReadOnly: false, Type: not NullableType };

    /// <summary>Whether each node can be told from the others.</summary>
    private static bool AreDistinct(List<XmlNodeModel> nodes)
        => nodes.Select(node => node.Kind == XmlNodeKind.None ? node.Item ?? node : node).GroupBy(Key).All(group => group.Count() == 1);

    /// <summary>Namespaces don't count, as nodes without one are of any.</summary>
    private static (XmlNodeKind Kind, string Name) Key(XmlNodeModel node) => (node.Kind == XmlNodeKind.Cdata ? XmlNodeKind.Text : node.Kind, node.Name);
}
