using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A value of any kind: a keyword says something of the kind it is about, and nothing of others (JSON Schema 2020-12 validation, section 6).</summary>
public partial struct Validation
{
    /// <summary><c>minLength</c> of a value that may be a string.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="limit">The limit.</param>
    public void MinLength(string member, JsonElement? value, long limit) => MinLength(member, String(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>maxLength</c> of a value that may be a string.</summary>
    public void MaxLength(string member, JsonElement? value, long limit) => MaxLength(member, String(value), limit);

    /// <inheritdoc cref="Pattern(string, string?, SchemaPattern)" path="/param"/>
    /// <summary><c>pattern</c> of a value that may be a string.</summary>
    public void Pattern(string member, JsonElement? value, SchemaPattern pattern) => Pattern(member, String(value), pattern);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>minimum</c> of a value that may be a number.</summary>
    public void Minimum(string member, JsonElement? value, double limit) => Minimum(member, Number(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>maximum</c> of a value that may be a number.</summary>
    public void Maximum(string member, JsonElement? value, double limit) => Maximum(member, Number(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>exclusiveMinimum</c> of a value that may be a number.</summary>
    public void ExclusiveMinimum(string member, JsonElement? value, double limit) => ExclusiveMinimum(member, Number(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>exclusiveMaximum</c> of a value that may be a number.</summary>
    public void ExclusiveMaximum(string member, JsonElement? value, double limit) => ExclusiveMaximum(member, Number(value), limit);

    /// <inheritdoc cref="MultipleOf(string, long?, long)" path="/param"/>
    /// <summary><c>multipleOf</c> of a value that may be a number.</summary>
    public void MultipleOf(string member, JsonElement? value, double divisor) => MultipleOf(member, Number(value), divisor);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>minItems</c> of a value that may be an array.</summary>
    public void MinItems(string member, JsonElement? value, long limit) => MinItems(member, Items(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>maxItems</c> of a value that may be an array.</summary>
    public void MaxItems(string member, JsonElement? value, long limit) => MaxItems(member, Items(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>minProperties</c> of a value that may be an object.</summary>
    public void MinProperties(string member, JsonElement? value, long limit) => MinProperties(member, Members(value), limit);

    /// <inheritdoc cref="MinLength(string, JsonElement?, long)" path="/param"/>
    /// <summary><c>maxProperties</c> of a value that may be an object.</summary>
    public void MaxProperties(string member, JsonElement? value, long limit) => MaxProperties(member, Members(value), limit);

    /// <summary><c>uniqueItems</c> of a value that may be an array.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    public void UniqueItems(string member, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Array } array) UniqueItems(member, array.EnumerateArray().ToArray());
    }

    private static string? String(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static int? Items(JsonElement? value) => value is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : null;

    private static int? Members(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().Count() : null;
}
