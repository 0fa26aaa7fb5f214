using System.Text;
using System.Text.Json;
using System.Xml;

namespace UploadGen.Core;

/// <summary>Judges the body of an answer of success: a store says nothing there, or what it has stored. Other servers tell of an error, or show a page.</summary>
internal static class StoredBody
{
    private static readonly string[] Pages = ["<!doctype html", "<html"];

    /// <summary>What speaks against the file being stored, or null.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="body">Its whole body.</param>
    public static string? Doubt(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var start = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 256)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.Length == 0 ? null
            : Array.Exists(Pages, page => start.StartsWith(page, StringComparison.OrdinalIgnoreCase)) ? "with a web page"
            : start[0] == '{' && HasError(body) ? "with an error in its body"
            : StoredAnswer.IsXml(response) && !HasRoot(body) ? "with XML that breaks off"
            : null;
    }

    /// <summary>Whether an object has a member for errors that tells of one: it is most often there, and empty.</summary>
    private static bool HasError(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.EnumerateObject().Any(static member => member.Name.ToUpperInvariant() is "ERROR" or "ERRORS" && Tells(member.Value));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Tells(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.String => value.GetString() is { Length: > 0 },
        JsonValueKind.True => true,
        _ => false,
    };

    private static bool HasRoot(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(body.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
