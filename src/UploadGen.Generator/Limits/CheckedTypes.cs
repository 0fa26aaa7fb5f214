using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits;

/// <summary>
/// Finds the types that check themselves before they are sent: those that have limits of their own, and those with a member, or a member of a member,
/// of such a type.
/// </summary>
internal sealed class CheckedTypes
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    private CheckedTypes(IReadOnlyList<TypeModel> types)
    {
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var users = types
            .SelectMany(type => Parts(type).Select(part => (Part: part, User: type)))
            .ToLookup(use => use.Part, use => use.User, StringComparer.Ordinal);
        var open = new Stack<TypeModel>(types.Where(HasLimits));
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (!IsReceivedOnly(type) && _checked.Add(type.Name))
            {
                users[type.Name].ToList().ForEach(open.Push);
            }
        }
    }

    public static EquatableArray<CheckedTypeModel> Find(IReadOnlyList<TypeModel> types)
    {
        var found = new CheckedTypes(types);
        return types
            .Where(type => found._checked.Contains(type.Name))
            .Select(type => new CheckedTypeModel(type.Name, type is RecordModel record && found.ExceedsAttributes(record)))
            .ToEquatableArray();
    }

    private static bool IsReceivedOnly(TypeModel type) => type is RecordModel { TracksPresence: false };

    private static bool HasLimits(TypeModel type) => type switch
    {
        RecordModel record => record.Limits.IsChecked
            || record.Properties.Any(property => property.IsCheckedForNull || property.IsDiscriminator || property.Limits.IsChecked)
            || record.AdditionalProperties is { Limits.IsChecked: true }
            || record.CheckedDependencies.Any(),
        UnionModel union => union.Limits.IsChecked || union.Variants.Any(variant => variant.Limits.IsChecked),
        EnumModel values => values is { IsSent: true, IsOpen: false, Values.Count: > 0 },
        _ => false,
    };

    /// <summary>Whether the record's own members have limits that no attribute tells of.</summary>
    private bool ExceedsAttributes(RecordModel record)
        => record.Limits.IsChecked
            || record.Dependencies.Count > 0
            || record.Properties.Any(property => property.IsDiscriminator)
            || record.Properties.Any(property => ExceedsAttributes(property.Type, property.Limits))
            || (record.AdditionalProperties is { } more && (ExceedsAttributes(more.Value, more.MemberLimits) || more.MemberLimits.Checks.Count > 0));

    private bool ExceedsAttributes(TypeRef type, LimitsModel limits)
        => limits.Rules.Count > 0
            || (limits.Checks.Count > 0 && limits.Attributes.Count == 0)
            || (type.AsNonNullable() is NamedType named && _checked.Contains(named.Name) && _types[named.Name] switch
            {
                RecordModel record => record.Limits.IsChecked,
                EnumModel => limits.Attributes.Count == 0,
                _ => true,
            });

    /// <summary>The types that a type's values are made of.</summary>
    private static IEnumerable<string> Parts(TypeModel type) => type switch
    {
        RecordModel record => record.Properties
            .Select(property => property.Type)
            .Concat(record.AdditionalProperties is { } more ? [more.Value] : [])
            .SelectMany(Named)
            .Concat(record.Relatives),
        UnionModel union => union.Variants.SelectMany(variant => Named(variant.Type)),
        _ => [],
    };

    private static IEnumerable<string> Named(TypeRef type) => type switch
    {
        NullableType nullable => Named(nullable.Inner),
        NamedType named => [named.Name],
        ListType list => Named(list.Item),
        MapType map => Named(map.Value),
        _ => [],
    };
}
