using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A type that reads itself from an XML element, without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IXmlReadable<TSelf> where TSelf : IXmlReadable<TSelf>
{
    /// <summary>Reads a value from an element's attributes and content, whatever the element is called.</summary>
    /// <param name="xml">The element.</param>
    /// <exception cref="FormatException">The element isn't such a value.</exception>
    static abstract TSelf ReadXml(XmlInput xml);
}
