using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The calls that put parameters into a request. What is as usual isn't said.</summary>
internal static class ParameterText
{
    public static string RequestCall(ParameterModel parameter)
    {
        if (parameter.In == ParameterIn.QueryString)
        {
            return QueryString(parameter);
        }

        var needsWriter = !parameter.Type.IsTextOrTexts || parameter.Style.Style == WireStyle.Json;
        var writer = needsWriter ? ", " + Writer(parameter.Type.AsNonNullable(), parameter.IsRequired) : "";
        var reserved = parameter.Style.AllowReserved ? ", allowReserved: true" : "";
        return $".{parameter.In}({CSharpText.Literal(parameter.WireName)}, {parameter.Name}{writer}{Style(parameter.Style, isNamed: !needsWriter)}{reserved})";
    }

    /// <summary>The arguments that say how an object's members become fields, where that isn't as usual.</summary>
    public static string UrlEncoding(UrlEncodingModel encoding)
        => encoding.Style == WireStyle.Form && encoding.Others.Count == 0 ? ""
            : $", {Known.ParameterStyle}.{encoding.Style}{string.Concat(encoding.Others.Select(Other))}";

    private static string QueryString(ParameterModel parameter)
    {
        var writer = Writer(parameter.Type.AsNonNullable(), parameter.IsRequired);
        return parameter switch
        {
            { UrlEncoding: { } encoding } => $".QueryString({parameter.Name}, {writer}{UrlEncoding(encoding)})",
            { Style.Style: WireStyle.Json } => $".QueryString({parameter.Name}, {writer}, {Known.ParameterStyle}.Json)",
            _ => $".QueryString({parameter.Name}, style: {Known.ParameterStyle}.Simple)",
        };
    }

    private static string Other(FieldStyleModel field)
        => $", ({CSharpText.Literal(field.WireName)}, {Known.ParameterStyle}.{field.Style}, {(field.Explode ? "true" : "false")})";

    /// <summary>The arguments that state a style.</summary>
    public static string Style(ParameterStyleModel style, bool isNamed)
        => (style.Style is { } named ? $", {(isNamed ? "style: " : "")}{Known.ParameterStyle}.{named}" : "")
            + (style.Explode is { } explode ? $", explode: {(explode ? "true" : "false")}" : "");

    /// <summary>The writer for a method parameter's type: an optional struct is a Nullable.</summary>
    public static string Writer(TypeRef type, bool isRequired) => JsonText.Writer(type.IsValueType && !isRequired ? type.AsNullable() : type);
}
