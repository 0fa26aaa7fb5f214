using System.Text;

namespace UploadGen.Core;

/// <summary>
/// A multipart body; by itself multipart/form-data (RFC 7578), written as browsers write it: names as UTF-8 in quotes, a quote as <c>%22</c>.
/// No <c>filename*</c>: RFC 7578, section 4.2 forbids it in forms, and no server among those studied wants it.
/// </summary>
internal sealed class MultipartForm
{
    public const string FormData = "multipart/form-data";

    private readonly string _boundary = "UploadGen-" + Guid.NewGuid().ToString("N");
    private readonly List<BodySegment> _segments = [];
    private readonly Dictionary<string, string> _headers = new(StringComparer.Ordinal);

    /// <summary>The fields that are no files.</summary>
    public List<KeyValuePair<string, string>> Fields { get; } = [];

    /// <summary>Its media type. The parts of another one than a form's have no names (RFC 2046, section 5.1).</summary>
    public string MediaType { get; set; } = FormData;

    public string ContentType => $"{MediaType}; boundary={_boundary}";

    /// <summary>The whole body, the closing boundary included.</summary>
    public IReadOnlyList<BodySegment> Segments => [.. _segments, new BodySegment(Utf8($"--{_boundary}--\r\n"))];

    public void AddField(string name, string value, string? contentType)
    {
        // RFC 2046, section 5.2: without a type, a part is text in ASCII.
        Add(name, "", contentType ?? (HasNames ? null : "text/plain; charset=utf-8"), new BodySegment(Utf8(value)));
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
        var disposition = Disposition(name, fileName);
        _segments.Add(new BodySegment(Utf8($"--{_boundary}\r\n{disposition}{type}{_headers.GetValueOrDefault(name)}\r\n")));
        _segments.Add(value);
        _segments.Add(new BodySegment("\r\n"u8.ToArray()));
    }

    private bool HasNames => MediaType == FormData;

    /// <summary>What a part is called; the file's name, where parts have none and their headers don't say it otherwise.</summary>
    private string Disposition(string name, string fileName)
        => HasNames ? $"Content-Disposition: form-data; name={Quoted(name)}{fileName}\r\n"
            : fileName.Length == 0 || _headers.GetValueOrDefault(name)?.Contains("Content-Disposition:", StringComparison.OrdinalIgnoreCase) == true ? ""
            : $"Content-Disposition: attachment{fileName}\r\n";

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
