using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Makes records of schemas that derive from each other derive from each other in C#, where they can: a record that says something else of a member than
/// what it derives from stays by itself.
/// </summary>
internal sealed class RecordHierarchy
{
    /// <summary>What such a record has beside its members.</summary>
    private static readonly string[] OwnNames = ["WriteMembers", "UnknownMembers"];

    private readonly SchemaHierarchy _schemas;
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly Dictionary<string, RecordModel?> _records = new(StringComparer.Ordinal);

    /// <param name="schemas">The schemas.</param>
    /// <param name="types">The declared types.</param>
    /// <param name="names">The C# names of the components.</param>
    public RecordHierarchy(SchemaHierarchy schemas, IReadOnlyDictionary<string, TypeModel> types, IReadOnlyDictionary<string, string> names)
        => (_schemas, _types, _names) = (schemas, types, names);

    /// <summary>The records that have a place in a hierarchy, by name.</summary>
    public IReadOnlyDictionary<string, RecordModel> Bind()
    {
        var descendants = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var id in _schemas.Bases.Keys.Where(IsDerived))
        {
            descendants[id] = descendants.TryGetValue(id, out var own) ? own : [];
            for (var at = id; IsDerived(at);)
            {
                at = _schemas.Bases[at];
                descendants[at] = [.. descendants.TryGetValue(at, out var others) ? others : [], id];
            }
        }

        return descendants
            .Select(entry => (Record: Record(entry.Key)!, Derived: Derived(entry.Key, entry.Value)))
            .Select(entry => entry.Record with { Hierarchy = entry.Record.Hierarchy! with { Derived = entry.Derived.ToEquatableArray() } })
            .ToDictionary(record => record.Name, StringComparer.Ordinal);
    }

    private bool IsDerived(string id) => Record(id) is { Hierarchy.Base: not null };

    private IEnumerable<DerivedModel> Derived(string id, IReadOnlyList<string> descendants)
        => from discriminator in _schemas.Discriminators(id)
           from other in descendants
           from value in _schemas.Values(discriminator.Owner, other)
           group other by (discriminator.Member, value) into selected
           select new DerivedModel(selected.Key.Member, selected.Key.value, Record(selected.First())!.Name);

    private RecordModel? Record(string id)
    {
        if (!_records.TryGetValue(id, out var record))
        {
            _records[id] = null;
            _records[id] = record = Make(id);
        }

        return record;
    }

    private RecordModel? Make(string id)
    {
        if (!_names.TryGetValue(id, out var name) || !_types.TryGetValue(name, out var type) || type is not RecordModel own
            || own.Properties.Any(property => OwnNames.Contains(property.Name)))
        {
            return null;
        }

        var discriminators = _schemas.Discriminators(id).Select(one => one.Member).Distinct(StringComparer.Ordinal).ToList();
        if (!discriminators.TrueForAll(member => own.Properties.Any(property => property.JsonName == member && IsText(property))))
        {
            return null;
        }

        var record = WithDiscriminators(own, discriminators);
        var values = Values(id).ToEquatableArray();
        return _schemas.Bases.TryGetValue(id, out var above) && Record(above) is { } parent && Derive(record, parent, values) is { } derived
            ? derived
            : record with { Hierarchy = new HierarchyModel(null, values, default) };
    }

    private static bool IsText(PropertyModel property)
        => property.Type is ScalarType { Kind: Scalar.String } or NamedType { Kind: NamedKind.Enum };

    private static RecordModel WithDiscriminators(RecordModel record, List<string> members)
        => record with
        {
            Properties = record.Properties
                .Select(property => members.Contains(property.JsonName) ? property with { IsDiscriminator = true, IsRequired = true } : property)
                .ToEquatableArray(),
        };

    /// <summary>What each discriminator is in values of a schema: as the schema is selected, else as what it derives from is.</summary>
    private IEnumerable<DiscriminatorValueModel> Values(string id)
        => from discriminator in _schemas.Discriminators(id)
           group discriminator.Owner by discriminator.Member into owners
           let value = owners.Select(owner => Value(owner, id)).FirstOrDefault(value => value is not null)
           where value is not null
           select new DiscriminatorValueModel(owners.Key, value);

    private string? Value(string owner, string id)
        => _schemas.Values(owner, id) is { Count: > 0 } values ? values[0] : id == owner ? null : Value(owner, _schemas.Bases[id]);

    /// <summary>The record with what it has from another; null where the two don't agree.</summary>
    private static RecordModel? Derive(RecordModel record, RecordModel parent, EquatableArray<DiscriminatorValueModel> values)
    {
        var hierarchy = new HierarchyModel(parent.Name, values, default);
        var properties = record.Properties.Select(property => Inherited(property, parent, hierarchy)).ToList();
        var isAgreed = !properties.Contains(null)
            && parent.Properties.All(property => properties.Any(one => one!.IsInherited && one.JsonName == property.JsonName))
            && (parent.AdditionalProperties is not { } more || record.AdditionalProperties is { } own && own.Value == more.Value && own.Name == more.Name);
        return isAgreed
            ? record with
            {
                Properties = properties.Select(property => property!).ToEquatableArray(),
                AdditionalProperties = record.AdditionalProperties is { } members
                    ? members with { IsInherited = parent.AdditionalProperties is not null }
                    : null,
                Hierarchy = hierarchy,
            }
            : null;
    }

    /// <summary>A member as the parent has it, or as it is where the parent hasn't; null where C# can't have both.</summary>
    private static PropertyModel? Inherited(PropertyModel property, RecordModel parent, HierarchyModel hierarchy)
    {
        var known = parent.Properties.FirstOrDefault(other => other.JsonName == property.JsonName);
        if (known is null)
        {
            return parent.Properties.Any(other => other.Name == property.Name) || parent.AdditionalProperties?.Name == property.Name ? null : property;
        }

        if (known.IsDiscriminator)
        {
            return known with { IsInherited = true, LocalName = property.LocalName, Constant = hierarchy.Value(known.JsonName) };
        }

        // What the derived record requires and the base doesn't stays optional in C#, and is checked before it is sent.
        var isNarrowed = property.IsRequired && !known.IsRequired && property.Type == known.Type.AsNonNullable();
        return known.Name == property.Name && (known.PropertyType == property.PropertyType || isNarrowed)
            ? property with { IsInherited = true, IsRequired = known.IsRequired, Type = known.Type }
            : null;
    }
}
