using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>How a record is read and written: straight code over UTF-8 names, no reflection.</summary>
internal sealed class RecordJsonEmitter
{
    private const string UnknownMembers = "_unknownMembers";

    private readonly RecordModel _record;
    private readonly List<PropertyModel> _members;

    private RecordJsonEmitter(RecordModel record)
    {
        _record = record;
        _members = record.Properties.Where(property => !property.IsHeader).ToList();
    }

    public static void Emit(SourceWriter writer, RecordModel record)
    {
        var emitter = new RecordJsonEmitter(record);
        if (record.KeepsUnknown)
        {
            writer.Line($"private {Known.Dictionary}<string, {Known.JsonElement}>? {UnknownMembers};");
            writer.Line();
        }

        emitter.Write(writer);
        writer.Line();
        emitter.Read(writer);
    }

    private void Write(SourceWriter writer)
    {
        if (_record.Hierarchy is { } hierarchy)
        {
            HierarchyEmitter.Interfaces(writer, _record);
            writer.Open($"private protected {(hierarchy.Base is null ? "virtual" : "override")} void WriteMembers({Known.Utf8JsonWriter} writer)");
        }
        else
        {
            writer.Open($"void {Known.JsonModel}<{_record.Name}>.Write({Known.Utf8JsonWriter} writer)");
        }

        writer.Line("writer.WriteStartObject();");
        // Some servers read the kind of an object as its first member only.
        foreach (var property in _members.OrderBy(property => !property.IsDiscriminator))
        {
            WriteMember(writer, property);
        }

        if (_record.AdditionalProperties is { } additional)
        {
            writer.Open($"foreach (var member in {additional.Name})");
            writer.Line("writer.WritePropertyName(member.Key);");
            writer.Line(JsonText.WriteCall(additional.Value, "member.Value") + ";");
            writer.Close();
        }

        if (_record.KeepsUnknown)
        {
            writer.Open($"foreach (var member in {UnknownMembers} ?? new {Known.MutableDictionary}<string, {Known.JsonElement}>())");
            writer.Line("writer.WritePropertyName(member.Key);");
            writer.Line("member.Value.WriteTo(writer);");
            writer.Close();
        }

        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }

    private void WriteMember(SourceWriter writer, PropertyModel property)
    {
        if (RecordEmitter.TracksPresence(_record, property))
        {
            writer.Open($"if ({property.FieldName}.IsSet)");
            writer.Line($"writer.WritePropertyName({CSharpText.Utf8Literal(property.JsonName)});");
            writer.Line(JsonText.WriteCall(property.PropertyType, property.Name) + ";");
            writer.Close();
        }
        else if (property.IsDiscriminator)
        {
            // What is read and has no kind is written without one.
            writer.Open($"if ({HierarchyEmitter.Text(property)} is not \"\")");
            writer.Line(JsonText.WriteMember(property.Type, property.JsonName, property.Name));
            writer.Close();
        }
        else if (property.IsRequired)
        {
            writer.Line(JsonText.WriteMember(property.Type, property.JsonName, property.Name));
        }
        else
        {
            // "is { } x" both tests and takes the value out of its Nullable.
            writer.Open($"if ({property.Name} is {{ }} {property.LocalName})");
            writer.Line(JsonText.WriteMember(property.Type.AsNonNullable(), property.JsonName, property.LocalName));
            writer.Close();
        }
    }

    private void Read(SourceWriter writer)
    {
        writer.Open($"static {_record.Name} {Known.JsonModel}<{_record.Name}>.Read(ref {Known.Utf8JsonReader} reader)");
        if (_record.Hierarchy is not null)
        {
            HierarchyEmitter.ReadDerived(writer, _record);
        }

        foreach (var property in _members)
        {
            writer.Line(KeepsPresence(property)
                ? $"{Known.Sent}<{TypeText.Write(property.PropertyType)}> {property.LocalName} = default;"
                : $"{TypeText.Write(property.PropertyType.AsNullable())} {property.LocalName} = null;");
        }

        if (_record.AdditionalProperties is { } additional)
        {
            writer.Line($"var additionalMembers = new {Known.MutableDictionary}<string, {TypeText.Write(additional.Value)}>();");
        }
        else if (_record.KeepsUnknown)
        {
            writer.Line($"{Known.MutableDictionary}<string, {Known.JsonElement}>? additionalMembers = null;");
        }

        writer.Line($"{Known.JsonCodec}.StartObject(ref reader);");
        writer.Open($"while ({Known.JsonCodec}.NextMember(ref reader))");
        ReadMembers(writer);
        writer.Close();
        writer.Line();
        Construct(writer);
        writer.Close();
    }

    private void ReadMembers(SourceWriter writer)
    {
        var keyword = "if";
        foreach (var property in _members)
        {
            writer.Open($"{keyword} (reader.ValueTextEquals({CSharpText.Utf8Literal(property.JsonName)}))");
            writer.Line("reader.Read();");
            writer.Line(KeepsPresence(property) ? $"{property.LocalName} = new({ReadValue(property)});" : $"{property.LocalName} = {ReadValue(property)};");
            writer.Close();
            keyword = "else if";
        }

        var rest = _record.AdditionalProperties is { } additional
            ? $"var name = reader.GetString()!;\nreader.Read();\nadditionalMembers[name] = {JsonText.ReadCall(additional.Value)};"
            : _record.KeepsUnknown
                ? $"var name = reader.GetString()!;\nreader.Read();\n"
                    + $"(additionalMembers ??= new {Known.MutableDictionary}<string, {Known.JsonElement}>())[name] = {Known.JsonCodec}.ReadElement(ref reader);"
            : $"{Known.JsonCodec}.Skip(ref reader);";
        if (keyword == "if")
        {
            writer.Line(rest);
            return;
        }

        writer.Open("else");
        writer.Line(rest);
        writer.Close();
    }

    /// <summary>A server may say null for a member it could have left out.</summary>
    private static string ReadValue(PropertyModel property)
    {
        var type = property.Type.AsNonNullable();
        return property.IsRequired && property.Type is not NullableType || type is ScalarType { Kind: Scalar.Element }
            ? JsonText.ReadCall(type)
            : JsonText.ReadCall(type.AsNullable());
    }

    private void Construct(SourceWriter writer)
    {
        writer.Line($"return new {_record.Name}");
        writer.Open();
        foreach (var property in _members)
        {
            writer.Line($"{Target(property)} = {Value(property)},");
        }

        if (_record.AdditionalProperties is { } additional)
        {
            writer.Line($"{additional.Name} = additionalMembers,");
        }
        else if (_record.KeepsUnknown)
        {
            writer.Line($"{UnknownMembers} = additionalMembers,");
        }

        writer.Close(";");
    }

    private string Target(PropertyModel property)
        => RecordEmitter.TracksPresence(_record, property) ? property.FieldName : property.Name;

    private string Value(PropertyModel property)
    {
        if (property.IsDiscriminator)
        {
            return $"{property.LocalName} ?? {HierarchyEmitter.Of(property.Type, CSharpText.Literal(_record.Hierarchy?.Value(property.JsonName) ?? ""))}";
        }

        var missing = $"throw {Known.JsonCodec}.Missing({CSharpText.Literal(property.JsonName)})";
        return !property.IsRequired ? property.LocalName
            : property.Type is NullableType ? $"{property.LocalName}.IsSet ? {property.LocalName}.Value : {missing}"
            : $"{property.LocalName} ?? {missing}";
    }

    /// <summary>Null and missing are two things where a required member may be null, or a sent one was set to null.</summary>
    private bool KeepsPresence(PropertyModel property)
        => property.IsRequired ? property.Type is NullableType : RecordEmitter.TracksPresence(_record, property);
}
