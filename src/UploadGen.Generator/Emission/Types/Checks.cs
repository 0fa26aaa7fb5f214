using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>
/// Which types check themselves before they are sent. A type does when it has limits of its own, or one of its members does, or a member of a
/// member: they are found once for the whole document.
/// </summary>
internal sealed class Checks
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly AttributeGaps _gaps;

    public Checks(ApiModel model)
    {
        Places = new CheckPlaces(model.IsSwagger);
        var byName = model.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _gaps = new AttributeGaps(this, byName);
        var users = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in model.Types)
        {
            foreach (var part in Parts(type))
            {
                if (!users.TryGetValue(part, out var list))
                {
                    users[part] = list = [];
                }

                list.Add(type.Name);
            }
        }

        var open = new Stack<string>(model.Types.Where(HasOwn).Select(type => type.Name));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (_checked.Add(name) && users.TryGetValue(name, out var list))
            {
                list.ForEach(open.Push);
            }
        }

        // What is only received is never checked.
        _checked.ExceptWith(model.Types.Where(type => type is RecordModel { TracksPresence: false }).Select(type => type.Name));

        // Nor is what is made of nothing else.
        while (_checked.RemoveWhere(name => byName[name] is var type && !Of(type, new PatternFields()).Any()) > 0)
        {
        }
    }

    /// <summary>Where the document's limits stand.</summary>
    public CheckPlaces Places { get; }

    /// <summary>Whether a value of the type is checked at all.</summary>
    public bool Has(string type) => _checked.Contains(type);

    /// <summary>Whether more is checked of a record's own members than attributes say.</summary>
    public bool ExceedsAttributes(RecordModel record) => _gaps.Has(record);

    /// <summary>The statements that check a type's own members.</summary>
    public IEnumerable<string> Of(TypeModel type, PatternFields patterns)
    {
        var limits = new LimitChecks(this, patterns);
        return type switch
        {
            RecordModel record => Places.Of(Record(record, limits)),
            UnionModel union => union.Variants.SelectMany(variant => Variant(variant, limits)),
            EnumModel { IsSent: true, Values.Count: > 0 } values => Places.Of([Enum(values)]),
            _ => [],
        };
    }

    private static IEnumerable<CheckLine> Record(RecordModel record, LimitChecks checks)
        => [
            .. record.Properties.SelectMany(property => Property(property, checks)),
            .. record.AdditionalProperties is { } more ? checks.Of(new MapType(more.Value), new LimitsModel(Items: more.Limits), "", more.Name, more.Name) : [],
            .. record.Limits is { } limits ? LimitChecks.Members(limits, Count(record)) : [],
            .. Rules(record, checks),
            .. record.Dependencies.Select(dependency => Dependency(record, dependency)).OfType<CheckLine>(),
        ];

    /// <summary>Rules look into all members, secrets among them.</summary>
    private static IEnumerable<CheckLine> Rules(RecordModel record, LimitChecks checks)
        => record.Limits is not { Rules.Count: > 0 } limits ? []
            : checks.Rules(new NamedType(record.Name, NamedKind.Record), limits, "this", record.Name)
                .Concat(record.Properties.Where(property => property.IsSecret).Select(property => Conceal(property.JsonName)));

    private static CheckLine Conceal(string jsonName) => new($"validation.Conceal({CSharpText.Literal(jsonName)});");

    private static IEnumerable<CheckLine> Property(PropertyModel property, LimitChecks checks)
    {
        var name = CSharpText.Literal(property.JsonName);
        var limits = checks.Of(property.PropertyType, property.Limits, property.JsonName, property.Name, property.Name);
        var own = (property.IsRequired && property.Type is not NullableType && !property.Type.IsValueType
            ? limits.Prepend(new CheckLine($"validation.Required({name}, {property.Name});", "", property.RequiredBy))
            : limits).ToList();
        return property.IsSecret && own.Count > 0 ? own.Append(Conceal(property.JsonName)) : own;
    }

    /// <summary>The members that are sent.</summary>
    private static string Count(RecordModel record)
    {
        var always = record.Properties.Count(property => property.IsRequired);
        var terms = record.Properties
            .Where(property => !property.IsRequired)
            .Select(property => $"({IsSent(record, property)} ? 1 : 0)")
            .Concat(record.AdditionalProperties is { } more ? [more.Name + ".Count"] : []);
        return string.Join(" + ", terms.Prepend(always.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string IsSent(RecordModel record, PropertyModel property)
        => property.IsRequired ? "true" : RecordEmitter.TracksPresence(record, property) ? RecordEmitter.Field(property) + ".IsSet" : property.Name + " is not null";

    private static CheckLine? Dependency(RecordModel record, DependencyModel dependency)
    {
        var given = record.Properties.FirstOrDefault(property => property.JsonName == dependency.Member);
        var needed = record.Properties.FirstOrDefault(property => property.JsonName == dependency.Needs);
        return given is null || needed is null || needed.IsRequired ? null
            : new CheckLine($"if ({IsSent(record, given)} && !({IsSent(record, needed)})) {{ validation.Add({CSharpText.Literal(dependency.Needs)}, \"dependentRequired\", {CSharpText.Literal("a value beside " + dependency.Member)}, null); }}", "", dependency.Pointer);
    }

    private IEnumerable<string> Variant(VariantModel variant, LimitChecks checks)
    {
        var statements = Places.Of(checks.Of(variant.Type, variant.Limits, "", "value", variant.Name)).ToList();
        return statements.Count == 0 ? [] : [$"case {TypeText.Of(variant.Type)} value:\n    {string.Join("\n", statements).Replace("\n", "\n    ")}\n    break;"];
    }

    private static CheckLine Enum(EnumModel model)
    {
        var value = EnumEmitter.Value(model);
        var known = string.Join(" or ", model.Values.Select(known => CSharpText.Literal(known.Value)));
        var text = CSharpText.Literal(string.Join(", ", model.Values.Select(known => known.Value)));
        return new CheckLine($"if ({value} is not ({known})) {{ validation.Add(\"\", \"enum\", {text}, {value}); }}", "", model.Pointer);
    }

    private bool HasOwn(TypeModel type) => type is not RecordModel { TracksPresence: false } && Of(type, new PatternFields()).Any();

    private static IEnumerable<string> Parts(TypeModel type) => type switch
    {
        RecordModel record => record.Properties.Select(property => property.Type).Concat(record.AdditionalProperties is { } more ? [more.Value] : []).SelectMany(Named),
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
