using System.Globalization;
using System.Text;
using System.Xml;

namespace UploadGen.Core;

/// <summary>The list of a blob's blocks, as Azure writes and reads it.</summary>
internal static class BlockList
{
    /// <summary>The body of Put Block List: of each block the one that was put last, be it part of the blob already.</summary>
    public static byte[] Write(IEnumerable<string> ids)
    {
        var list = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><BlockList>""");
        foreach (var id in ids)
        {
            list.Append("<Latest>").Append(id).Append("</Latest>");
        }

        return Encoding.UTF8.GetBytes(list.Append("</BlockList>").ToString());
    }

    /// <summary>The lengths of blocks by their ids, of an answer to Get Block List. What can't be read is no block.</summary>
    public static Dictionary<string, long> Read(ReadOnlyMemory<byte> body)
    {
        var blocks = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            using var xml = XmlReader.Create(
                new MemoryStream(body.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var name = "";
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Name" })
                {
                    name = xml.ReadString();
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Size" }
                    && long.TryParse(xml.ReadString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                {
                    blocks[name] = length;
                }
            }
        }
        catch (XmlException)
        {
            // The blocks that were read until here are there.
        }

        return blocks;
    }
}
