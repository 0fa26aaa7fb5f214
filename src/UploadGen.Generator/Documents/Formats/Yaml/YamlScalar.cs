using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>What a scalar is by YAML 1.2's core schema (section 10.3.2). <c>no</c>, <c>1_000</c> and dates are texts in it.</summary>
internal static class YamlScalar
{
    private const string StringTag = "tag:yaml.org,2002:str";

    private static readonly Regex Decimal = new(
        @"^(?<sign>[-+]?)(?=\.?[0-9])(?<whole>[0-9]*)(?<fraction>\.[0-9]*)?(?<exponent>[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    private static readonly Regex Octal = new("^0o[0-7]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Hexadecimal = new("^0x[0-9a-fA-F]+$", RegexOptions.CultureInvariant);

    public static JsonNode? ToNode(Scalar scalar)
    {
        var text = scalar.Value;
        var isText = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == StringTag);
        return isText ? JsonValue.Create(text) : text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Octal.IsMatch(text) => Number(text.Skip(2).Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0'))),
            _ when Hexadecimal.IsMatch(text) => Number(BigInteger.Parse("0" + text.Substring(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            _ when Decimal.Match(text) is { Success: true } number => Number(AsJson(number)),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>YAML lets a number begin with plus, zeros or a point, and end with a point. JSON doesn't.</summary>
    private static string AsJson(Match number)
    {
        var whole = number.Groups["whole"].Value.TrimStart('0');
        var fraction = number.Groups["fraction"].Value;
        return (number.Groups["sign"].Value == "-" ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length > 1 ? fraction : "")
            + number.Groups["exponent"].Value;
    }

    private static JsonNode? Number(BigInteger value) => Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number as it is written: <c>1.10</c> may be a version.</summary>
    private static JsonNode? Number(string json) => JsonNode.Parse(json);
}
