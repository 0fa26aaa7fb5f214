using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Schemas;

/// <summary>One of the schemas of a <c>oneOf</c> or <c>anyOf</c>.</summary>
internal readonly record struct Alternative(IOpenApiSchema Schema, string Keyword, int Index)
{
    /// <summary>What a type declared for it is called, behind the name of the whole.</summary>
    public string Name => !Schema.IsBroken() && Schema.Title is { Length: > 0 } title
        ? CSharpName.Pascal(title, "Option")
        : "Option" + (Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Reads <c>oneOf</c> and <c>anyOf</c>: null is taken out, and what remains is one schema or several.</summary>
internal static class Alternatives
{
    public static IReadOnlyList<Alternative> Read(IOpenApiSchema schema)
    {
        var keyword = schema.OneOf?.Count > 0 ? "oneOf" : "anyOf";
        var all = (keyword == "oneOf" ? schema.OneOf : schema.AnyOf) ?? [];
        return all
            .Select((alternative, i) => new Alternative(alternative, keyword, i))
            .Where(alternative => !alternative.Schema.IsNullOnly())
            .ToList();
    }

    /// <summary><c>anyOf: [T, null]</c>, as FastAPI writes an optional value: the T.</summary>
    public static Alternative? Single(IOpenApiSchema schema)
        => !schema.HasOwnShape() && !Composition.Tells(schema) && Read(schema) is { Count: 1 } alternatives ? alternatives[0] : null;

    /// <summary>Whether the alternatives of an object only say which of its members must be there.</summary>
    public static bool AreLimits(IOpenApiSchema schema, IReadOnlyList<Alternative> alternatives)
        => schema.TypeWithoutNull() == JsonSchemaType.Object
            && alternatives.All(alternative
                => alternative.Schema.InPlace() is OpenApiSchema { Type: null, Required.Count: > 0 } part && !part.HasOwnShape() && !part.HasParts());

    public static bool IncludeNull(IOpenApiSchema schema)
        => schema.OneOf?.Any(alternative => alternative.IsNullOnly()) == true || schema.AnyOf?.Any(alternative => alternative.IsNullOnly()) == true;

    /// <summary>The variants of a union, each type once. A union of itself and others is a union of the others.</summary>
    public static EquatableArray<VariantModel> Variants(
        string union, IEnumerable<(TypeRef Type, IReadOnlyList<string> DiscriminatorValues, LimitsModel Limits)> alternatives)
    {
        var scope = new NameScope([.. MemberNames.OfUnions, .. MemberNames.OfUnionCode]);
        return alternatives
            .GroupBy(alternative => alternative.Type.AsNonNullable(), TypeIdentity.Instance)
            .Where(group => group.Key is not NamedType named || named.Name != union)
            .Select(group => (Group: group, Name: scope.Take(VariantName(group.Key))))
            .Select(variant => new VariantModel(
                variant.Name,
                CSharpName.Camel(variant.Name),
                variant.Group.Key,
                Tokens(variant.Group.Key),
                variant.Group.SelectMany(alternative => alternative.DiscriminatorValues).Distinct(StringComparer.Ordinal).ToEquatableArray(),
                variant.Group.Count() == 1 ? variant.Group.First().Limits : LimitsModel.None))
            .ToEquatableArray();
    }

    /// <summary>Whether alternatives that are one type have limits: which of them a value has to keep isn't known by its type.</summary>
    public static bool ShareLimits(IEnumerable<(TypeRef Type, IReadOnlyList<string> DiscriminatorValues, LimitsModel Limits)> alternatives)
        => alternatives
            .GroupBy(alternative => alternative.Type.AsNonNullable(), TypeIdentity.Instance)
            .Any(group => group.Count() > 1 && group.Any(alternative => alternative.Limits.IsChecked));

    /// <summary>Types that C# can't tell apart at run time: nullable references are nothing but the references.</summary>
    private sealed class TypeIdentity : IEqualityComparer<TypeRef>
    {
        public static readonly TypeIdentity Instance = new();

        public bool Equals(TypeRef? x, TypeRef? y) => x is not null && y is not null && Erase(x) == Erase(y);

        public int GetHashCode(TypeRef type) => Erase(type).GetHashCode();

        private static TypeRef Erase(TypeRef type) => type switch
        {
            NullableType { IsValueType: false } nullable => Erase(nullable.Inner),
            ListType list => new ListType(Erase(list.Item)),
            MapType map => new MapType(Erase(map.Value)),
            _ => type.InCSharp,
        };
    }

    /// <summary>The discriminator's values that stand for an alternative: those mapped to it, else its schema's own name.</summary>
    public static IReadOnlyList<string> DiscriminatorValues(IOpenApiSchema union, IOpenApiSchema alternative)
    {
        if (union.Discriminator is not { } discriminator || alternative.InPlace() is not OpenApiSchemaReference { Reference.Id: { } id })
        {
            return [];
        }

        var mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(entry => entry.Value?.Reference.Id == id)
            .Select(entry => entry.Key)
            .ToList();
        return mapped.Count > 0 ? mapped : [id];
    }

    private static string VariantName(TypeRef type) => type switch
    {
        NamedType named => named.Name,
        ListType list => VariantName(list.Item.AsNonNullable()) + "List",
        MapType map => VariantName(map.Value.AsNonNullable()) + "Map",
        ScalarType { IsInteger: true } or ScalarType { Kind: Scalar.UInt64 or Scalar.BigInteger } => "Integer",
        ScalarType { IsNumber: true } => "Number",
        ScalarType { Kind: Scalar.Element } => "Json",
        ScalarType scalar => scalar.Kind.ToString(),
        _ => "File",
    };

    private static JsonTokens Tokens(TypeRef type) => type switch
    {
        ListType => JsonTokens.Array,
        MapType or NamedType { Kind: NamedKind.Record } => JsonTokens.Object,
        NamedType { Kind: NamedKind.Enum } => JsonTokens.String,
        NamedType { Kind: NamedKind.IntegerEnum } => JsonTokens.Number,
        NamedType => JsonTokens.Any,
        ScalarType { Kind: Scalar.Boolean } => JsonTokens.Boolean,
        ScalarType { ReadsText: true } => JsonTokens.Number | JsonTokens.String,
        ScalarType { IsNumber: true } or ScalarType { Kind: Scalar.BigInteger } => JsonTokens.Number,
        ScalarType { Kind: Scalar.Element } => JsonTokens.Any,
        _ => JsonTokens.String,
    };
}
