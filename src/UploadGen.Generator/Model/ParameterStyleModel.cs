namespace UploadGen.Generator.Model;

/// <summary>How a parameter's or field's value is written, as far as that isn't the default.</summary>
/// <param name="Style">The style, or null for the default of its place.</param>
/// <param name="Explode">Whether each item or member stands by itself, or null for the style's default.</param>
internal sealed record ParameterStyleModel(WireStyle? Style = null, bool? Explode = null, bool AllowReserved = false)
{
    public static ParameterStyleModel Default { get; } = new();
}

/// <summary>OpenAPI's styles, and JSON for a parameter that has <c>content</c>.</summary>
internal enum WireStyle
{
    Form,
    Simple,
    Label,
    Matrix,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
    TabDelimited,
    Cookie,
}
