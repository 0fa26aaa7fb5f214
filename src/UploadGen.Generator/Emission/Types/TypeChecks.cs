using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Writes the statements by which types check themselves before they are sent.</summary>
internal sealed class TypeChecks(ApiModel model)
{
    private readonly Dictionary<string, CheckedTypeModel> _checked = model.CheckedTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Whether a type checks itself.</summary>
    public bool Has(string type) => _checked.ContainsKey(type);

    /// <summary>Whether more is checked of a record's own members than attributes say.</summary>
    public bool ExceedsAttributes(RecordModel record) => _checked.TryGetValue(record.Name, out var type) && type.ExceedsAttributes;

    /// <summary>The statements that check a record's members.</summary>
    public IEnumerable<Statement> Write(RecordModel record)
        => PlacedStatement.Join(Statements(record, new ValueChecks(this, new CheckFieldNames(record.CheckFields))));

    /// <summary>The statement that checks whether an enum's value is known.</summary>
    public static IEnumerable<Statement> Write(EnumModel model)
    {
        var text = string.Join(", ", model.Values.Select(known => known.Value));
        var value = EnumEmitter.Value(model);
        var check = EnumEmitter.HasSet(model)
            ? new Statement($"if (!{EnumEmitter.Set}.Contains({value})) {{ validation.Add(\"\", \"enum\", {CSharpText.Literal(text)}, {value}); }}")
            : ValueChecks.OneOf("\"\"", "enum", string.Join(" or ", model.Values.Select(known => EnumEmitter.Literal(model, known))), text, value);
        return PlacedStatement.Join([new PlacedStatement(check, model.Place)]);
    }

    /// <summary>The statements that check a union's value, by its type.</summary>
    public IEnumerable<(TypeRef Type, IReadOnlyList<Statement> Statements)> Write(UnionModel union)
    {
        var values = new ValueChecks(this, new CheckFieldNames(union.CheckFields));
        foreach (var variant in union.Variants)
        {
            var statements = PlacedStatement.Join(values.Write(variant.Type, variant.Limits, "", "value")).ToList();
            if (statements.Count > 0)
            {
                yield return (variant.Type, statements);
            }
        }
    }

    /// <summary>The statements that check a union's value, whatever its type.</summary>
    public IEnumerable<Statement> WriteWhole(UnionModel union)
    {
        var values = new ValueChecks(this, new CheckFieldNames(union.CheckFields));
        return PlacedStatement.Join(values.WriteWhole(new NamedType(union.Name, NamedKind.Union), union.Limits, ""));
    }

    private static IEnumerable<PlacedStatement> Statements(RecordModel record, ValueChecks values)
        => [
            .. record.Properties.SelectMany(property => Property(property, values)),
            .. record.AdditionalProperties is { } more ? values.Write(new MapType(more.Value), more.Limits, "", more.Name) : [],
            .. values.WriteWhole(new NamedType(record.Name, NamedKind.Record), record.Limits, Count(record)),
            .. record.Limits.Rules.Count == 0 ? [] : record.Properties.Where(property => property.IsSecret).Select(Conceal),
            .. record.CheckedDependencies.Select(dependency => new PlacedStatement(Dependency(record, dependency.Given, dependency.Needed), dependency.Place)),
        ];

    private static IEnumerable<PlacedStatement> Property(PropertyModel property, ValueChecks values)
    {
        var name = CSharpText.Literal(property.JsonName);
        var own = values.Write(property.PropertyType, property.Limits, property.JsonName, property.Name).ToList();
        if (property.IsDiscriminator)
        {
            var value = HierarchyEmitter.Text(property);
            own.Insert(0, new PlacedStatement(Statement.Call($"validation.Required({name}, {value} is \"\" ? null : {value}"), property.RequiredBy));
        }
        else if (property.IsCheckedForNull)
        {
            own.Insert(0, new PlacedStatement(Statement.Call($"validation.Required({name}, {property.Name}"), property.RequiredBy));
        }

        return property.IsSecret && own.Count > 0 ? own.Append(Conceal(property)) : own;
    }

    private static PlacedStatement Conceal(PropertyModel property) => new(Statement.Call($"validation.Conceal({CSharpText.Literal(property.JsonName)}"));

    /// <summary>The number of members that are sent.</summary>
    private static string Count(RecordModel record)
    {
        var always = record.Properties.Count(property => property.IsRequired);
        var terms = record.Properties
            .Where(property => !property.IsRequired)
            .Select(property => $"({IsSent(record, property)} ? 1 : 0)")
            .Concat(record.AdditionalProperties is { } more ? [more.Name + ".Count"] : []);
        return string.Join(" + ", terms.Prepend(always.ToString(CultureInfo.InvariantCulture)));
    }

    private static string IsSent(RecordModel record, PropertyModel property)
        => property.IsRequired ? "true" : RecordEmitter.TracksPresence(record, property) ? property.FieldName + ".IsSet" : property.Name + " is not null";

    private static Statement Dependency(RecordModel record, PropertyModel given, PropertyModel needed)
    {
        var arguments = $"{CSharpText.Literal(needed.JsonName)}, \"dependentRequired\", {CSharpText.Literal("a value beside " + given.JsonName)}, null";
        return new Statement($"if ({IsSent(record, given)} && !({IsSent(record, needed)})) {{ validation.Add({arguments}); }}");
    }
}
