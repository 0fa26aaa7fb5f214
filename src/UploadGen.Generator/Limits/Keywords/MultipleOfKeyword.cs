using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>multipleOf</c>: what a number must be divisible by. Where schemas are composed there may be several.</summary>
internal sealed class MultipleOfKeyword() : Keyword("multipleOf")
{
    public override IEnumerable<string> Read(IOpenApiSchema schema)
        => schema.MultipleOf is > 0 and var divisor ? [divisor.ToString(CultureInfo.InvariantCulture)] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => Both(left, right);

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
        => type is ScalarType { IsNumber: true }
            ? limits.Of(Name).Where(limit => Number.Decimal(limit.Value) is not null).Select(limit => Attribute(new TextArgument(limit.Value)))
            : [];

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => type is ScalarType { IsNumber: true } ? limits.Of(Name).Select(limit => $"A multiple of {limit.Value}.") : [];

    public override string? BrokenBy(IOpenApiSchema schema, JsonNode value) => Read(schema).FirstOrDefault(limit => IsBroken(limit, value));

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => type is ScalarType { IsNumber: true } number && Kind(number, limit) is var kind && Number.Fits(kind, limit)
            ? Call(new NumberArgument(kind, limit))
            : null;

    private static bool IsBroken(string limit, JsonNode value)
        => value.GetValueKind() == JsonValueKind.Number && Number.Decimal(value.ToJsonString()) % Number.Decimal(limit) is not (null or 0);

    /// <summary>An integer is divided by a long where the divisor is one, else by a decimal.</summary>
    private static Scalar Kind(ScalarType type, string divisor)
        => type.Kind == Scalar.UInt64 ? Scalar.Decimal : !type.IsInteger ? type.Kind : Number.Integer(divisor) is not null ? Scalar.Int64 : Scalar.Decimal;
}
