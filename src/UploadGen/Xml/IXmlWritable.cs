using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A value that writes itself into an XML element, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IXmlWritable
{
    /// <summary>Writes attributes and content into the element that is open.</summary>
    /// <param name="xml">Where to.</param>
    void WriteXml(XmlOutput xml);
}
