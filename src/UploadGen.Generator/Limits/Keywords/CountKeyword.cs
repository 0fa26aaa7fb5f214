using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary>A least or greatest number of characters, items or members.</summary>
/// <param name="name">The keyword.</param>
/// <param name="least">The keyword for the least number.</param>
/// <param name="greatest">The keyword for the greatest.</param>
/// <param name="counted">What is counted.</param>
internal abstract class CountKeyword(string name, string least, string greatest, Counted counted) : Keyword(name)
{
    private bool IsLeast => Name == least;

    public override IEnumerable<string> Read(IOpenApiSchema schema)
        => Count(schema) is { } count && !(IsLeast && count <= 0) ? [count.ToString(CultureInfo.InvariantCulture)] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => Strictest(left[0], right[0], isLower: IsLeast);

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => counted.IsIn(type) && limits.Value(Name) is not null ? [Sentence(limits.Value(least), limits.Value(greatest))] : [];

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
        => counted.IsIn(type) && Integer(limits, Name) is { } count ? [Attribute(count)] : [];

    public override string? BrokenBy(IOpenApiSchema schema, JsonNode value) => Read(schema).FirstOrDefault(limit => IsBroken(limit, value));

    /// <summary>The count that a schema states.</summary>
    protected abstract int? Count(IOpenApiSchema schema);

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => counted.IsIn(type) ? Call(IntegerOf(limit), isOfCount: counted != Counted.Characters) : null;

    private bool IsBroken(string limit, JsonNode value)
        => counted.In(value) is { } count && count.CompareTo(int.Parse(limit, CultureInfo.InvariantCulture)) is var order && (IsLeast ? order < 0 : order > 0);

    /// <summary>Why no value is valid, where the least number is above the greatest.</summary>
    protected string? Contradiction(int? from, int? to)
        => from > to ? string.Format(CultureInfo.InvariantCulture, "{0} is {1} and {2} is {3}, so no value is valid", least, from, greatest, to) : null;

    protected static IntegerArgument? Integer(SchemaLimits limits, string keyword) => limits.Value(keyword) is { } limit ? IntegerOf(limit) : null;

    private static IntegerArgument IntegerOf(string count) => new(long.Parse(count, CultureInfo.InvariantCulture));

    private string Sentence(string? from, string? to) => (from, to) switch
    {
        ({ }, { }) when from == to => $"Exactly {to} {(to == "1" ? counted.One : counted.Many)}.",
        ({ }, { }) => $"{from} to {to} {counted.Many}.",
        (null, { }) => $"Up to {to} {(to == "1" ? counted.One : counted.Many)}.",
        _ => $"At least {from} {(from == "1" ? counted.One : counted.Many)}.",
    };
}
