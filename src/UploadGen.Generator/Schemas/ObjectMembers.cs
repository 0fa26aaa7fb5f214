using Microsoft.OpenApi;
using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Schemas;

/// <summary><c>dependentRequired</c>: where one member is there, another must be.</summary>
internal sealed record ObjectDependency(string Member, string Needs, string Pointer);

/// <summary>A member of a JSON object, where its schema stands.</summary>
internal sealed record ObjectMember(string JsonName, IOpenApiSchema Schema, Place Place)
{
    /// <summary>Whether what its schema says holds under a condition only: then it is the rule with the condition that judges the value.</summary>
    public bool IsConditional { get; init; }
}

/// <summary>The members of an object schema and of all it is composed of by <c>allOf</c>.</summary>
internal sealed class ObjectMembers
{
    /// <summary>Compositions nest a few levels; whoever nests deeper is after the compiler's stack.</summary>
    private const int MaxDepth = 100;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly HashSet<object> _visited = [];
    private int _depth;

    private ObjectMembers()
    {
    }

    public List<ObjectMember> Properties { get; } = [];

    /// <summary>What must be there where something else is.</summary>
    public List<ObjectDependency> Dependencies { get; } = [];

    /// <summary>What must be there, and the schema that says so.</summary>
    public Dictionary<string, string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema of members beyond the known ones, where one is given.</summary>
    public (IOpenApiSchema Schema, Place Place)? AdditionalProperties { get; private set; }

    /// <param name="schema">The object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="follow">Where what a reference leads to stands; null where it isn't to be followed.</param>
    public static ObjectMembers Read(IOpenApiSchema schema, Place place, Func<OpenApiSchemaReference, Place, Place?> follow)
    {
        var members = new ObjectMembers();
        members.Add(schema, place, follow);
        return members;
    }

    /// <summary>Adds a text that must be there, if it isn't said: some documents name a discriminator and don't describe it.</summary>
    public void Declare(string jsonName, Place place)
    {
        if (!_index.ContainsKey(jsonName))
        {
            _index[jsonName] = Properties.Count;
            Properties.Add(new ObjectMember(jsonName, new OpenApiSchema { Type = JsonSchemaType.String }, place.Property(jsonName)));
            Required[jsonName] = place.Pointer;
        }
    }

    private void Add(IOpenApiSchema schema, Place place, Func<OpenApiSchemaReference, Place, Place?> follow)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            if (reference.TargetOrNull() is { } target && follow(reference, place) is { } own)
            {
                Add(target, own, follow);
            }

            return;
        }

        if (_depth >= MaxDepth || !_visited.Add(schema))
        {
            return;
        }

        _depth++;

        for (var i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            Add(schema.AllOf![i], place.Inside("allOf", i), follow);
        }

        AddOwn(schema, place);
        AddAlternatives(schema, place, follow);
        _depth--;
    }

    /// <summary>
    /// Beside members of its own, or as a part of a composition, a <c>oneOf</c> or <c>anyOf</c> says which further members there may be; so does what holds
    /// of an object that has a member, or fits a condition.
    /// </summary>
    private void AddAlternatives(IOpenApiSchema schema, Place place, Func<OpenApiSchemaReference, Place, Place?> follow)
    {
        foreach (var alternative in Alternatives.Read(schema).Where(alternative => !DerivesFrom(alternative.Schema, schema)))
        {
            AddOptional(alternative.Schema, place.Variant(alternative.Keyword, alternative.Index, ""), isConditional: false, follow);
        }

        foreach (var (part, keyword) in Conditional(schema))
        {
            AddOptional(part, place with { Pointer = $"{place.Pointer}/{keyword}", IsNameTaken = false }, isConditional: true, follow);
        }
    }

    /// <summary>Adds what an object may have and needn't.</summary>
    private void AddOptional(IOpenApiSchema schema, Place place, bool isConditional, Func<OpenApiSchemaReference, Place, Place?> follow)
    {
        var members = new ObjectMembers();
        members._visited.UnionWith(_visited);
        members._depth = _depth;
        members.Add(schema, place, follow);
        foreach (var member in members.Properties.Where(member => !_index.ContainsKey(member.JsonName)))
        {
            _index[member.JsonName] = Properties.Count;
            Properties.Add(member with { IsConditional = isConditional || member.IsConditional });
        }
    }

    private static IEnumerable<(IOpenApiSchema Schema, string Keyword)> Conditional(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return [];
        }

        var dependent = own.DependentSchemas ?? new Dictionary<string, IOpenApiSchema>();
        return dependent.Select(dependency => (dependency.Value, DocumentPointer.Append("dependentSchemas", dependency.Key)))
            .Concat(own.Then is { } then ? [(then, "then")] : [])
            .Concat(own.Else is { } otherwise ? [(otherwise, "else")] : []);
    }

    /// <summary>Whether an alternative is what it stands in and more: then it is a type that derives from that.</summary>
    private static bool DerivesFrom(IOpenApiSchema alternative, IOpenApiSchema schema)
        => schema.Discriminator is not null
            && alternative is OpenApiSchemaReference reference
            && reference.TargetOrNull()?.AllOf?.Any(part => part is OpenApiSchemaReference above && above.TargetOrNull() == schema) == true;

    private void AddOwn(IOpenApiSchema schema, Place place)
    {
        foreach (var property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var member = new ObjectMember(property.Key, property.Value, place.Property(property.Key));
            if (_index.TryGetValue(property.Key, out var at))
            {
                Properties[at] = member;
            }
            else
            {
                _index[property.Key] = Properties.Count;
                Properties.Add(member);
            }
        }

        foreach (var name in (schema.Required ?? new HashSet<string>()).Where(name => !Required.ContainsKey(name)))
        {
            Required[name] = place.Pointer;
        }

        var dependencies = schema.DependentRequired ?? new Dictionary<string, HashSet<string>>();
        Dependencies.AddRange(dependencies.SelectMany(member => member.Value.Select(needed => new ObjectDependency(member.Key, needed, place.Pointer))));
        if (schema.AdditionalProperties is { } additional)
        {
            AdditionalProperties = (additional, place.MapValue());
        }
        else if (AdditionalProperties is null && schema.UnevaluatedMembers() is { } rest)
        {
            // A record has the members of all that it is composed of: what is left is what none of the parts evaluates.
            AdditionalProperties = (rest, place.UnevaluatedValue());
        }
    }
}
