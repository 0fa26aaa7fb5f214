using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>What records that derive from each other have more than others: a kind, and code that knows of which record a value is.</summary>
internal static class HierarchyEmitter
{
    /// <summary>The constructor for callers, which says a record's kind. It must be written down as there is another one, which reads.</summary>
    public static void Constructor(SourceWriter writer, RecordModel record)
    {
        var kinds = Kinds(record);
        if (kinds.Count == 0)
        {
            writer.Line("/// <summary>A value whose members are set by an initializer.</summary>");
            writer.Line($"public {record.Name}() {{ }}");
            writer.Line();
            return;
        }

        var words = string.Join(" and ", kinds.Select(kind => $"<c>{CSharpText.Xml(kind.Property.JsonName)}</c> <c>{CSharpText.Xml(kind.Value)}</c>"));
        writer.Line($"/// <summary>A value with the {words}.</summary>");
        writer.Open($"public {record.Name}()");
        SetKinds(writer, record);
        writer.Close();
        writer.Line();
    }

    /// <summary>The kind that a record has of its own.</summary>
    public static void SetKinds(SourceWriter writer, RecordModel record)
    {
        foreach (var (property, value) in Kinds(record))
        {
            writer.Line($"{property.Name} = {Of(property.Type, CSharpText.Literal(value))};");
        }
    }

    private static List<(PropertyModel Property, string Value)> Kinds(RecordModel record)
        => record.Properties
            .Where(property => property.IsDiscriminator)
            .Select(property => (Property: property, Value: record.Hierarchy?.Value(property.JsonName)))
            .Where(kind => kind.Value is not null)
            .Select(kind => (kind.Property, kind.Value!))
            .ToList();

    /// <summary>A text as a value of a discriminator's type.</summary>
    public static string Of(TypeRef type, string text) => type is NamedType named ? $"new {named.Name}({text})" : text;

    /// <summary>The C# expression for the text of a discriminator.</summary>
    public static string Text(PropertyModel property) => property.Type is NamedType ? property.Name + ".ToString()" : property.Name;

    /// <summary>How the interfaces lead to the one method that writes all of a value's members, whatever it is declared as.</summary>
    public static void Interfaces(SourceWriter writer, RecordModel record)
    {
        writer.Line($"void {Known.JsonModel}<{record.Name}>.Write({Known.Utf8JsonWriter} writer) => WriteMembers(writer);");
        writer.Line();
        if (record.Hierarchy!.Base is null)
        {
            writer.Line($"void {Known.JsonValue}.WriteTo({Known.Utf8JsonWriter} writer) => WriteMembers(writer);");
            writer.Line();
        }
    }

    /// <summary>Reads what the discriminators say is another record.</summary>
    public static void ReadDerived(SourceWriter writer, RecordModel record)
    {
        foreach (var discriminator in record.Hierarchy!.Derived.GroupBy(derived => derived.JsonName))
        {
            writer.Line($"switch ({Known.JsonUnion}.Discriminator(ref reader, {CSharpText.Utf8Literal(discriminator.Key)}))");
            writer.Open();
            foreach (var selected in discriminator.GroupBy(derived => derived.Name))
            {
                foreach (var derived in selected)
                {
                    writer.Line($"case {CSharpText.Literal(derived.Value)}:");
                }

                writer.Indent();
                writer.Line($"return {Known.JsonCodec}.ReadModel<{selected.Key}>(ref reader);");
                writer.Unindent();
            }

            writer.Close();
            writer.Line();
        }
    }
}
