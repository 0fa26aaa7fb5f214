using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Schemas to types. A schema that needs a C# declaration is named at once and declared later, from a queue: so schemas
/// may refer to each other and to themselves.
/// </summary>
internal sealed partial class SchemaBinder
{
    /// <summary>Lists of lists of … beyond this are anything: what isn't declared is bound at once, and the compiler's stack is short.</summary>
    private const int MaxDepth = 100;

    private static readonly TypeRef AnyValue = new ScalarType(Scalar.Element);

    private readonly BindingContext _context;
    private readonly IReadOnlyDictionary<string, string> _componentNames;
    private readonly SchemaHierarchy _hierarchy;
    private readonly Dictionary<string, TypeRef> _components = new(StringComparer.Ordinal);
    private readonly HashSet<string> _componentsInProgress = new(StringComparer.Ordinal);
    private readonly Dictionary<(IOpenApiSchema Schema, NamedKind Kind), NamedType> _named = [];
    private readonly Dictionary<(string Name, string Values), NamedType> _sharedEnums = [];
    private readonly Dictionary<IOpenApiSchema, string> _componentIds = [];
    private readonly HashSet<IOpenApiSchema> _targetsInProgress = [];
    private readonly Queue<Action> _pending = new();
    private readonly Dictionary<string, TypeModel> _declared = new(StringComparer.Ordinal);
    private int _depth;

    public SchemaBinder(BindingContext context)
    {
        _context = context;
        _hierarchy = new SchemaHierarchy(context.Document);
        Xml = new XmlForms(this, context.HasXmlNodeTypes);
        var components = context.Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        _componentNames = SchemaNames.Assign(components.Keys.Where(id => !context.Moved.Include(Place.ComponentPointer(id))), context.TypeNames);
        foreach (var component in components)
        {
            _componentIds[component.Value] = component.Key;
        }
    }

    /// <summary>The declarations made so far, by name.</summary>
    public IReadOnlyDictionary<string, TypeModel> Declared => _declared;

    /// <summary>Which values have a form in XML.</summary>
    public XmlForms Xml { get; }

    /// <summary>The type of a schema, declared when it needs to be. An absent schema is any JSON value.</summary>
    public TypeRef Bind(IOpenApiSchema? schema, Place place)
    {
        if (schema is null)
        {
            return AnyValue;
        }

        if (_depth > MaxDepth)
        {
            _context.Report(SpecProblem.At(place.Pointer, SpecProblemKind.NotSupported, "schemas are nested too deep here", "Any JSON value"));
            return AnyValue;
        }

        _depth++;
        var type = schema is OpenApiSchemaReference reference ? BindReference(reference, place) : BindOwn(schema, place);
        _depth--;
        return type;
    }

    /// <summary>The type of a component that was bound; null for none.</summary>
    public TypeRef? Bound(string id) => _components.TryGetValue(id, out var type) ? type : null;

    /// <summary>Binds a component that a statement names, if it is there.</summary>
    public void BindStated(string id)
    {
        if (_componentNames.ContainsKey(id))
        {
            BindComponent(id);
        }
    }

    public TypeRef BindComponent(string id) => BindComponent(id, Place.Component(id, _componentNames[id]));

    private TypeRef BindComponent(string id, Place place)
    {
        if (_components.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!_context.Document.Components!.Schemas!.TryGetValue(id, out var schema) || !_componentsInProgress.Add(id))
        {
            // A schema that is nothing but a reference to itself says nothing.
            return AnyValue;
        }

        var type = Bind(schema, place);
        _componentsInProgress.Remove(id);
        return _components[id] = type;
    }

    /// <summary>The members of an object schema, whatever it is composed of.</summary>
    public ObjectMembers Members(IOpenApiSchema schema, Place place)
        => ObjectMembers.Read(schema, place, PartPlace);

    /// <summary>Where limits stand in the document as it is written.</summary>
    public LimitPlaces Places => _context.Limits.Places;

    /// <summary>What limits a value of a type.</summary>
    /// <param name="schema">The value's schema.</param>
    /// <param name="place">Where that stands.</param>
    /// <param name="type">The type.</param>
    /// <param name="member">The name in JSON of the member that the value is of, if it is of one.</param>
    public LimitsModel Limits(IOpenApiSchema schema, Place place, TypeRef type, string member = "")
        => _context.Limits.Bind(schema.Limits(place), place.Pointer, type, member);

    /// <summary>Declares what has only been named so far, and what that names in turn. A value of a type may be one of a type that derives from it.</summary>
    public void DeclarePending()
    {
        do
        {
            while (_pending.Count > 0)
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
                _pending.Dequeue()();
            }

            foreach (var derived in _hierarchy.Bases.Where(derived => _components.ContainsKey(derived.Value) && _componentNames.ContainsKey(derived.Key)))
            {
                BindComponent(derived.Key);
            }
        }
        while (_pending.Count > 0);
    }

    /// <summary>The records that derive from others, and those, by name.</summary>
    public IReadOnlyDictionary<string, RecordModel> Hierarchies() => new RecordHierarchy(_hierarchy, _declared, _componentNames).Bind();

    private TypeRef BindOwn(IOpenApiSchema schema, Place place)
    {
        LimitProblems.Find(schema, place.Pointer).ToList().ForEach(_context.Report);
        var type = BindShape(schema, place);
        return schema.AllowsNull() || Alternatives.IncludeNull(schema) ? type.AsNullable() : type;
    }

    private TypeRef BindReference(OpenApiSchemaReference reference, Place place)
    {
        if (reference.TargetOrNull() is not { } target)
        {
            _context.ReportUnresolved(place.Pointer, reference.Reference, "Any JSON value (JsonElement)");
            return AnyValue;
        }

        if (ComponentId(reference, target) is { } id)
        {
            return ComponentPlace(id, place) is { } own ? BindComponent(id, own) : AnyValue;
        }

        if (!_targetsInProgress.Add(target))
        {
            return AnyValue;
        }

        var type = Bind(target, place);
        _targetsInProgress.Remove(target);
        return type;
    }

    /// <summary>A component is referred to by its place, or by an <c>$id</c> of its own.</summary>
    private string? ComponentId(OpenApiSchemaReference reference, IOpenApiSchema target)
        => reference.Reference.Id is { } id && _context.Document.Components?.Schemas?.ContainsKey(id) == true ? id
            : _componentIds.TryGetValue(target, out var own) ? own
            : null;

    /// <summary>Where a part of a composition stands; null where it isn't to be read from here. The name of the whole isn't that of the part.</summary>
    private Place? PartPlace(OpenApiSchemaReference reference, Place origin)
        => reference.Reference.Id is { } id ? ComponentPlace(id, origin with { IsNameTaken = false }) : origin;

    /// <summary>Where a component stands; null where it isn't to be bound from here.</summary>
    private Place? ComponentPlace(string id, Place origin)
        => _componentNames.TryGetValue(id, out var name) ? Place.Component(id, name) : _context.Moved.Follow(Place.ComponentPointer(id), origin, id);

    private TypeRef BindShape(IOpenApiSchema schema, Place place)
    {
        if (NumberShape.NumberOrText(schema) is { } number)
        {
            return number;
        }

        if (Alternatives.Single(schema) is { } only)
        {
            return Bind(only.Schema, place.Inside(only.Keyword, only.Index));
        }

        if (_componentIds.TryGetValue(schema, out var id) && _hierarchy.IsDerived(id))
        {
            return DeclareRecord(schema, place);
        }

        if (Composition.Single(schema) is { } part)
        {
            var whole = Bind(part.Schema, place.Inside("allOf", part.Index));
            return Composition.AllowsNull(schema) ? whole.AsNullable() : whole;
        }

        if (schema.Constant() is not null)
        {
            return new ScalarType(Scalar.String);
        }

        if (schema.StringValues() is { Count: > 0 } values && schema.TypeWithoutNull() is null or JsonSchemaType.String)
        {
            return DeclareEnum(schema, values, place);
        }

        if (!schema.HasOwnShape()
            && schema.AllOf is null or { Count: 0 }
            && Alternatives.Read(schema) is { Count: > 1 } alternatives
            && !Alternatives.AreLimits(schema, alternatives))
        {
            if (OpenEnum.Values(alternatives) is { } known)
            {
                return DeclareEnum(schema, known, place, OpenEnum.IsOpen(schema));
            }

            return DeclareUnion(schema, alternatives, place);
        }

        // Where the type is said, and is no object, what is composed only limits it.
        var type = schema.TypeWithoutNull() ?? ImpliedType(schema);
        if (schema.Properties?.Count > 0 || (schema.AllOf?.Count > 0 && type is 0 or JsonSchemaType.Object))
        {
            return DeclareRecord(schema, place);
        }

        return type is JsonSchemaType.Integer && EnumNames.HasNames(schema) && NumberShape.Integer(schema) is not Scalar.BigInteger and var integer
            ? DeclareIntegerEnum(schema, integer, place)
            : BindTypes(schema, type, place);
    }

    private TypeRef BindTypes(IOpenApiSchema schema, JsonSchemaType type, Place place)
    {
        var types = type.Flags().ToList();
        return types.Count switch
        {
            0 => AnyValue,
            1 => BindType(schema, types[0], place),
            _ => DeclareTypeArray(schema, types, place),
        };
    }

    private TypeRef BindType(IOpenApiSchema schema, JsonSchemaType type, Place place) => type switch
    {
        JsonSchemaType.Array => BindArray(schema, place),
        JsonSchemaType.Object => BindOpenObject(schema, place),
        _ => new ScalarType(schema.ScalarOf(type)),
    };

    private ListType BindArray(IOpenApiSchema schema, Place place)
    {
        if (schema.UnrecognizedKeywords?.ContainsKey("prefixItems") == true)
        {
            const string reason = "a type for each position of an array has no counterpart in C#";
            _context.Report(SpecProblem.At(place.Pointer + "/prefixItems", SpecProblemKind.NotSupported, reason, "A list of any JSON values"));
            return new ListType(AnyValue);
        }

        return new ListType(Bind(schema.Items, place.Items()));
    }

    /// <summary>An object without known members: a map, or nothing at all where the document allows no members.</summary>
    private TypeRef BindOpenObject(IOpenApiSchema schema, Place place)
    {
        if (schema.AdditionalProperties is null && schema.PatternProperties is { Count: 1 } patterns)
        {
            var pattern = patterns.First();
            var inside = new Place(DocumentPointer.Append(place.Pointer + "/patternProperties", pattern.Key), place.MapValue().Name);
            return new MapType(Bind(pattern.Value, inside));
        }

        return schema.AdditionalProperties is null && !schema.AdditionalPropertiesAllowed
            ? DeclareRecord(schema, place)
            : new MapType(Bind(schema.AdditionalProperties, place.MapValue()));
    }

    private static JsonSchemaType ImpliedType(IOpenApiSchema schema)
        => schema.Items is not null ? JsonSchemaType.Array
            : schema.AdditionalProperties is not null || !schema.AdditionalPropertiesAllowed ? JsonSchemaType.Object
            : 0;
}
