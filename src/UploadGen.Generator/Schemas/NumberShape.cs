using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>Which numbers a schema is of, and whether they may come as texts, too.</summary>
internal static class NumberShape
{
    private static readonly string[] Narrow = ["int8", "uint8", "int16", "uint16", "int32"];
    private static readonly string[] Integers = [.. Narrow, "uint32", "int64", "uint64"];
    private static readonly string[] Fractions = ["float", "double", "decimal"];
    private static readonly string[] Numerals = ["0", "1", "12", "120"];
    private static readonly string[] Others = ["", "a", "0a", "a0", "true", "1-2", "1:2", "1.2.3", "01", "$", " "];

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>The type of a schema of integers. Beyond 64 bits is only what the document says so.</summary>
    public static Scalar Integer(IOpenApiSchema schema)
    {
        if (schema.Format is { } format && Integers.Contains(format))
        {
            return Narrow.Contains(format) ? Scalar.Int32 : format == "uint64" ? Scalar.UInt64 : Scalar.Int64;
        }

        var said = Said(schema).ToList();
        var numbers = said.Select(Model.Number.Decimal).OfType<decimal>().ToList();
        var isBeyond = said.Exists(IsBeyond) || numbers.Exists(number => number is < long.MinValue or > ulong.MaxValue);
        return isBeyond || schema.Format is "int128" or "uint128" or "bigint" ? Scalar.BigInteger
            : !numbers.Exists(number => number > long.MaxValue) ? Scalar.Int64
            : numbers.Min() >= 0 ? Scalar.UInt64
            : Scalar.BigInteger;
    }

    /// <summary>The numbers that a schema names: its bounds, the values it allows, and those it gives for an example.</summary>
    private static IEnumerable<string> Said(IOpenApiSchema schema)
#pragma warning disable CS0618 // 3.0 has no other example.
        => new[] { schema.Minimum, schema.Maximum, schema.ExclusiveMinimum, schema.ExclusiveMaximum, (schema as OpenApiSchema)?.Const }
            .OfType<string>()
            .Concat((schema.Enum ?? []).Concat(schema.Examples ?? []).Concat([schema.Example, schema.Default])
                .Where(value => !value.IsNull() && value!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                .Select(value => value!.ToJsonString()));
#pragma warning restore CS0618

    /// <summary>Whether a number is of more digits than any decimal.</summary>
    private static bool IsBeyond(string number) => Model.Number.Decimal(number) is null && Model.Number.Double(number) is <= -1e28 or >= 1e28;

    /// <summary>The type of a schema of numbers.</summary>
    public static Scalar Number(IOpenApiSchema schema) => schema.Format switch
    {
        "float" => Scalar.Single,
        "decimal" or "decimal128" => Scalar.Decimal,
        { } format when Integers.Contains(format) => Integer(schema),
        _ => Scalar.Double,
    };

    /// <summary>
    /// The type of a number that may be a text as well, as its digits: <c>type: [integer, string]</c>, or the same as alternatives, with a format of numbers or
    /// a pattern that only they fit; or such a pattern alone with such a format. Null for anything else.
    /// </summary>
    public static ScalarType? NumberOrText(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference || schema is { Format: null, Pattern: null }
            || schema.Enum?.Count > 0 || schema.Properties?.Count > 0 || schema.AllOf?.Count > 0)
        {
            return null;
        }

        var types = Types(schema);
        var isInteger = types.Contains(JsonSchemaType.Integer);
        var isSaid = types.Count == 2 && types.Contains(JsonSchemaType.String) && (isInteger || types.Contains(JsonSchemaType.Number));
        var isFormat = Integers.Contains(schema.Format) || Fractions.Contains(schema.Format);
        return isSaid ? isFormat || HasDigits(schema) ? Of(schema, isInteger) : null
            : types.Count == 0 && isFormat && HasDigits(schema) ? Of(schema, Integers.Contains(schema.Format))
            : null;
    }

    private static bool HasDigits(IOpenApiSchema schema) => schema.Pattern is { } pattern && IsNumeric(pattern);

    private static ScalarType Of(IOpenApiSchema schema, bool isInteger) => new(isInteger ? Integer(schema) : Number(schema)) { ReadsText = true };

    /// <summary>The types that a schema says, by itself or by alternatives that say nothing else.</summary>
    private static List<JsonSchemaType> Types(IOpenApiSchema schema)
    {
        if (schema.TypeWithoutNull() is { } own)
        {
            return own.Flags().ToList();
        }

        var alternatives = Alternatives.Read(schema);
        return alternatives.All(alternative => IsBare(alternative.Schema))
            ? alternatives.SelectMany(alternative => alternative.Schema.TypeWithoutNull()!.Value.Flags()).Distinct().ToList()
            : [JsonSchemaType.Object];
    }

    /// <summary>Whether a schema says nothing but a type of single values.</summary>
    private static bool IsBare(IOpenApiSchema schema)
        => schema is OpenApiSchema { Type: not null, Format: null, Pattern: null, Enum: null or { Count: 0 } } && !schema.HasParts();

    /// <summary>Whether only digits fit a pattern, with a sign, a fraction or an exponent.</summary>
    private static bool IsNumeric(string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.ECMAScript, Patience);
            return Numerals.All(regex.IsMatch) && !Others.Any(regex.IsMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
