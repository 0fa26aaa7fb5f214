using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Finds by what the values of a union's types are told apart on the wire: what a union writes into an object that doesn't say itself what it is, and the
/// texts by which one enum is known from another.
/// </summary>
internal static class UnionKinds
{
    public static UnionModel Find(UnionModel union, IReadOnlyDictionary<string, TypeModel> types)
    {
        var texts = union.Variants.Count(variant => variant.Tokens.HasFlag(JsonTokens.String));
        return union with
        {
            KeepsUnknown = KeepsUnknown(union),
            Variants = union.Variants
                .Select(variant => variant with
                {
                    Kind = Kind(union.Discriminator, variant, types),
                    Known = texts > 1 && Declared(variant, types) is EnumModel values
                        ? values.Values.Select(value => value.Value).ToEquatableArray()
                        : default,
                })
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether a value of a kind that the document doesn't tell of is none of the types: all objects have kinds, and nothing takes any JSON.</summary>
    private static bool KeepsUnknown(UnionModel union)
    {
        var objects = union.Variants.Where(variant => variant.Tokens.HasFlag(JsonTokens.Object)).ToList();
        return union.Discriminator is not null && objects.Count > 0
            && objects.TrueForAll(variant => variant.DiscriminatorValues.Count > 0 && variant.Type is not ScalarType { Kind: Scalar.Element });
    }

    private static string? Kind(string? discriminator, VariantModel variant, IReadOnlyDictionary<string, TypeModel> types)
    {
        if (discriminator is null || variant.DiscriminatorValues.Count == 0 || Declared(variant, types) is not RecordModel record)
        {
            return null;
        }

        var said = record.Hierarchy?.Value(discriminator)
            ?? record.Properties.FirstOrDefault(property => property.JsonName == discriminator && property.IsRequired)?.Constant;
        return said is not null && variant.DiscriminatorValues.Contains(said) ? null : variant.DiscriminatorValues[0];
    }

    private static TypeModel? Declared(VariantModel variant, IReadOnlyDictionary<string, TypeModel> types)
        => variant.Type is NamedType named && types.TryGetValue(named.Name, out var type) ? type : null;
}
