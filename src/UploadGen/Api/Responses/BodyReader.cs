using System.Text.Json;

namespace UploadGen.Core;

/// <summary>How the value of a body is read: as the document describes it, and where it describes both, as what came.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Json">Reads it as JSON.</param>
/// <param name="Xml">Reads it as XML.</param>
internal sealed record BodyReader<T>(JsonRead<T>? Json, XmlBodyReader<T>? Xml = null)
{
    /// <exception cref="JsonBodyException">The body isn't such a value in JSON.</exception>
    /// <exception cref="XmlBodyException">The body isn't such a value in XML.</exception>
    public T Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
        => Xml is not null && (Json is null || MediaTypeSyntax.IsXml(response.Content.Headers.ContentType?.MediaType)) ? Xml.ReadBody(response, body)
            // A schema that says nothing allows no body, too.
            : body.IsEmpty && typeof(T) == typeof(JsonElement) ? default!
            : JsonBody.Read(body, Json!);
}
