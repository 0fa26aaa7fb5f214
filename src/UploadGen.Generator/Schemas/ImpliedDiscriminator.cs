using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Finds the discriminator that a document doesn't name: a required member that every object of a union has, with one
/// constant each (<c>"type": "image"</c>, <c>"type": "video"</c>).
/// </summary>
internal static class ImpliedDiscriminator
{
    public static UnionModel Find(UnionModel union, IReadOnlyDictionary<string, TypeModel> types)
    {
        var records = union.Variants
            .Select(variant => variant.Type is NamedType named && types.TryGetValue(named.Name, out var type) ? type as RecordModel : null)
            .ToList();
        var objects = records.OfType<RecordModel>().ToList();
        var isTold = union.Discriminator is not null && union.Variants.Any(variant => variant.DiscriminatorValues.Count > 0);
        if (isTold || objects.Count < 2 || Member(union.Discriminator, objects) is not { } member)
        {
            return union;
        }

        var variants = union.Variants.Select((variant, i) => records[i] is { } record
            ? variant with { DiscriminatorValues = new[] { Constant(record, member)! }.ToEquatableArray() }
            : variant);
        return union with { Discriminator = member, Variants = variants.ToEquatableArray() };
    }

    private static string? Member(string? named, List<RecordModel> objects)
        => objects[0].Properties
            .Select(property => property.JsonName)
            .Where(name => named is null || name == named)
            .FirstOrDefault(name => objects.Select(record => Constant(record, name)).ToList() is var constants
                && constants.All(constant => constant is not null)
                && constants.Distinct(StringComparer.Ordinal).Count() == constants.Count);

    private static string? Constant(RecordModel record, string name)
        => record.Properties.FirstOrDefault(property => property.JsonName == name && property.IsRequired)?.Constant;
}
