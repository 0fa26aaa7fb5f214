using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>What schemas stand for, and what objects are made of.</summary>
internal sealed partial class SchemaBinder
{
    /// <summary>References and compositions are followed so far; whoever nests deeper is in a circle.</summary>
    private const int MaxLinks = 20;

    private readonly Dictionary<string, ObjectMembers> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _related = new(StringComparer.Ordinal);

    /// <summary>The members of a declared record, as schemas; null for what isn't one.</summary>
    public ObjectMembers? MembersOf(string record) => _members.TryGetValue(record, out var members) ? members : null;

    /// <summary>Whether a declared record derives from another, or another from it.</summary>
    public bool IsRelated(string record) => _related.Contains(record);

    /// <summary>A schema, and what it stands for: what it refers to, the only part that says what a value is, or the only alternative to null.</summary>
    public IEnumerable<SchemaLink> Links(IOpenApiSchema schema)
    {
        var at = schema;
        for (var depth = 0; at is not null && depth < MaxLinks; depth++)
        {
            var component = _componentIds.TryGetValue(at, out var id) && _componentNames.ContainsKey(id) ? id : null;
            yield return new SchemaLink(at, component);
            at = at is OpenApiSchemaReference reference ? reference.TargetOrNull()
                : Alternatives.Single(at) is { } only ? only.Schema
                : _componentIds.TryGetValue(at, out var own) && _hierarchy.IsDerived(own) ? null
                : Composition.Single(at) is { } part ? part.Schema
                : null;
        }
    }
}
