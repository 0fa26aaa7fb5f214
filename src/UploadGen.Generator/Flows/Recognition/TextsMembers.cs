using UploadGen.Core;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Recognizes the headers and form fields that come with an upload's URL: by the words of their names, and by the shapes that texts with names have.
/// </summary>
internal sealed class TextsMembers(FlowDocument document)
{
    private static readonly string[] HeaderWords = ["header", "headers"];

    /// <summary>Names that say that there are headers or fields, whatever their shape.</summary>
    private static readonly string[] CertainNames =
        ["headers", "upload headers", "headers to include", "fields", "form fields", "upload fields"];

    /// <summary>Headers of something else: of an answer, or of another request.</summary>
    private static readonly string[] ForeignWords = ["response", "responses", "download", "callback", "webhook", "cors", "get", "read", "complete", "confirm"];

    /// <summary>Names that can't be anything else but the fields of a form.</summary>
    private static readonly string[] FieldWords = ["fields", "form"];

    /// <summary>What has fields that people made up.</summary>
    private static readonly string[] OwnWords = ["custom", "meta", "metadata", "extra", "user", "search", "sort", "display", "index", "file", "asset"];

    /// <summary>Names of fields by what is done with them. What follows may be headers as well, and then the document must say that a form is sent.</summary>
    private static readonly string[] FieldNames = ["upload parameters", "upload params", "upload details"];

    private static readonly string[] ParameterWords = ["params", "parameters", "inputs", "data", "details", "conditions", "credentials", "query", "signature"];

    /// <summary>What is about a file, and goes to nobody.</summary>
    private static readonly string[] AboutFile =
    [
        "metadata", "meta", "tags", "labels", "annotations", "attributes", "properties", "links", "urls", "info", "context", "relationships", "translations",
        "names", "titles", "errors", "options", "settings", "variants", "formats", "sizes",
    ];

    /// <summary>What a text says of members that make a form.</summary>
    private static readonly string[] Forms = ["form", "multipart"];

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
        => members.FirstOrDefault(member => FlowMembers.Is(member, CertainNames) && !IsHeaders(member) && !IsFields(member));

    /// <summary>
    /// A member with names and texts, of which nothing says what they are. They may be headers, or the fields of a form, without which storage refuses the
    /// file. Any JSON is that only by its name.
    /// </summary>
    /// <param name="members">The members beside the URL.</param>
    /// <param name="isSaid">Whether the request has a member of a name: then what is said comes back.</param>
    public PropertyModel? Unclear(IEnumerable<PropertyModel> members, Func<string, bool> isSaid)
        => members.FirstOrDefault(member => !IsHeaders(member)
            && !IsFields(member)
            && !isSaid(member.JsonName)
            && UploadWords.Split(member.JsonName) is var words
            && !words.Intersect(AboutFile).Any()
            && member.Type.AsNonNullable() switch
            {
                MapType { Value: var value } => IsString(value) || (IsText(value) && words.Intersect(ParameterWords).Any()),
                ListType { Item: var item } => document.Record(item) is { } record && IsPair(record),
                ScalarType { Kind: Scalar.Element } => words.Intersect(ParameterWords).Any(),
                NamedType { Kind: NamedKind.Record } type => words.Any(word => word is "params" or "parameters" or "inputs") && !HoldsUrl(type),
                _ => false,
            });

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
        => UploadWords.Split(member.JsonName) is var words
            && (words.Intersect(HeaderWords).Any() || (words.Any(IsOfFields) && SaysHeaders(member)))
            && !words.Intersect(ForeignWords).Any()
            && member.Type.AsNonNullable() switch
            {
                ListType { Item: ScalarType { Kind: Scalar.String } } => Says(member, Lines),
                ScalarType { Kind: Scalar.String } => Says(member, "json"),
                var type => IsTexts(type),
            };

    private bool IsFields(PropertyModel member)
        => UploadWords.Split(member.JsonName) is var words
            && !words.Intersect(OwnWords).Any()
            && !words.Intersect(HeaderWords).Any()
            && !SaysHeaders(member)
            && SaysFields(member, words)
            && member.Type.AsNonNullable() switch
            {
                ScalarType { Kind: Scalar.String } => words[words.Count - 1] == "fields" || Says(member, "json"),
                var type => IsTexts(type) && !HoldsUrl(type),
            };

    /// <summary>What is called fields, and by its text goes out as headers.</summary>
    private static bool SaysHeaders(PropertyModel member) => Says(member, "header") && !Says(member, Forms);

    private static bool IsOfFields(string word) => FieldWords.Contains(word) || ParameterWords.Contains(word);

    /// <summary>Whether an object has the URL itself: <c>form: { url, fields }</c>.</summary>
    private bool HoldsUrl(TypeRef type) => document.Record(type)?.Properties.Any(UploadUrlSignals.IsUrl) == true;

    /// <summary>
    /// <c>fields</c>, <c>s3_fields</c>, <c>form_inputs</c>, <c>post_data</c>; and plain <c>params</c>, where their text says that they make a form.
    /// </summary>
    private static bool SaysFields(PropertyModel member, IReadOnlyList<string> words)
        => words.Intersect(FieldWords).Any()
            || FlowMembers.Is(member, FieldNames)
            || (words.Intersect(ParameterWords).Any()
                && (words.Any(word => word is "post" or "multipart") || (Says(member, Forms) && !Says(member, "header"))));

    /// <summary>
    /// A map of texts or of lists of texts, a record, a list of records with a name and a value; or any JSON, where the document says no more.
    /// </summary>
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
