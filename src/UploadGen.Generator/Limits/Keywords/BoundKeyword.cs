using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary>A least or greatest number.</summary>
/// <param name="name">The keyword.</param>
/// <param name="isLower">Whether values may not be less, rather than greater.</param>
/// <param name="isExclusive">Whether the bound itself isn't allowed.</param>
internal abstract class BoundKeyword(string name, bool isLower, bool isExclusive) : Keyword(name)
{
    public override IEnumerable<string> Read(IOpenApiSchema schema) => Bound(schema) is { } bound ? [bound] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => Strictest(left[0], right[0], isLower);

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
        => type is ScalarType { IsNumber: true } number && limits.Value(Name) is not null && NumberRange.From(limits).Attribute(number) is { } attribute
            ? [attribute]
            : [];

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => type is ScalarType { IsNumber: true } && limits.Value(Name) is not null ? [NumberRange.From(limits).Sentence] : [];

    public override string? BrokenBy(IOpenApiSchema schema, JsonNode value) => Read(schema).FirstOrDefault(limit => IsBroken(limit, value));

    /// <summary>The bound that a schema states.</summary>
    protected abstract string? Bound(IOpenApiSchema schema);

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => type is ScalarType { IsNumber: true } number && Argument(number, limit) is { } argument ? Call(argument) : null;

    private bool IsBroken(string limit, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.Number)
        {
            return false;
        }

        var order = Number.Compare(value.ToJsonString(), limit);
        return (isLower ? order < 0 : order > 0) || (isExclusive && order == 0);
    }

    /// <summary>The bound as a number of the type; null where the type's values can't break it.</summary>
    private NumberArgument? Argument(ScalarType type, string bound)
    {
        if (!type.IsInteger)
        {
            return Fitting(bound, type.Kind == Scalar.UInt64 ? Scalar.Decimal : type.Kind);
        }

        // x >= 1.5 is x >= 2, and x > 1.5 is x > 1.
        if (NumberRange.Rounded(bound, up: isLower != isExclusive) is { } integer)
        {
            return CanBeBroken(type.Kind, integer) ? new NumberArgument(Scalar.Int64, integer.ToString(CultureInfo.InvariantCulture)) : null;
        }

        // Beyond a long: either every value breaks it, or none does.
        return isLower == bound.StartsWith("-", StringComparison.Ordinal) ? null : Fitting(bound, Scalar.Decimal) ?? Fitting(bound, Scalar.Double);
    }

    private bool CanBeBroken(Scalar kind, long bound)
    {
        var (least, greatest) = kind == Scalar.Int32 ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        return isLower ? bound > least || (bound == least && isExclusive) : bound < greatest || (bound == greatest && isExclusive);
    }

    private static NumberArgument? Fitting(string bound, Scalar kind) => Number.Fits(kind, bound) ? new NumberArgument(kind, bound) : null;
}
