using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The calls that put parameters into a request. What is as usual isn't said.</summary>
internal static class ParameterText
{
    public static string RequestCall(ParameterModel parameter)
    {
        var needsWriter = !parameter.Type.IsTextOrTexts || parameter.Style.Style == WireStyle.Json;
        var writer = needsWriter ? ", " + Writer(parameter.Type.AsNonNullable(), parameter.IsRequired) : "";
        var reserved = parameter.Style.AllowReserved ? ", allowReserved: true" : "";
        return $".{parameter.In}({CSharpText.Literal(parameter.WireName)}, {parameter.Name}{writer}{Style(parameter.Style, isNamed: !needsWriter)}{reserved})";
    }

    /// <summary>The arguments that state a style.</summary>
    public static string Style(ParameterStyleModel style, bool isNamed)
        => (style.Style is { } named ? $", {(isNamed ? "style: " : "")}{Known.ParameterStyle}.{named}" : "")
            + (style.Explode is { } explode ? $", explode: {(explode ? "true" : "false")}" : "");

    /// <summary>The writer for a method parameter's type: an optional struct is a Nullable.</summary>
    public static string Writer(TypeRef type, bool isRequired) => JsonText.Writer(type.IsValueType && !isRequired ? type.AsNullable() : type);
}
