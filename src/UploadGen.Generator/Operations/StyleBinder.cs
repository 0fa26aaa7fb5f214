using Microsoft.OpenApi;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Operations;

/// <summary>Styles of parameters and fields, without what makes no difference for the type.</summary>
internal static class StyleBinder
{
    public static ParameterStyleModel Bind(IOpenApiParameter parameter, TypeRef type)
    {
        if (parameter.Content is { Count: > 0 } content)
        {
            return content.Keys.Any(MediaTypes.IsJson) ? new ParameterStyleModel(WireStyle.Json) : ParameterStyleModel.Default;
        }

        var usual = parameter.In is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        var explode = parameter.Explode && parameter.Extensions?.ContainsKey(SwaggerRepair.CommaExtension) != true;
        var style = parameter.Extensions?.ContainsKey(SwaggerRepair.TabExtension) == true && !type.IsText
            ? new ParameterStyleModel(WireStyle.TabDelimited)
            : Bind(parameter.Style ?? usual, explode, usual, type);
        var isReservedAllowed = parameter.AllowReserved && parameter.In is not (ParameterLocation.Path or ParameterLocation.Header);
        return isReservedAllowed ? style with { AllowReserved = true } : style;
    }

    /// <summary>The style of a form's field; null where the document gives none.</summary>
    public static ParameterStyleModel? Bind(OpenApiEncoding? encoding, TypeRef type)
        => encoding?.Extensions?.ContainsKey(SwaggerRepair.TabExtension) == true ? new ParameterStyleModel(WireStyle.TabDelimited)
            : encoding is { Style: { } style } ?
                Bind(style, encoding.Explode ?? style == ParameterStyle.Form, ParameterStyle.Form, type) with { Style = Wire(style) }
            : null;

    private static ParameterStyleModel Bind(ParameterStyle style, bool explode, ParameterStyle usual, TypeRef type)
    {
        // The delimiters between parts say nothing where there are none, but the ones before a text do.
        var isDefault = style == usual || type.IsText && style is not (ParameterStyle.Label or ParameterStyle.Matrix or ParameterStyle.Cookie);
        var explodes = !type.IsText && style != ParameterStyle.DeepObject && !(style == ParameterStyle.Simple && type.IsTextOrTexts);
        return new ParameterStyleModel(
            isDefault ? null : Wire(style),
            explodes && explode != (style is ParameterStyle.Form or ParameterStyle.Cookie) ? explode : null);
    }

    private static WireStyle Wire(ParameterStyle style) => style switch
    {
        ParameterStyle.Simple => WireStyle.Simple,
        ParameterStyle.Label => WireStyle.Label,
        ParameterStyle.Matrix => WireStyle.Matrix,
        ParameterStyle.SpaceDelimited => WireStyle.SpaceDelimited,
        ParameterStyle.PipeDelimited => WireStyle.PipeDelimited,
        ParameterStyle.DeepObject => WireStyle.DeepObject,
        ParameterStyle.Cookie => WireStyle.Cookie,
        _ => WireStyle.Form,
    };
}
