using UploadGen.Core;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes the headers and form fields that come with an upload's URL: by what they are called, and by the shapes that texts with names have.</summary>
internal sealed class TextsMembers(FlowDocument document)
{
    /// <summary>What objects and lists of headers are called. Those called so for certain can't be anything else.</summary>
    private static readonly string[] CertainHeaders = ["upload headers", "headers", "headers to include"];

    private static readonly string[] HeaderNames = [.. CertainHeaders, "signed headers", "required headers"];
    private static readonly string[] CertainFields = ["fields", "form fields", "upload fields"];
    private static readonly string[] FieldNames = [.. CertainFields, "form data", "upload parameters", "upload details"];

    /// <summary>What a text says that describes lines of a header each.</summary>
    private static readonly string[] Lines = ["name: value", "key: value", "header: value", "name:value", "key:value", "header:value"];

    /// <summary>The member whose entries go out as headers beside the file.</summary>
    public PropertyModel? Headers(IEnumerable<PropertyModel> members) => members.FirstOrDefault(IsHeaders);

    /// <summary>The member whose entries go out as fields of the form that the file is POSTed in.</summary>
    public PropertyModel? Fields(IEnumerable<PropertyModel> members) => members.FirstOrDefault(IsFields);

    /// <summary>
    /// A member that by its name must be headers or fields, in a shape that isn't understood: without what it says the file can't be sent as the API means.
    /// </summary>
    public PropertyModel? Unknown(IEnumerable<PropertyModel> members)
        => members.FirstOrDefault(member => (FlowMembers.Is(member, CertainHeaders) && !IsHeaders(member))
            || (FlowMembers.Is(member, CertainFields) && !IsFields(member)));

    /// <summary>Whether names and texts can be read from a type. A list of texts holds lines, and a text JSON, if somebody says so.</summary>
    public bool CanBeRead(TypeRef type) => IsTexts(type) || type is ListType { Item: ScalarType { Kind: Scalar.String } } or ScalarType { Kind: Scalar.String };

    /// <summary>Headers or fields as the plan has them.</summary>
    public TextsModel Model(MemberPath path)
    {
        var record = document.Record(path.Type);
        return record is not null && Lists(record) is var (names, values)
            ? new TextsModel(path, path.Then(record, names), path.Then(record, values))
            : new TextsModel(path, Names: null, Values: null);
    }

    private bool IsHeaders(PropertyModel member)
        => FlowMembers.Is(member, HeaderNames) && member.Type.AsNonNullable() switch
        {
            ListType { Item: ScalarType { Kind: Scalar.String } } => Says(member, Lines),
            ScalarType { Kind: Scalar.String } => Says(member, "json"),
            var type => IsTexts(type),
        };

    private bool IsFields(PropertyModel member)
        => FlowMembers.Is(member, FieldNames) && member.Type.AsNonNullable() switch
        {
            ScalarType { Kind: Scalar.String } => FlowMembers.Is(member, CertainFields) || Says(member, "json"),
            var type => IsTexts(type),
        };

    /// <summary>A map of texts or of lists of texts, a record, a list of records with a name and a value; or any JSON, where the document says no more.</summary>
    private bool IsTexts(TypeRef type) => type switch
    {
        MapType { Value: var value } => IsText(value) || (value.AsNonNullable() is ListType { Item: var item } && IsString(item)),
        NamedType { Kind: NamedKind.Record } or ScalarType { Kind: Scalar.Element } => true,
        ListType { Item: ScalarType { Kind: Scalar.Element } } => true,
        ListType { Item: var item } => document.Record(item) is { } record && IsPair(record),
        _ => false,
    };

    private static bool IsPair(RecordModel record)
        => record.Properties.Count(property => EntryNames.IsName(property.JsonName) && property.Type.IsText) == 1
            && record.Properties.Count(property => EntryNames.IsValue(property.JsonName) && (property.Type.IsText || IsText(property.Type))) == 1;

    /// <summary>The lists of a record that has one of the names and one of the values.</summary>
    private static (PropertyModel Names, PropertyModel Values)? Lists(RecordModel record)
    {
        var lists = record.Properties.Where(property => property.Type.AsNonNullable() is ListType { Item: var item } && IsString(item)).ToList();
        var names = lists.Where(list => EntryNames.IsNames(list.JsonName)).ToList();
        var values = lists.Where(list => EntryNames.IsValues(list.JsonName)).ToList();
        return names.Count == 1 && values.Count == 1 ? (names[0], values[0]) : null;
    }

    private static bool IsString(TypeRef type) => type.AsNonNullable() is ScalarType { Kind: Scalar.String };

    private static bool IsText(TypeRef type) => type.AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Element };

    private static bool Says(PropertyModel member, params string[] phrases)
    {
        // As <name>: <value> or `name`: `value`, too.
        var text = string.Concat((member.Description ?? "").Where(c => char.IsLetterOrDigit(c) || c is ' ' or ':')).ToLowerInvariant();
        return phrases.Any(text.Contains);
    }
}
