using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>enum</c> and <c>const</c>: the only values there may be. A string with several has a type for it, which checks itself.</summary>
internal sealed class EnumKeyword() : Keyword("enum")
{
    /// <summary>More of them aren't shown in the documentation.</summary>
    private const int MaxShown = 20;

    /// <summary>Strings themselves, anything else as JSON.</summary>
    public override IEnumerable<string> Read(IOpenApiSchema schema)
    {
        if (EnumNames.IsOpen(schema))
        {
            return [];
        }

        if (schema.Constant() is { } constant)
        {
            return [constant];
        }

        return schema.TypeWithoutNull() switch
        {
            null or JsonSchemaType.String => schema.StringValues(),
            JsonSchemaType.Boolean when schema.Const is { } value => [value.ToLowerInvariant()],
            JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.Boolean
                => schema.Const is { } value ? [value] : (schema.Enum ?? []).Where(value => !value.IsNull()).Select(value => value.ToJsonString()),
            _ => [],
        };
    }

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => left;

    public override IEnumerable<(AssertionModel Assertion, Limit Limit)> Assertions(SchemaLimits limits, TypeRef type)
    {
        var allowed = limits.Of(Name).ToList();
        if (Values(allowed, type) is not { Count: > 0 } values)
        {
            return [];
        }

        var text = string.Join(", ", allowed.Select(limit => limit.Value));
        return [(new OneOfAssertion(allowed.Count == 1 ? "const" : "enum", values.ToEquatableArray(), text), allowed[0])];
    }

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
    {
        var allowed = limits.Of(Name).ToList();
        var values = Values(allowed, type);
        if (allowed.Count == 0 || (type is not NamedType { IsEnum: true } && values.Count == 0))
        {
            return [];
        }

        // C# has no decimals in attributes.
        return type is NamedType or ScalarType { Kind: Scalar.Decimal }
            ? [Attribute("AllowedTexts", [.. allowed.Select(limit => new TextArgument(limit.Value))])]
            : [new AttributeModel("System.ComponentModel.DataAnnotations.AllowedValues", values.ToEquatableArray(), ListsValues: true)];
    }

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => type is ScalarType { IsNumber: true } && limits.Of(Name).Select(limit => limit.Value).ToList() is { Count: > 0 and <= MaxShown } allowed
            ? [$"One of {string.Join(", ", allowed)}."]
            : [];

    /// <summary>The values in C#; none where one of them isn't of the type, or where they are all that the type has.</summary>
    private static List<ArgumentModel> Values(List<Limit> allowed, TypeRef type)
    {
        var values = type is ScalarType scalar ? allowed.Select(limit => Value(limit.Value, scalar)).ToList() : [];
        return values.Contains(null) || IsEveryBoolean(values) ? [] : values.OfType<ArgumentModel>().ToList();
    }

    /// <summary>The compiler refuses a check that nothing can fail.</summary>
    private static bool IsEveryBoolean(List<ArgumentModel?> values) => values.OfType<BooleanArgument>().Select(value => value.Value).Distinct().Count() == 2;

    private static ArgumentModel? Value(string value, ScalarType type) => type switch
    {
        { Kind: Scalar.String } => new TextArgument(value),
        { Kind: Scalar.Boolean } => value is "true" or "false" ? new BooleanArgument(value == "true") : null,
        { IsNumber: true } => Number.Fits(type.Kind, value) ? new NumberArgument(type.Kind, value) : null,
        _ => null,
    };
}
