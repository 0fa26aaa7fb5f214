namespace UploadGen.Generator.Model;

/// <summary>The limits of a schema, in JSON Schema's terms. Numbers are kept as the document wrote them.</summary>
internal sealed record LimitsModel(
    int? MinLength = null,
    int? MaxLength = null,
    string? Minimum = null,
    string? Maximum = null,
    string? ExclusiveMinimum = null,
    string? ExclusiveMaximum = null,
    int? MinItems = null,
    int? MaxItems = null)
{
    public static LimitsModel None { get; } = new();
}
