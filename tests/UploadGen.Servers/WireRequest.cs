using System.Globalization;

namespace UploadGen.Servers;

/// <summary>A request as it stood on the wire.</summary>
/// <param name="Head">Its first line and its headers, without the empty line after them.</param>
public sealed record WireRequest(string Head)
{
    public byte[] Body { get; init; } = [];

    public string RequestLine => Lines[0];

    public IEnumerable<string> Headers => Lines.Skip(1);

    public IEnumerable<string> HeaderNames => Headers.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal);

    public string Method => RequestLine.Split(' ')[0];

    public string Target => RequestLine.Split(' ')[1];

    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The body's length, as announced.</summary>
    public int Length => int.Parse(this["Content-Length"] ?? "0", CultureInfo.InvariantCulture);

    private string[] Lines => Head.Split("\r\n");

    public string? this[string name]
        => Headers.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
