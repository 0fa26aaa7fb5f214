namespace UploadGen.Generator.Model;

/// <summary>The limits of a schema, in JSON Schema's terms. Numbers are kept as the document wrote them.</summary>
/// <param name="MultipleOf">Divisors; more than one where schemas are composed.</param>
/// <param name="Patterns">Those that have a counterpart in .NET.</param>
/// <param name="Allowed">The only values there may be: strings themselves, anything else as JSON. Empty for any.</param>
/// <param name="Items">The limits of a list's items or a map's values.</param>
/// <param name="Format">A format of strings that can be checked.</param>
internal sealed record LimitsModel(
    int? MinLength = null,
    int? MaxLength = null,
    string? Minimum = null,
    string? Maximum = null,
    string? ExclusiveMinimum = null,
    string? ExclusiveMaximum = null,
    int? MinItems = null,
    int? MaxItems = null,
    bool UniqueItems = false,
    int? MinProperties = null,
    int? MaxProperties = null,
    EquatableArray<string> MultipleOf = default,
    EquatableArray<PatternModel> Patterns = default,
    EquatableArray<string> Allowed = default,
    LimitsModel? Items = null,
    string? Format = null)
{
    public static LimitsModel None { get; } = new();
}
