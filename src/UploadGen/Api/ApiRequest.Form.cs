namespace UploadGen.Core;

/// <content>Bodies that are multipart/form-data.</content>
public sealed partial class ApiRequest
{
    private MultipartForm Form => _form ??= new MultipartForm();

    /// <summary>Begins a multipart body, which is sent though nothing is added.</summary>
    /// <param name="mediaType">Its media type. Only the parts of multipart/form-data are sent with their names.</param>
    public ApiRequest Multipart(string mediaType = MultipartForm.FormData)
    {
        Form.MediaType = mediaType;
        return this;
    }

    /// <summary>Adds a field to a multipart/form-data body; a list adds one for each item.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="contentType">Content type of the part, if it is to have one.</param>
    /// <exception cref="ArgumentException">The name holds a line break.</exception>
    public ApiRequest FormField<T>(string name, T? value, string? contentType = null)
    {
        if (value is null)
        {
            return this;
        }

        foreach (var text in WireText.FormatEach(value))
        {
            Form.AddField(name, text, contentType);
        }

        return this;
    }

    /// <summary>
    /// Adds a field of any type to a multipart/form-data body: text as it is, an object as JSON, and a list item by item (OpenAPI 3.1.1, section 4.8.15).
    /// </summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes the value as JSON, from which the parts are made.</param>
    /// <param name="contentType">Content type of the parts; <see langword="null"/> for none on text and JSON's on the rest.</param>
    /// <exception cref="ArgumentException">The name holds a line break.</exception>
    public ApiRequest FormField<T>(string name, T? value, JsonWrite<T> write, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            return this;
        }

        var written = StyledValue.FromJson(value, write);
        foreach (var part in written.Items ?? [written])
        {
            Form.AddField(name, part.Text, contentType ?? (part.IsText ? null : JsonType));
        }

        return this;
    }

    /// <summary>Adds a file to a multipart/form-data body.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="content">The file; <see langword="null"/> leaves it out.</param>
    /// <param name="maxLength">Most bytes allowed.</param>
    /// <param name="contentType">Comma-separated media types allowed (OpenAPI's <c>encoding.contentType</c>); <see langword="null"/> for any.</param>
    /// <param name="description">What the document says of the file; told when it breaks a limit.</param>
    /// <param name="maxLengthLocation">Where <paramref name="maxLength"/> stands in the document: a JSON pointer as a URI fragment.</param>
    /// <param name="contentTypeLocation">Where <paramref name="contentType"/> stands in the document: a JSON pointer as a URI fragment.</param>
    /// <exception cref="ArgumentException">The part's or the file's name holds a line break.</exception>
    public ApiRequest FormFile(
        string name, UploadContent? content, long? maxLength = null, string? contentType = null, string? description = null, string? maxLengthLocation = null,
        string? contentTypeLocation = null)
    {
        if (content is null)
        {
            return this;
        }

        Form.AddFile(name, content, Check(name, content, maxLength, contentType, description, maxLengthLocation, contentTypeLocation));
        return this;
    }

    /// <summary>Adds several files under one name to a multipart/form-data body.</summary>
    /// <param name="name">The parts' name.</param>
    /// <param name="contents">The files; <see langword="null"/> leaves them out.</param>
    /// <param name="maxLength">Most bytes allowed in one of them.</param>
    /// <param name="contentType">Comma-separated media types allowed; <see langword="null"/> for any.</param>
    /// <param name="description">What the document says of the files; told when one breaks a limit.</param>
    /// <param name="maxLengthLocation">Where <paramref name="maxLength"/> stands in the document: a JSON pointer as a URI fragment.</param>
    /// <param name="contentTypeLocation">Where <paramref name="contentType"/> stands in the document: a JSON pointer as a URI fragment.</param>
    /// <exception cref="ArgumentException">The parts' or a file's name holds a line break.</exception>
    public ApiRequest FormFiles(
        string name, IEnumerable<UploadContent>? contents, long? maxLength = null, string? contentType = null, string? description = null,
        string? maxLengthLocation = null, string? contentTypeLocation = null)
    {
        foreach (var content in contents ?? [])
        {
            FormFile(name, content, maxLength, contentType, description, maxLengthLocation, contentTypeLocation);
        }

        return this;
    }

    /// <summary>Adds an object or a list as the fields that its style makes of it.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes the value as JSON, from which the texts are made.</param>
    /// <param name="style">How they are written.</param>
    /// <param name="explode">Whether each item or member stands by itself; <see langword="null"/> for the style's default.</param>
    /// <exception cref="ArgumentException">The name holds a line break.</exception>
    public ApiRequest FormField<T>(string name, T? value, JsonWrite<T> write, ParameterStyle style, bool? explode = null)
    {
        if (value is null)
        {
            return this;
        }

        foreach (var pair in new StyledParameter(name, Value(value, write, style), style, explode).Pairs())
        {
            Form.AddField(pair.Name, pair.Joined, contentType: null);
        }

        return this;
    }

    /// <summary>Gives a header to the parts of a multipart/form-data body that are added under a name after this.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="part">The part's name.</param>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <exception cref="ArgumentException">The value holds a character that a header can't, such as a line break.</exception>
    public ApiRequest PartHeader<T>(string part, string name, T? value)
    {
        if (value is null)
        {
            return this;
        }

        var text = new StyledParameter(name, StyledValue.From(value), ParameterStyle.Simple, explode: false).HeaderText();
        if (!HttpSyntax.IsToken(name) || !HttpSyntax.IsFieldValue(text))
        {
            throw new ArgumentException($"{OperationId}: the header '{name}' of the part '{part}' holds {HttpSyntax.CannotBeSent}.", name);
        }

        Form.AddHeader(part, name, text);
        return this;
    }
}
