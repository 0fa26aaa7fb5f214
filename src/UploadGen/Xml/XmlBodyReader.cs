using System.Net.Http.Headers;

namespace UploadGen.Core;

/// <summary>How a body is read as XML.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Read">Reads the value from the root element.</param>
/// <param name="Name">What that is called; <see langword="null"/> for anything.</param>
/// <param name="Namespace">The namespace it is in; <see langword="null"/> for any.</param>
internal sealed record XmlBodyReader<T>(XmlRead<T> Read, string? Name, string? Namespace)
{
    /// <exception cref="XmlBodyException">The body isn't such a value.</exception>
    public T ReadBody(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            throw new XmlBodyException("/", "The body is empty.");
        }

        var root = HasCharset(response.Content.Headers.ContentType)
            ? XmlTree.Read(ResponseBodyReader.Text(response, body.Span).TrimStart('\uFEFF'))
            : XmlTree.Read(body);
        return Name is null || XmlNames.Is(root.Name, Name, Namespace)
            ? Read(new XmlInput(root))
            : throw new XmlBodyException(XmlNames.Path(root), $"Expected the element '{Name}'{(Namespace is null ? "" : $" of the namespace '{Namespace}'")}.");
    }

    /// <summary>What the header says of characters counts more than what the document says (RFC 7303, section 3). Of UTF-8 the reader knows itself.</summary>
    private static bool HasCharset(MediaTypeHeaderValue? type)
        => type?.CharSet?.Trim('"') is { Length: > 0 } charset && !charset.StartsWith("utf-", StringComparison.OrdinalIgnoreCase);
}
