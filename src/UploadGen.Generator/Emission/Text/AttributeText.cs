using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Attributes that tell of limits.</summary>
internal static class AttributeText
{
    /// <summary>The attributes of a value.</summary>
    /// <param name="limits">What they tell of.</param>
    /// <param name="type">The value's type, as it is declared.</param>
    public static IEnumerable<string> Write(LimitsModel limits, TypeRef type)
        => limits.Attributes.Select(attribute => Write(attribute, type is NullableType || !type.IsValueType));

    private static string Write(AttributeModel attribute, bool isNullable)
    {
        var nothing = attribute.ListsValues && isNullable ? ["null"] : Enumerable.Empty<string>();
        var arguments = nothing
            .Concat(attribute.ListsValues ? attribute.Arguments.Select(ArgumentText.Write).Distinct() : attribute.Arguments.Select(ArgumentText.Write))
            .Concat(attribute.Settings.Select(setting => $"{setting.Name} = {ArgumentText.Write(setting.Value)}"))
            .ToList();
        return $"[global::{attribute.Type}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}]";
    }
}
