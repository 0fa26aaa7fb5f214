using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Schemas of the components that derive from each other: <c>allOf</c> with a reference to a schema that has a <c>discriminator</c>, or to one that derives
/// from such.
/// </summary>
internal sealed class SchemaHierarchy
{
    /// <summary>How Swagger 2.0's documents say a value that isn't the schema's name.</summary>
    private const string ValueExtension = "x-ms-discriminator-value";

    private readonly IDictionary<string, IOpenApiSchema> _schemas;
    private readonly Dictionary<string, string> _bases = new(StringComparer.Ordinal);

    public SchemaHierarchy(OpenApiDocument document)
    {
        _schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var candidates = _schemas
            .Where(schema => schema.Value is OpenApiSchema)
            .Select(schema => (Id: schema.Key, Bases: References(schema.Value)))
            .Where(schema => schema.Bases.Count > 0)
            .ToList();
        for (var found = -1; found < _bases.Count;)
        {
            found = _bases.Count;
            foreach (var (id, bases) in candidates.Where(candidate => !_bases.ContainsKey(candidate.Id)))
            {
                if (bases.Where(one => one != id && IsMember(one)).ToList() is { Count: 1 } only && !DerivesFrom(only[0], id))
                {
                    _bases[id] = only[0];
                }
            }
        }
    }

    /// <summary>The schemas that derive from another, with that.</summary>
    public IReadOnlyDictionary<string, string> Bases => _bases;

    /// <summary>Whether a schema derives from another. It is a type of its own, then, even where it adds nothing.</summary>
    public bool IsDerived(string id) => _bases.ContainsKey(id);

    /// <summary>Whether others derive from a schema.</summary>
    public bool HasDerived(string id) => _bases.ContainsValue(id);

    /// <summary>The discriminators of a schema and of what it derives from, the nearest first: who says it, the member's name.</summary>
    public IEnumerable<(string Owner, string Member)> Discriminators(string id)
    {
        for (var at = id; at is not null; at = _bases.TryGetValue(at, out var next) ? next : null)
        {
            if (_schemas[at].Discriminator?.PropertyName is { Length: > 0 } member)
            {
                yield return (at, member);
            }
        }
    }

    /// <summary>The values by which a discriminator selects a schema: those mapped to it, else the one that the schema itself says, else its name.</summary>
    /// <param name="owner">The schema with the discriminator.</param>
    /// <param name="id">The schema that is selected.</param>
    public IReadOnlyList<string> Values(string owner, string id)
    {
        var discriminator = _schemas[owner].Discriminator!;
        var mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(entry => entry.Value?.Reference.Id == id)
            .Select(entry => entry.Key)
            .ToList();
        if (mapped.Count > 0 || owner == id)
        {
            return mapped;
        }

        if (OwnValue(_schemas[id], discriminator.PropertyName!) is { } own)
        {
            // What a schema between them says already is repeated, not selected by.
            return Between(owner, id).Any(other => Values(owner, other).Contains(own)) ? [] : [own];
        }

        return Discriminators(_bases[id]).First().Owner == owner ? [id] : [];
    }

    /// <summary>Whether a schema derives from another, in whatever many steps.</summary>
    public bool DerivesFrom(string id, string other)
    {
        for (var at = id; _bases.TryGetValue(at, out var next); at = next)
        {
            if (next == other)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> Between(string owner, string id)
    {
        for (var at = _bases[id]; at != owner; at = _bases[at])
        {
            yield return at;
        }
    }

    private bool IsMember(string id)
        => _bases.ContainsKey(id) || (_schemas.TryGetValue(id, out var schema) && schema is OpenApiSchema { Discriminator.PropertyName.Length: > 0 });

    private static List<string> References(IOpenApiSchema schema)
        => (schema.AllOf ?? []).OfType<OpenApiSchemaReference>().Select(part => part.Reference.Id).OfType<string>().Distinct().ToList();

    private static string? OwnValue(IOpenApiSchema schema, string member)
    {
        if (schema.Extensions is { } extensions && extensions.TryGetValue(ValueExtension, out var said) && said is JsonNodeExtension { Node: { } node })
        {
            return node.ToString();
        }

        return (schema.AllOf ?? []).Where(part => part is OpenApiSchema).Prepend(schema)
            .Select(part => part.Properties is { } properties && properties.TryGetValue(member, out var property) ? Constant(property) : null)
            .FirstOrDefault(value => value is not null);
    }

    private static string? Constant(IOpenApiSchema schema)
        => schema.IsBroken() ? null
            : schema.Constant() ?? (schema.Default is { } value && !value.IsNull() && value.GetValueKind() == System.Text.Json.JsonValueKind.String
                ? value.GetValue<string>()
                : null);
}
