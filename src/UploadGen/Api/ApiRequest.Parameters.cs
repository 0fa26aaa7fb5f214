using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace UploadGen.Core;

/// <content>Parameters in path, query, headers and cookies.</content>
public sealed partial class ApiRequest
{
    /// <summary>
    /// Sets a path parameter. It stays within its place: slashes are encoded, and a value that would name another path is refused when the request is sent.
    /// </summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="write">Writes the value as JSON, from which the text is made; <see langword="null"/> for a scalar or a list of scalars.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each item or member stands by itself; <see langword="null"/> for the style's default.</param>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ApiRequest Path<T>(string name, T value, JsonWrite<T>? write = null, ParameterStyle style = ParameterStyle.Simple, bool? explode = null)
        => Path(new StyledParameter(name, value is null ? StyledValue.From("") : Value(value, write, style), style, explode));

    /// <summary>Adds a query parameter.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes the value as JSON, from which the text is made; <see langword="null"/> for a scalar or a list of scalars.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each item or member stands by itself; <see langword="null"/> for the style's default.</param>
    /// <param name="allowReserved">Whether characters such as slashes and colons stay as they are.</param>
    public ApiRequest Query<T>(
        string name, T? value, JsonWrite<T>? write = null, ParameterStyle style = ParameterStyle.Form, bool? explode = null, bool allowReserved = false)
        => value is null ? this : Query(new StyledParameter(name, Value(value, write, style), style, explode), allowReserved);

    /// <summary>Adds a header; a list is joined by commas.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes the value as JSON, from which the text is made; <see langword="null"/> for a scalar or a list of scalars.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether members are written as <c>name=value</c>; <see langword="null"/> for the style's default.</param>
    /// <exception cref="ArgumentException">The value holds a character that a header can't, such as a line break.</exception>
    public ApiRequest Header<T>(string name, T? value, JsonWrite<T>? write = null, ParameterStyle style = ParameterStyle.Simple, bool? explode = null)
        => value is null ? this : Header(new StyledParameter(name, Value(value, write, style), style, explode));

    /// <summary>Adds a cookie.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">Its value, percent-encoded on the wire; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes the value as JSON, from which the text is made; <see langword="null"/> for a scalar or a list of scalars.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each item or member is a cookie of its own; <see langword="null"/> for the style's default.</param>
    public ApiRequest Cookie<T>(string name, T? value, JsonWrite<T>? write = null, ParameterStyle style = ParameterStyle.Form, bool? explode = null)
        => value is null ? this : Cookie(new StyledParameter(name, Value(value, write, style), style, explode));

    /// <summary>Sets the whole query.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">Its value; <see langword="null"/> for no query.</param>
    /// <param name="write">Writes the value as JSON, from which the query is made; <see langword="null"/> for a text.</param>
    /// <param name="style">
    /// <see cref="ParameterStyle.Json"/> for the JSON itself, <see cref="ParameterStyle.Simple"/> for a text. Otherwise each member of an object is a field of a
    /// form, written as in <see cref="UrlEncoded"/>.
    /// </param>
    /// <param name="others">Fields that are written otherwise.</param>
    public ApiRequest QueryString<T>(
        T? value, JsonWrite<T>? write = null, ParameterStyle style = ParameterStyle.Form, params (string Name, ParameterStyle Style, bool Explode)[] others)
    {
        if (value is null)
        {
            return this;
        }

        var written = Value(value, write, style);
        var text = style is ParameterStyle.Json or ParameterStyle.Simple
            ? Uri.EscapeDataString(written.Text)
            : Encoding.ASCII.GetString(UrlEncodedForm.Write(written, style, others));
        _query.Append(_query.Length == 0 || text.Length == 0 ? "" : "&").Append(text);
        return this;
    }

    private static StyledValue Value<T>([DisallowNull] T value, JsonWrite<T>? write, ParameterStyle style)
        => write is null ? StyledValue.From(value)
            : style == ParameterStyle.Json ? StyledValue.AsJsonText(value, write)
            : StyledValue.FromJson(value, write);

    private ApiRequest Path(StyledParameter parameter)
    {
        var isEmpty = parameter.Value.IsUndefined || parameter.Value is { IsText: true, Text: "" };
        if (isEmpty)
        {
            throw new ArgumentException($"{OperationId}: the path parameter '{parameter.Name}' is empty, which would call another path.", parameter.Name);
        }

        _pathValues[parameter.Name] = parameter.PathText();
        return this;
    }

    private ApiRequest Query(StyledParameter parameter, bool allowReserved)
    {
        foreach (var pair in parameter.Pairs())
        {
            _query.Append(_query.Length == 0 ? "" : "&").Append(pair.QueryText(allowReserved));
        }

        return this;
    }

    private ApiRequest Header(StyledParameter parameter)
    {
        if (parameter.Value.IsUndefined)
        {
            return this;
        }

        var text = parameter.HeaderText();
        if (!HttpSyntax.IsToken(parameter.Name) || !HttpSyntax.IsFieldValue(text))
        {
            throw new ArgumentException($"{OperationId}: the header '{parameter.Name}' holds {HttpSyntax.CannotBeSent}.", parameter.Name);
        }

        _headers.Add(new(parameter.Name, text));
        return this;
    }

    private ApiRequest Cookie(StyledParameter parameter)
    {
        var cookies = string.Join("; ", parameter.Pairs().Select(pair => parameter.Style == ParameterStyle.Cookie
            ? RawCookie(pair)
            : pair.QueryText(allowReserved: false)));
        if (cookies.Length == 0)
        {
            return this;
        }

        var existing = _headers.FindIndex(header => header.Key == "Cookie");
        // All cookies go into one header (RFC 6265, section 5.4).
        if (existing < 0)
        {
            _headers.Add(new("Cookie", cookies));
        }
        else
        {
            _headers[existing] = new("Cookie", _headers[existing].Value + "; " + cookies);
        }

        return this;
    }

    /// <summary>OpenAPI 3.2, section 4.12.3: nothing is encoded, so it can't hold what ends a cookie.</summary>
    private string RawCookie(NamedTexts pair)
        => HttpSyntax.IsToken(pair.Name) && HttpSyntax.IsFieldValue(pair.Joined) && !pair.Joined.Contains(';', StringComparison.Ordinal)
            ? $"{pair.Name}={pair.Joined}"
            : throw new ArgumentException(
                $"{OperationId}: the cookie '{pair.Name}' holds a semicolon, or {HttpSyntax.CannotBeSent}. It is sent as it is given: encode it.", pair.Name);
}
