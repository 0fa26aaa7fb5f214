using System.Globalization;

namespace UploadGen.Analyzers.Limits;

/// <summary>Writes limits and values for messages.</summary>
internal static class LimitText
{
    private const int MaximumValueLength = 40;

    public static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A span of allowed values. A null end has no limit. The unit is in the singular, or empty.</summary>
    public static string Span(string? minimum, string? maximum, string unit)
    {
        var span = (minimum, maximum) switch
        {
            ({ } from, { } to) => from == to ? $"exactly {to}" : $"{from} to {to}",
            (null, { } to) => $"at most {to}",
            ({ } from, null) => $"at least {from}",
            _ => "any",
        };
        return unit.Length == 0 ? span : $"{span} {unit}{((maximum ?? minimum) == "1" ? "" : "s")}";
    }

    public static string Quote(string value) => value.Length <= MaximumValueLength ? $"'{value}'" : $"'{value.Substring(0, MaximumValueLength)}…'";
}
