using UploadGen.Generator.Limits.Keywords;

namespace UploadGen.Generator.Limits;

/// <summary>The keywords that have a check of their own, in the order of the checks. All others are left to the rules.</summary>
internal static class LimitKeywords
{
    public static IReadOnlyList<Keyword> All { get; } =
    [
        new MinLengthKeyword(),
        new MaxLengthKeyword(),
        new PatternKeyword(),
        new FormatKeyword(),
        new MinimumKeyword(),
        new MaximumKeyword(),
        new ExclusiveMinimumKeyword(),
        new ExclusiveMaximumKeyword(),
        new MultipleOfKeyword(),
        new MinItemsKeyword(),
        new MaxItemsKeyword(),
        new UniqueItemsKeyword(),
        new MinPropertiesKeyword(),
        new MaxPropertiesKeyword(),
        new EnumKeyword(),
    ];

    /// <summary>The same in the order of the documentation.</summary>
    public static IReadOnlyList<Keyword> InWords { get; } = [.. All.OrderByDescending(keyword => keyword.IsToldFirst)];
}
