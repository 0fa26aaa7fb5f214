using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>How a value stands in an XML document.</summary>
/// <param name="Name">What the node is called; empty where it has no name of its own, or may have any.</param>
/// <param name="Namespace">The namespace that the document states.</param>
/// <param name="Prefix">The prefix that the document states.</param>
/// <param name="Item">How the items of a list stand in it, or, without a node of its own, in its place.</param>
internal sealed record XmlNodeModel(XmlNodeKind Kind, string Name = "", string? Namespace = null, string? Prefix = null, XmlNodeModel? Item = null);

/// <summary>OpenAPI 3.2's <c>nodeType</c>.</summary>
internal enum XmlNodeKind
{
    Element,
    Attribute,
    Text,
    Cdata,

    /// <summary>No node: what the value is made of stands where the value would.</summary>
    None,
}

/// <summary>How an object's members stand in its element.</summary>
/// <param name="Members">The nodes of the members.</param>
/// <param name="IsRead">Whether some answer is read as XML that has such an object.</param>
/// <param name="IsWritten">Whether some request is written as XML that has such an object.</param>
internal sealed record RecordXmlModel(EquatableArray<XmlMemberModel> Members, bool IsRead, bool IsWritten)
{
    public XmlNodeModel Node(PropertyModel property) => Members.First(member => member.JsonName == property.JsonName).Node;
}

/// <summary>The node of a member.</summary>
internal sealed record XmlMemberModel(string JsonName, XmlNodeModel Node);
