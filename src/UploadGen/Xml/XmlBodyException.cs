namespace UploadGen.Core;

/// <summary>A body isn't the XML it should be, at an XPath.</summary>
internal sealed class XmlBodyException(string path, string message, Exception? cause = null) : FormatException(message, cause)
{
    public string Path { get; } = path;
}
