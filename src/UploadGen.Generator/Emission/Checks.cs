using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>
/// The checks that run before a value is sent. A type has some when one of its members does, or a member of a member: the
/// types that do are found once for the whole document.
/// </summary>
internal sealed class Checks
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    public Checks(ApiModel model)
    {
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

        var open = new Stack<string>(model.Types.OfType<RecordModel>().Where(HasOwn).Select(record => record.Name));
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
    }

    /// <summary>Whether a value of the type is checked at all.</summary>
    public bool Has(TypeModel type) => _checked.Contains(type.Name);

    /// <summary>The statements for a member.</summary>
    public IEnumerable<string> Of(PropertyModel property)
    {
        var name = CSharpText.Literal(property.JsonName);
        return Own(property).Concat(property.Type.AsNonNullable() switch
        {
            NamedType part when _checked.Contains(part.Name) => [$"validation.Nested({name}, {property.Name});"],
            ListType { Item: var item } when IsChecked(item) => [$"validation.Each({name}, {property.Name});"],
            MapType { Value: var value } when IsChecked(value) => [$"validation.EachValue({name}, {property.Name});"],
            _ => [],
        });
    }

    private bool IsChecked(TypeRef type) => type.AsNonNullable() is NamedType named && _checked.Contains(named.Name);

    private static bool HasOwn(RecordModel record) => record.Properties.Any(property => Own(property).Any());

    private static IEnumerable<string> Own(PropertyModel property)
    {
        var limits = LimitsText.Checks(property.Type, property.Limits, property.JsonName, property.Name);
        return property.IsRequired && property.Type is not NullableType && !property.Type.IsValueType
            ? limits.Prepend($"validation.Required({CSharpText.Literal(property.JsonName)}, {property.Name});")
            : limits;
    }

    private static IEnumerable<string> Parts(TypeModel type) => type switch
    {
        RecordModel record => record.Properties.SelectMany(property => Named(property.Type)),
        UnionModel union => union.Variants.SelectMany(variant => Named(variant.Type)),
        _ => [],
    };

    private static IEnumerable<string> Named(TypeRef type) => type.AsNonNullable() switch
    {
        NamedType named => [named.Name],
        ListType { Item: var item } when item.AsNonNullable() is NamedType named => [named.Name],
        MapType { Value: var value } when value.AsNonNullable() is NamedType named => [named.Name],
        _ => [],
    };
}
