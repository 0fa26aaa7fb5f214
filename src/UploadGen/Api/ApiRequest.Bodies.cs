using System.Text;

namespace UploadGen.Core;

/// <content>JSON, XML, URL-encoded, text and binary bodies.</content>
public sealed partial class ApiRequest
{
    private const string JsonType = "application/json";
    private const string XmlType = "application/xml";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Sets a JSON body, checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body; <see langword="null"/> sends none.</param>
    /// <param name="contentType">Its media type.</param>
    public ApiRequest Json<T>(T? body, string contentType = JsonType) where T : class, IJsonModel<T>
        => body is null ? this : Json(body, JsonCodec.WriteModel, contentType);

    /// <summary>Sets a JSON body, checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body; <see langword="null"/> sends none.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="contentType">Its media type.</param>
    public ApiRequest Json<T>(T? body, JsonWrite<T> write, string contentType = JsonType)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (body is null)
        {
            return this;
        }

        if (body is IValidatable validatable)
        {
            validatable.Validate(ref _validation);
        }

        // Written when it is sent: an invalid body may lack what the writer needs.
        return Body(contentType, () => new BodySegment(JsonBody.Write(body, write)));
    }

    /// <summary>Sets an XML body, checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body; <see langword="null"/> sends none.</param>
    /// <param name="name">What the root element is called.</param>
    /// <param name="write">Writes the body into it; <see langword="null"/> for one that does it itself, or is a text.</param>
    /// <param name="ns">The element's namespace, if it has one.</param>
    /// <param name="prefix">The element's prefix, if it has one.</param>
    /// <param name="contentType">The body's media type.</param>
    public ApiRequest Xml<T>(T? body, string name, XmlWrite<T>? write = null, string? ns = null, string? prefix = null, string contentType = XmlType)
    {
        if (body is null)
        {
            return this;
        }

        if (body is IValidatable validatable)
        {
            validatable.Validate(ref _validation);
        }

        _isXml = true;
        return Body(contentType, () => new BodySegment(XmlBody.Write(name, body, write, ns, prefix)));
    }

    /// <summary>Sets an application/x-www-form-urlencoded body (WHATWG URL, section 5.2), checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body, an object; <see langword="null"/> sends none.</param>
    /// <param name="write">Writes it as JSON, from which the form's fields are made.</param>
    /// <param name="style">
    /// How fields that are lists or objects are written; with <see cref="ParameterStyle.Form"/>, lists repeat the name and objects are JSON.
    /// </param>
    /// <param name="others">Fields that are written otherwise.</param>
    public ApiRequest UrlEncoded<T>(
        T? body, JsonWrite<T> write, ParameterStyle style = ParameterStyle.Form, params (string Name, ParameterStyle Style, bool Explode)[] others)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (body is null)
        {
            return this;
        }

        if (body is IValidatable validatable)
        {
            validatable.Validate(ref _validation);
        }

        return Body(FormType, () => new BodySegment(UrlEncodedForm.Write(StyledValue.FromJson(body, write), style, others)));
    }

    /// <summary>Sets a body of text, such as XML, as UTF-8.</summary>
    /// <param name="body">The text; <see langword="null"/> sends no body.</param>
    /// <param name="contentType">Its media type.</param>
    public ApiRequest Text(string? body, string contentType)
        => body is null ? this : Body(contentType, () => new BodySegment(Encoding.UTF8.GetBytes(body)));

    /// <summary>Sets the file itself as the body.</summary>
    /// <param name="content">The file; <see langword="null"/> sends no body.</param>
    /// <param name="contentType">Comma-separated media types allowed; <see langword="null"/> for any.</param>
    /// <param name="maxLength">Most bytes allowed.</param>
    /// <param name="description">What the document says of the file; told when it breaks a limit.</param>
    /// <param name="maxLengthLocation">Where <paramref name="maxLength"/> stands in the document: a JSON pointer as a URI fragment.</param>
    /// <param name="contentTypeLocation">Where <paramref name="contentType"/> stands in the document: a JSON pointer as a URI fragment.</param>
    public ApiRequest Binary(
        UploadContent? content, string? contentType = null, long? maxLength = null, string? description = null, string? maxLengthLocation = null,
        string? contentTypeLocation = null)
    {
        if (content is null)
        {
            return this;
        }

        FileBody = content;
        return Body(Check("", content, maxLength, contentType, description, maxLengthLocation, contentTypeLocation), () => new BodySegment(default, FileBody));
    }

    private ApiRequest Body(string contentType, Func<BodySegment> body)
    {
        _contentType = contentType;
        _body = body;
        return this;
    }

    /// <summary>Checks a file against its limits and gives the content type to send it with.</summary>
    private string Check(
        string member, UploadContent content, long? maxLength, string? allowed, string? description, string? maxLengthLocation, string? contentTypeLocation)
    {
        FileLength += content.Length;
        HasFile |= !content.Source.IsPart;
        _canReplay &= content.CanReplay;
        if (maxLength is { } max)
        {
            _validation.FileLength(member, content, max, description, maxLengthLocation);
        }

        if (allowed is null || MediaTypeSyntax.Allows(allowed, content.MediaType))
        {
            return content.MediaType;
        }

        // Where the document allows any bytes, any file may be sent as such.
        if (MediaTypeSyntax.Allows(allowed, MediaTypeSyntax.Bytes))
        {
            return MediaTypeSyntax.Bytes;
        }

        _validation.MediaType(member, content, allowed, description, contentTypeLocation);
        return content.MediaType;
    }
}
