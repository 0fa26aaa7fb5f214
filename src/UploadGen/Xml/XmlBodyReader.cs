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

        var root = XmlTree.Read(body, XmlEncoding.Of(body.Span, response.Content.Headers.ContentType?.CharSet?.Trim('"')));
        return Name is null || XmlNames.Is(root.Name, Name, Namespace)
            ? Read(new XmlInput(root))
            : throw new XmlBodyException(XmlNames.Path(root), $"Expected the element '{Name}'{(Namespace is null ? "" : $" of the namespace '{Namespace}'")}.");
    }
}
