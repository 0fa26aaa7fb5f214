using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>What is checked and no attribute says.</summary>
/// <param name="checks">Knows which types check themselves.</param>
/// <param name="types">The document's types by name.</param>
internal sealed class AttributeGaps(Checks checks, IReadOnlyDictionary<string, TypeModel> types)
{
    /// <summary>Whether a record's own members have such limits.</summary>
    public bool Has(RecordModel record)
        => IsLimitedAsWhole(record)
            || record.Dependencies.Count > 0
            || record.Properties.Any(property => Has(property.Type, property.Limits))
            || (record.AdditionalProperties is { } more && (more.Limits.Own.Any() || Has(more.Value, more.Limits)));

    private static bool IsLimitedAsWhole(RecordModel record)
        => record.Limits is { } limits && (limits.Rules.Count > 0 || (limits.MinProperties ?? limits.MaxProperties) is not null);

    private bool Has(TypeRef type, LimitsModel limits)
        => limits.Rules.Count > 0 || type.AsNonNullable() switch
        {
            ScalarType { Kind: Scalar.Uri } => limits.Own.Any(),
            NamedType named when checks.Has(named.Name) => types[named.Name] switch
            {
                RecordModel record => IsLimitedAsWhole(record),
                EnumModel => limits.Allowed.Count == 0,
                _ => true,
            },
            _ => false,
        };
}
