using System.Text;
using System.Xml;

namespace UploadGen.Core;

/// <summary>Whole XML bodies: from and to bytes.</summary>
internal static class XmlBody
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // Who reads takes line breaks for LF, and each carriage return that isn't written as a reference for one.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static ReadOnlyMemory<byte> Write<T>(string name, T value, XmlWrite<T>? write, string? ns, string? prefix)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new XmlOutput(writer).Element(name, value, write, ns, prefix);
        }

        return stream.ToArray();
    }

    /// <summary>The texts of a document by the names of their elements and attributes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(ReadOnlyMemory<byte> body)
        => XmlTree.Read(body).DescendantsAndSelf().SelectMany(static element => element.Attributes()
            .Select(static attribute => KeyValuePair.Create(attribute.Name.LocalName, attribute.Value))
            .Concat(element.HasElements ? [] : [KeyValuePair.Create(element.Name.LocalName, element.Value)]));
}
