using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>The calls that put a body into a request.</summary>
internal static class BodyText
{
    public static bool HasFile(BodyModel? body)
        => body is BinaryBodyModel || body is FormBodyModel form && form.Fields.Any(field => field.Type is FileType);

    public static IEnumerable<string> RequestCalls(BodyModel? body)
    {
        switch (body)
        {
            case JsonBodyModel json:
                yield return Json(json);
                break;
            case BinaryBodyModel binary:
                yield return $".Binary({binary.Parameter}{Named("contentType", binary.ContentType)}{Named("maxLength", binary.MaxLength)})";
                break;
            case FormBodyModel form:
                foreach (var field in form.Fields)
                {
                    yield return Field(field);
                }

                break;
        }

        if (HasFile(body))
        {
            yield return ".Progress(progress)";
        }
    }

    private static string Json(JsonBodyModel body)
    {
        var type = body.Type.AsNonNullable();
        var value = body.SendsEmptyObject ? $"{body.Parameter} ?? new {TypeText.Of(type)}()" : body.Parameter;
        return type is NamedType { IsValueType: false } ? $".Json({value})" : $".Json({value}, {Writer(type, body.IsRequired)})";
    }

    private static string Field(FormFieldModel field)
    {
        var name = CSharpText.Literal(field.WireName);
        return field.Type switch
        {
            FileType => $".FormFile({name}, {field.Name}{Named("maxLength", field.MaxLength)}{Named("contentType", field.ContentType)})",
            _ when IsText(field.Type) => $".FormField({name}, {field.Name}{Named("contentType", field.ContentType)})",
            _ => $".FormJson({name}, {field.Name}, {Writer(field.Type, field.IsRequired)}{Named("contentType", field.ContentType)})",
        };
    }

    /// <summary>OpenAPI sends scalars and lists of them as text, everything else as JSON (3.1.1, section 4.8.15.2).</summary>
    private static bool IsText(TypeRef type) => type.AsNonNullable() switch
    {
        ScalarType { Kind: not Scalar.Element } or NamedType { Kind: NamedKind.Enum } => true,
        ListType { Item: var item } => item is not ListType && IsText(item),
        _ => false,
    };

    /// <summary>The writer for a parameter's type: an optional struct is a Nullable.</summary>
    private static string Writer(TypeRef type, bool isRequired) => JsonText.Writer(type.IsValueType && !isRequired ? type.AsNullable() : type);

    private static string Named(string parameter, string? value) => value is { Length: > 0 } ? $", {parameter}: {CSharpText.Literal(value)}" : "";

    private static string Named(string parameter, long? value) => value is { } number ? $", {parameter}: {number.ToString(CultureInfo.InvariantCulture)}" : "";
}
