using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace UploadGen.Core;

/// <summary>
/// A document as a tree of elements, read without what XML can do beyond that: no document type, no entities of its own, nothing from elsewhere.
/// </summary>
internal static class XmlTree
{
    /// <summary>The deepest that elements may be nested, as in JSON.</summary>
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlBodyException">It isn't such a document.</exception>
    public static XElement Read(ReadOnlyMemory<byte> bytes)
    {
        using var stream = Stream(bytes);
        using var reader = XmlReader.Create(stream, Settings);
        return Read(reader);
    }

    /// <summary>Reads a document in an encoding, whatever it says of that itself.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte})"/>
    public static XElement Read(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        using var stream = Stream(bytes);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
        try
        {
            using var reader = XmlReader.Create(text, Settings);
            return Read(reader);
        }
        catch (DecoderFallbackException)
        {
            throw new XmlBodyException("/", "The bytes aren't text in the encoding that its header or its declaration states.");
        }
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static XElement Read(XmlReader reader)
    {
        XElement? root = null;
        XElement? open = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var element = Start(reader, open);
                        root ??= element;
                        open = reader.IsEmptyElement ? open : element;
                        break;
                    case XmlNodeType.EndElement:
                        open = open!.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                        open?.Add(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException cause)
        {
            throw NotWellFormed(open, cause);
        }

        // A reader that comes to the end has seen an element.
        return root!;
    }

    private static XElement Start(XmlReader reader, XElement? open)
    {
        if (reader.Depth >= MaxDepth)
        {
            throw new XmlBodyException(Path(open), $"Elements are nested more than {MaxDepth} deep.");
        }

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == XNamespace.Xmlns.NamespaceName)
            {
                continue;
            }

            element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
        }

        reader.MoveToElement();
        open?.Add(element);
        return element;
    }

    /// <summary>The reader's own words may quote the body.</summary>
    private static XmlBodyException NotWellFormed(XElement? open, XmlException cause)
    {
        var told = FormattableString.Invariant(
            $"It isn't well-formed XML without a document type (line {cause.LineNumber}, column {cause.LinePosition}).");
        return new XmlBodyException(Path(open), told);
    }

    private static string Path(XElement? open) => open is null ? "/" : XmlNames.Path(open);
}
