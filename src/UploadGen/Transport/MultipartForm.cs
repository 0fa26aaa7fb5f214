using System.Text;

namespace UploadGen.Core;

/// <summary>
/// A multipart/form-data body (RFC 7578), written as browsers write it: names as UTF-8 in quotes, a quote as <c>%22</c>.
/// No <c>filename*</c>: RFC 7578, section 4.2 forbids it in forms, and no server among those studied wants it.
/// </summary>
internal sealed class MultipartForm
{
    private readonly string _boundary = "UploadGen-" + Guid.NewGuid().ToString("N");
    private readonly List<BodySegment> _segments = [];
    private readonly Dictionary<string, string> _headers = new(StringComparer.Ordinal);

    /// <summary>The fields that are no files.</summary>
    public List<KeyValuePair<string, string>> Fields { get; } = [];

    public string ContentType => "multipart/form-data; boundary=" + _boundary;

    /// <summary>The whole body, the closing boundary included.</summary>
    public IReadOnlyList<BodySegment> Segments => [.. _segments, new BodySegment(Utf8($"--{_boundary}--\r\n"))];

    public void AddField(string name, string value, string? contentType)
    {
        Add(name, "", contentType, new BodySegment(Utf8(value)));
        Fields.Add(new(name, value));
    }

    public void AddFile(string name, UploadContent content, string contentType)
        => Add(name, $"; filename={Quoted(content.FileName)}", contentType, new BodySegment(default, content));

    /// <summary>Gives a header to the parts of this name that are added from now on.</summary>
    public void AddHeader(string part, string name, string value) => _headers[part] = $"{_headers.GetValueOrDefault(part)}{name}: {value}\r\n";

    private void Add(string name, string fileName, string? contentType, BodySegment value)
    {
        if (contentType is not null && !HttpSyntax.IsFieldValue(contentType))
        {
            throw new ArgumentException($"The part's content type holds {HttpSyntax.CannotBeSent}.", nameof(contentType));
        }

        var type = contentType is null ? "" : $"Content-Type: {contentType}\r\n";
        var disposition = $"Content-Disposition: form-data; name={Quoted(name)}{fileName}\r\n";
        _segments.Add(new BodySegment(Utf8($"--{_boundary}\r\n{disposition}{type}{_headers.GetValueOrDefault(name)}\r\n")));
        _segments.Add(value);
        _segments.Add(new BodySegment("\r\n"u8.ToArray()));
    }

    private static string Quoted(string name)
    {
        if (name.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new ArgumentException(
                "The name of a part or its file holds a line break or a NUL, which can't be sent in a form. Give the content another fileName.", nameof(name));
        }

        return $"\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"";
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
