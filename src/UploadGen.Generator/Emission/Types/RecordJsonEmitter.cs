using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>How a record is read and written: a call for each member, no reflection.</summary>
internal sealed class RecordJsonEmitter
{
    // No property has a name that begins with a small letter or an underscore, but the fields of those that know whether they were set.
    private const string Members = "s_members";
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
        emitter.Fields(writer);
        emitter.Write(writer);
        writer.Line();
        emitter.Read(writer);
    }

    private IEnumerable<PropertyModel> Required => _members.Where(IsRequired);

    private IEnumerable<PropertyModel> Optional => _members.Where(property => !IsRequired(property) && !KeepsNull(property));

    private IEnumerable<PropertyModel> Nullable => _members.Where(property => !IsRequired(property) && KeepsNull(property));

    private void Fields(SourceWriter writer)
    {
        var groups = new[] { Required, Optional, Nullable }.Select(group => group.Select(property => property.JsonName).ToList()).ToList();
        var hasTexts = groups.TrueForAll(names => names.TrueForAll(name => name.Length > 0 && name.IndexOf(',') < 0));
        var lists = groups.Select(names => hasTexts
            ? CSharpText.Literal(string.Join(",", names))
            : $"[{string.Join(", ", names.Select(CSharpText.Literal))}]");
        writer.Line($"private static readonly {Known.JsonMembers} {Members} = new({string.Join(", ", lists)});");
        writer.Line();
        if (_record.KeepsUnknown)
        {
            writer.Line($"private {Known.Dictionary}<string, {Known.JsonElement}>? {UnknownMembers};");
            writer.Line();
        }
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
            writer.Line(WriteMember(property));
        }

        if (_record.AdditionalProperties is { } additional)
        {
            writer.Line($"{Known.JsonMember}.WriteAdditional(writer, {additional.Name}, {JsonText.Writer(additional.Value)});");
        }
        else if (_record.KeepsUnknown)
        {
            writer.Line($"{Known.JsonMember}.WriteAdditional(writer, {UnknownMembers}, {Known.JsonCodec}.WriteElement);");
        }

        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }

    private string WriteMember(PropertyModel property)
    {
        if (RecordEmitter.TracksPresence(_record, property))
        {
            return $"if ({property.FieldName}.IsSet) {{ {JsonText.WriteMember(property.PropertyType, property.JsonName, property.Name)} }}";
        }

        if (property.IsDiscriminator)
        {
            // What is read and has no kind is written without one.
            return $"if ({HierarchyEmitter.Text(property)} is not \"\") {{ {JsonText.WriteMember(property.Type, property.JsonName, property.Name)} }}";
        }

        return property.IsRequired
            ? JsonText.WriteMember(property.Type, property.JsonName, property.Name)
            : JsonText.WriteOptionalMember(property.Type, property.JsonName, property.Name);
    }

    private void Read(SourceWriter writer)
    {
        if (_record.Hierarchy?.HasDerived == true)
        {
            writer.Open($"static {_record.Name} {Known.JsonModel}<{_record.Name}>.Read(ref {Known.Utf8JsonReader} reader)");
            HierarchyEmitter.ReadDerived(writer, _record);
            writer.Line("return new(ref reader);");
            writer.Close();
        }
        else
        {
            writer.Line($"static {_record.Name} {Known.JsonModel}<{_record.Name}>.Read(ref {Known.Utf8JsonReader} reader) => new(ref reader);");
        }

        writer.Line();
        writer.Line(Known.SetsRequiredMembers);
        writer.Open($"private {_record.Name}(ref {Known.Utf8JsonReader} reader)");
        HierarchyEmitter.SetKinds(writer, _record);
        var keepsOthers = _record.AdditionalProperties is not null || _record.KeepsUnknown;
        writer.Line($"var json = {Members}.Start(ref reader);");
        writer.Open($"while (json.{(keepsOthers ? "NextOrUnknown" : "Next")}(ref reader))");
        if (_members.Count > 0 || keepsOthers)
        {
            ReadMembers(writer);
        }

        writer.Close();
        writer.Close();
    }

    private void ReadMembers(SourceWriter writer)
    {
        writer.Open("switch (json.Member)");
        var number = 0;
        foreach (var property in Required.Concat(Optional).Concat(Nullable))
        {
            var value = JsonText.ReadCall(ReadType(property));
            var assignment = RecordEmitter.TracksPresence(_record, property) ? $"{property.FieldName} = new({value})" : $"{property.Name} = {value}";
            writer.Line($"case {number++}: {assignment}; break;");
        }

        if (_record.AdditionalProperties is { } additional)
        {
            writer.Line($"default: {Known.JsonCodec}.ReadAdditional(ref reader, {additional.Name}, {JsonText.Reader(additional.Value)}); break;");
        }
        else if (_record.KeepsUnknown)
        {
            writer.Line($"default: {Known.JsonCodec}.ReadUnknown(ref reader, ref {UnknownMembers}); break;");
        }

        writer.Close();
    }

    /// <summary>The type to read a member as: where null means that the member is missing, a null doesn't get here.</summary>
    private TypeRef ReadType(PropertyModel property)
    {
        var type = property.Type.AsNonNullable();
        return type is ScalarType { Kind: Scalar.Element } ? type
            : RecordEmitter.TracksPresence(_record, property) || (IsRequired(property) && property.Type is NullableType) ? type.AsNullable()
            : type;
    }

    /// <summary>A record that is of no kind said has the kind of its own.</summary>
    private static bool IsRequired(PropertyModel property) => property.IsRequired && !property.IsDiscriminator;

    private bool KeepsNull(PropertyModel property)
        => RecordEmitter.TracksPresence(_record, property) || property.Type.AsNonNullable() is ScalarType { Kind: Scalar.Element };
}
