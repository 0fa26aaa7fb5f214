using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// The members of an answer that opens an upload: its own, and those of objects in it that only wrap (<c>data</c>) or hold
/// what the upload needs (<c>upload</c>). Other objects say something else: their URLs aren't for uploads.
/// </summary>
internal sealed class SessionMembers
{
    private const int MaxDepth = 4;

    /// <summary>An object that says how to send a file has few members; one with more is a thing.</summary>
    private const int MostOfRequest = 6;

    private static readonly string[] Wrappers = ["data", "attributes", "value", "result", "results", "payload", "response", "metadata"];
    private static readonly string[] Holders =
        [.. UploadWords.Stages, .. UploadWords.Parts, "form", "file", "files", "storage", "endpoints", "links", "urls", "credentials", "metadata"];

    private readonly FlowDocument _document;
    private readonly List<AnswerMember> _all = [];
    private readonly List<AnswerMember> _ofFile = [];
    private readonly MemberPath? _id;

    public SessionMembers(FlowDocument document, RecordModel session)
    {
        _document = document;
        Session = session;
        Texts = new TextsMembers(document);
        Add(session, null, null, SessionList.None);
    }

    private SessionMembers(SessionMembers other, MemberPath id)
    {
        _document = other._document;
        Session = other.Session;
        Texts = other.Texts;
        _all = other._all;
        _ofFile = other._ofFile;
        _id = id;
    }

    /// <summary>The whole answer.</summary>
    public RecordModel Session { get; }

    /// <summary>Finds headers and form fields among members.</summary>
    public TextsMembers Texts { get; }

    public IReadOnlyList<AnswerMember> All => _all;

    /// <summary>Members that are there once: an item of a list can't be named.</summary>
    public IEnumerable<AnswerMember> Single => _all.Where(member => member.List == SessionList.None);

    /// <summary>What may name the upload in a later step: also the id of the file, in an object of its own beside the URL.</summary>
    public IEnumerable<AnswerMember> Identifiers
        => Single.Concat(_ofFile)
            .Where(member => _id is null
                ? FlowMembers.IsIdentifier(member.Property) && !FactProse.IsToldLater(member.Property.Description)
                : member.Path == _id);

    /// <summary>What a later step may take by its name: an identifier, or a URL.</summary>
    public IEnumerable<AnswerMember> Keys => Identifiers.Concat(Single.Where(member => UploadUrlSignals.IsUrl(member.Property)));

    /// <summary>The same members, of which the document states that one is the id.</summary>
    public SessionMembers WithId(MemberPath? id) => id is null ? this : new SessionMembers(this, id);

    public static bool IsWrapper(string jsonName) => Wrappers.Contains(string.Join(" ", UploadWords.Split(jsonName)));

    private void Add(RecordModel record, MemberPath? parent, string? parentName, SessionList list)
    {
        foreach (var property in record.Properties)
        {
            var path = parent is null ? MemberPath.To(record, property) : parent.Then(record, property);
            _all.Add(new AnswerMember(path, record, property, parentName, list));
            var item = Item(property.Type.AsNonNullable());
            if (path.Steps.Count < MaxDepth && _document.Record(item ?? property.Type) is { } inner && (IsContainer(property) || HasUpload(inner)))
            {
                var isParts = UploadWords.Split(property.JsonName).Intersect(UploadWords.Parts).Any() || IsRange(inner);
                Add(inner, path, property.JsonName, item is null ? list : isParts ? SessionList.Parts : SessionList.Files);
            }
            else if (list == SessionList.None && _document.Record(property.Type) is { } file && IsFile(property))
            {
                _ofFile.AddRange(file.Properties.Select(own => new AnswerMember(path.Then(file, own), file, own, property.JsonName, SessionList.None)));
            }
        }
    }

    private static bool IsFile(PropertyModel property) => UploadWords.Split(property.JsonName).Select(UploadWords.Singular).All(UploadWords.Files.Contains);

    /// <summary>Whether an item says which bytes of a file it is for: then all of them are for one file, and none names it.</summary>
    private static bool IsRange(RecordModel item)
        => item.Properties.Any(PartMembers.IsRange) && !item.Properties.Any(property => FlowMembers.RoleOf(property) == FileRole.FileName);

    private static TypeRef? Item(TypeRef type) => type switch
    {
        ListType list => list.Item,
        MapType map => map.Value,
        _ => null,
    };

    /// <summary>Whether an object is about an upload by what it has: a URL that says so or that headers come with, or a form.</summary>
    private bool HasUpload(RecordModel record)
        => record.Properties.Any(property => UploadUrlSignals.IsUrl(property) && UploadWords.Split(property.JsonName).Any(IsUpload))
            || (record.Properties.Count <= MostOfRequest && record.Properties.Any(UploadUrlSignals.IsUrl) && Texts.Headers(record.Properties) is not null)
            || UnsureUrls.IsForm(record.Properties);

    private static bool IsUpload(string word) => word == "put" || UploadWords.Uploads.Contains(word);

    /// <summary>Whether an object says by which method something is sent where.</summary>
    private static bool IsRequest(RecordModel record)
        => record.Properties.Any(FlowMembers.IsMethod) && record.Properties.Any(UploadUrlSignals.IsUrl);

    private static bool IsContainer(PropertyModel property)
        => IsWrapper(property.JsonName) || UploadWords.Split(property.JsonName).Intersect(Holders).Any();
}

/// <summary>A member of an answer.</summary>
/// <param name="Declaring">The record that has it.</param>
/// <param name="Parent">The name of the member that holds that record.</param>
/// <param name="List">Whether the record stands in a list, and so is there many times.</param>
internal sealed record AnswerMember(MemberPath Path, RecordModel Declaring, PropertyModel Property, string? Parent, SessionList List);

internal enum SessionList
{
    None,

    /// <summary>An item for each part of one file.</summary>
    Parts,

    /// <summary>An item for each of several files.</summary>
    Files,
}
