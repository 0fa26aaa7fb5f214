using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>What a schema limits a value to, made ready for the value's C# type.</summary>
/// <param name="Stated">The limits as the document states them.</param>
/// <param name="Checks">What enforces them, in the order of the statements.</param>
/// <param name="Attributes">What tells tools of them.</param>
/// <param name="Sentence">What tells people of them, if there is anything to tell.</param>
/// <param name="Items">The limits of a list's items or a map's values.</param>
/// <param name="Rules">What is checked by the value's JSON.</param>
internal sealed record LimitsModel(
    EquatableArray<LimitModel> Stated = default,
    EquatableArray<CheckModel> Checks = default,
    EquatableArray<AttributeModel> Attributes = default,
    string? Sentence = null,
    ItemLimitsModel? Items = null,
    EquatableArray<RuleModel> Rules = default)
{
    public static LimitsModel None { get; } = new();

    /// <summary>The stated <c>minimum</c>, if there is one.</summary>
    public string? Minimum => StatedValue("minimum");

    /// <summary>The stated <c>maximum</c>, if there is one.</summary>
    public string? Maximum => StatedValue("maximum");

    /// <summary>The stated <c>maxItems</c>, if there is one.</summary>
    public string? MaxItems => StatedValue("maxItems");

    /// <summary>Whether anything is checked of the value, whatever is checked of the types that it is made of.</summary>
    public bool IsChecked => Checks.Count > 0 || Rules.Count > 0 || Items is { Limits.IsChecked: true };

    private string? StatedValue(string keyword) => Stated.FirstOrDefault(limit => limit.Keyword == keyword)?.Value;
}

/// <summary>A limit as the document states it.</summary>
/// <param name="Keyword">JSON Schema's keyword.</param>
/// <param name="Value">What it says: a number as it is written, a text, or one of several allowed values.</param>
internal sealed record LimitModel(string Keyword, string Value);

/// <summary>The limits of each item of a list, or of each value of a map.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Owner">Where the schema of the list or map stands, if that of the items stands in it.</param>
/// <param name="Schema">Where the schema of the items stands, if it stands in that of the list or map.</param>
internal sealed record ItemLimitsModel(LimitsModel Limits, LimitPlace? Owner, LimitPlace? Schema);
