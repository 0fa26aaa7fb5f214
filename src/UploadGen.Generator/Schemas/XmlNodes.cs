using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Reads <c>xml</c> objects: which node of a document a value is, and what that is called. Up to OpenAPI 3.1 what is said beside a reference, in a composition
/// and in what it leads to is about one node, the nearest first. From 3.2 on each schema is a node of its own, unless it is a reference or a list.
/// </summary>
internal sealed class XmlNodes(SchemaBinder schemas, bool hasNodeTypes)
{
    /// <summary>The node of a value.</summary>
    /// <param name="schema">The value's schema.</param>
    /// <param name="type">Its type.</param>
    /// <param name="inferred">The name of the member that it is of; null for a whole body and the items of one.</param>
    /// <param name="isBody">Whether it is a whole body.</param>
    /// <returns>The node; null where it has no name, or there is no such node.</returns>
    public XmlNodeModel? Of(IOpenApiSchema schema, TypeRef type, string? inferred, bool isBody = false)
    {
        var links = schemas.Links(schema).ToList();
        var node = hasNodeTypes ? Own(links, type, inferred) : Joined(links, type, inferred ?? (isBody ? Component(links) : null));
        if (node is null || (node.Name.Length > 0 && !IsName(node.Name)) || !FitsType(node.Kind, type.AsNonNullable()))
        {
            return null;
        }

        if (type.AsNonNullable() is not ListType list)
        {
            return node.Name.Length > 0 || isBody || node.Kind is not (XmlNodeKind.Element or XmlNodeKind.Attribute) ? node : null;
        }

        var wrapper = isBody ? null : node.Kind == XmlNodeKind.Element ? node.Name : inferred;
        return links[links.Count - 1].Schema.Items is { } items && Of(items, list.Item, wrapper) is { Kind: XmlNodeKind.Element } item && IsPlain(list.Item)
            ? node with { Item = item }
            : null;
    }

    /// <summary>Whether a value of a type can be an item of a list or a value of a map.</summary>
    public static bool IsPlain(TypeRef type) => type.IsText || type.AsNonNullable() is NamedType { Kind: NamedKind.Record };

    public static bool IsName(string name)
    {
        try
        {
            return XmlConvert.VerifyNCName(name).Length > 0;
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>All that is said is about one node.</summary>
    private static XmlNodeModel? Joined(List<SchemaLink> links, TypeRef type, string? inferred)
        => Node(links.SelectMany(link => link.Said), type, inferred);

    /// <summary>A reference may be an element of its own, but not around another one: that would be two elements for one value.</summary>
    private static XmlNodeModel? Own(List<SchemaLink> links, TypeRef type, string? inferred)
    {
        var name = links[0].IsReference && links.FirstOrDefault(link => !link.IsReference)?.Component is { } component ? component : inferred;
        var node = Node(links.Where(link => !link.IsReference).SelectMany(link => link.Said), type, name);
        return links.FirstOrDefault(link => link.IsReference && link.Xml?.NodeType is not (null or OpenApiXmlNodeType.None)) is not { } reference ? node
            : node is { Kind: XmlNodeKind.None } ? Node(reference.Said, type, inferred)
            : null;
    }

    private static XmlNodeModel Node(IEnumerable<OpenApiXml> said, TypeRef type, string? inferred)
    {
        var xml = said.ToList();
        var kind = xml.Select(NodeType).FirstOrDefault(one => one is not null) switch
        {
            OpenApiXmlNodeType.Element => XmlNodeKind.Element,
            OpenApiXmlNodeType.Attribute => XmlNodeKind.Attribute,
            OpenApiXmlNodeType.Text => XmlNodeKind.Text,
            OpenApiXmlNodeType.Cdata => XmlNodeKind.Cdata,
            OpenApiXmlNodeType.None => XmlNodeKind.None,
            _ => type.AsNonNullable() is ListType ? XmlNodeKind.None : XmlNodeKind.Element,
        };
        return kind is XmlNodeKind.Element or XmlNodeKind.Attribute
            ? new XmlNodeModel(
                kind,
                xml.Select(one => one.Name).FirstOrDefault(name => name is { Length: > 0 }) ?? inferred ?? "",
                xml.Select(one => one.Namespace?.OriginalString).FirstOrDefault(ns => ns is { Length: > 0 }),
                xml.Select(one => one.Prefix).FirstOrDefault(prefix => prefix is { Length: > 0 }))
            : new XmlNodeModel(kind);
    }

    /// <summary>AutoRest's <c>x-ms-text</c> is how documents say <c>text</c> that are older than <c>nodeType</c>.</summary>
    private static OpenApiXmlNodeType? NodeType(OpenApiXml xml)
        => xml.NodeType ?? (xml.Extensions?.TryGetValue("x-ms-text", out var extension) == true
            && extension is JsonNodeExtension { Node: JsonValue value } && value.GetValueKind() == JsonValueKind.True
                ? OpenApiXmlNodeType.Text
                : null);

    private static bool FitsType(XmlNodeKind kind, TypeRef type) => kind switch
    {
        XmlNodeKind.Element => type.IsText || type is NamedType { Kind: NamedKind.Record } or ListType || (type is MapType map && IsPlain(map.Value)),
        XmlNodeKind.None => type is NamedType { Kind: NamedKind.Record } or ListType,
        _ => type.IsText,
    };

    private static string? Component(IEnumerable<SchemaLink> links) => links.Select(link => link.Component).FirstOrDefault(component => component is not null);
}
