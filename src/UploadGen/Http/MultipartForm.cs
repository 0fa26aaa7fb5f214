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

    public string ContentType => "multipart/form-data; boundary=" + _boundary;

    /// <summary>The whole body, the closing boundary included.</summary>
    public IReadOnlyList<BodySegment> Segments => [.. _segments, new BodySegment(Utf8($"--{_boundary}--\r\n"))];

    public void AddField(string name, string value, string? contentType)
        => Add($"form-data; name={Quoted(name)}", contentType, new BodySegment(Utf8(value)));

    public void AddFile(string name, UploadContent content, string contentType)
        => Add($"form-data; name={Quoted(name)}; filename={Quoted(content.FileName)}", contentType, new BodySegment(default, content));

    private void Add(string disposition, string? contentType, BodySegment value)
    {
        if (contentType is not null && !HttpSyntax.IsFieldValue(contentType))
        {
            throw new ArgumentException($"The part's content type holds {HttpSyntax.CannotBeSent}.", nameof(contentType));
        }
        string type = contentType is null ? "" : $"Content-Type: {contentType}\r\n";
        _segments.Add(new BodySegment(Utf8($"--{_boundary}\r\nContent-Disposition: {disposition}\r\n{type}\r\n")));
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
