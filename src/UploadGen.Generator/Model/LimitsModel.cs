using System.Globalization;
using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>The limits of a schema, in JSON Schema's terms. Numbers are kept as the document wrote them.</summary>
/// <param name="MultipleOf">Divisors; more than one where schemas are composed.</param>
/// <param name="Patterns">Those that have a counterpart in .NET.</param>
/// <param name="Allowed">The only values there may be: strings themselves, anything else as JSON. Empty for any.</param>
/// <param name="Items">The limits of a list's items or a map's values.</param>
/// <param name="Format">A format of strings that can be checked.</param>
/// <param name="Pointer">Where the schema stands that most of the limits are of.</param>
/// <param name="Elsewhere">The limits that are of another schema, which this one refers to or is composed of.</param>
/// <param name="Rules">What is checked by the value's JSON.</param>
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
    string? Format = null,
    string Pointer = "",
    EquatableArray<LimitPlace> Elsewhere = default,
    EquatableArray<RuleModel> Rules = default)
{
    public static LimitsModel None { get; } = new();

    /// <summary>The keywords that limit the value itself, each with its limit as text.</summary>
    public IEnumerable<(string Keyword, string Limit)> Own
        => new (string Keyword, string? Limit)[]
            {
                ("minLength", Text(MinLength)),
                ("maxLength", Text(MaxLength)),
                ("format", Format),
                ("minimum", Minimum),
                ("maximum", Maximum),
                ("exclusiveMinimum", ExclusiveMinimum),
                ("exclusiveMaximum", ExclusiveMaximum),
                ("minItems", Text(MinItems)),
                ("maxItems", Text(MaxItems)),
                ("uniqueItems", UniqueItems ? "true" : null),
                ("minProperties", Text(MinProperties)),
                ("maxProperties", Text(MaxProperties)),
                ("enum", Allowed.Count > 0 ? string.Join(",", Allowed) : null),
            }
            .Concat(MultipleOf.Select(divisor => (Keyword: "multipleOf", Limit: (string?)divisor)))
            .Concat(Patterns.Select(pattern => (Keyword: "pattern", Limit: (string?)pattern.Text)))
            .Where(limit => limit.Limit is not null)
            .Select(limit => (limit.Keyword, limit.Limit!));

    /// <summary>The schema that a limit stands in.</summary>
    public string PointerOf(string keyword, string? limit)
        => Elsewhere.FirstOrDefault(place => place.Keyword == keyword && place.Limit == limit)?.Pointer ?? Pointer;

    /// <summary>The schema that a keyword stands in.</summary>
    public string PointerOf(string keyword) => Elsewhere.FirstOrDefault(place => place.Keyword == keyword)?.Pointer ?? Pointer;

    /// <summary>A count as text.</summary>
    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
