using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The calls that put a body into a request.</summary>
internal static class BodyText
{
    private const int MaxDescription = 500;

    public static IEnumerable<string> RequestCalls(BodyModel? body)
    {
        switch (body)
        {
            case JsonBodyModel json:
                yield return Json(json);
                break;
            case ItemsBodyModel items:
                yield return ItemText.RequestCall(items);
                break;
            case TextBodyModel text:
                yield return $".Text({text.Parameter}, {CSharpText.Literal(text.ContentType)})";
                break;
            case BinaryBodyModel binary:
                var limits = Named("contentType", binary.ContentType) + Named("maxLength", binary.MaxLength);
                yield return $".Binary({binary.Parameter}{limits}{Said(binary.Description, binary.Places, binary.ContentType, binary.MaxLength)})";
                break;
            case FormBodyModel form:
                if (form.MediaType is { } mediaType)
                {
                    yield return $".Multipart({CSharpText.Literal(mediaType)})";
                }
                else if (form.CanBeEmpty)
                {
                    yield return ".Multipart()";
                }

                foreach (var call in form.Fields.SelectMany(field => Field(field)))
                {
                    yield return call;
                }

                break;
        }

        if (body is { SendsFile: true })
        {
            yield return ".Progress(progress)";
        }
    }

    /// <summary>As much of a text as a message bears.</summary>
    public static string Bounded(string description)
        => description.Length <= MaxDescription ? description
            : description.Substring(0, char.IsHighSurrogate(description[MaxDescription - 2]) ? MaxDescription - 2 : MaxDescription - 1) + "…";

    private static string Json(JsonBodyModel body)
    {
        var type = body.Type.AsNonNullable();
        var value = body.SendsEmptyObject ? $"{body.Parameter} ?? new {TypeText.Write(type)}()" : body.Parameter;
        if (body.Xml is { } root)
        {
            var content = XmlText.Writer(type, root) + XmlText.Qualified(root) + Named("contentType", body.ContentType);
            return $".Xml({value}, {CSharpText.Literal(root.Name)}{content})";
        }

        var writer = ParameterText.Writer(type, body.IsRequired);
        if (body.UrlEncoding is { } encoding)
        {
            return $".UrlEncoded({value}, {writer}{ParameterText.UrlEncoding(encoding)})";
        }

        var contentType = Named("contentType", body.ContentType);
        return type is NamedType { IsValueType: false } ? $".Json({value}{contentType})" : $".Json({value}, {writer}{contentType})";
    }

    private static IEnumerable<string> Field(FormFieldModel field)
    {
        var name = CSharpText.Literal(field.WireName);
        foreach (var header in field.Headers)
        {
            yield return $".PartHeader({name}, {CSharpText.Literal(header.WireName)}, {header.Name})";
        }

        var contentType = Named("contentType", field.ContentType);
        var writer = field.IsFile ? "" : ParameterText.Writer(field.Type, field.IsRequired);
        yield return field.Type switch
        {
            _ when field.IsFile => FormFile(field, $"{name}, {field.Name}{Named("maxLength", field.MaxLength)}{contentType}"),
            _ when field.Style?.Style is { } style and not WireStyle.Json
                => $".FormField({name}, {field.Name}, {writer}{ParameterText.Style(field.Style, isNamed: false)})",
            { IsTextOrTexts: true } => $".FormField({name}, {field.Name}{contentType})",
            _ => $".FormField({name}, {field.Name}, {writer}{contentType})",
        };
    }

    private static string FormFile(FormFieldModel field, string arguments)
        => $".FormFile{(field.Type is ListType ? "s" : "")}({arguments}{Said(field.Description, field.Places, field.ContentType, field.MaxLength)})";

    private static string Said(string? description, FilePlaces places, string? contentType, long? maxLength)
        => Description(description, contentType, maxLength) + Places(places, contentType, maxLength);

    /// <summary>What the document says of a file, where it limits it.</summary>
    private static string Description(string? description, string? contentType, long? maxLength)
        => (maxLength is null && !IsLimit(contentType)) || description is null ? "" : Named("description", Bounded(description));

    private static string Places(FilePlaces file, string? contentType, long? maxLength)
        => (maxLength is null ? "" : $", maxLengthLocation: {CSharpText.Literal(file.MaxLength)}")
            + (IsLimit(contentType) ? $", contentTypeLocation: {CSharpText.Literal(file.ContentType)}" : "");

    /// <summary>Any file is bytes.</summary>
    private static bool IsLimit(string? contentType) => contentType is not (null or "" or "*/*" or "application/octet-stream");

    private static string Named(string parameter, string? value) => value is { Length: > 0 } ? $", {parameter}: {CSharpText.Literal(value)}" : "";

    private static string Named(string parameter, long? value) => value is { } number ? $", {parameter}: {number.ToString(CultureInfo.InvariantCulture)}" : "";
}
