using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes what an answer says of each part of a file: its URL, and its number, place, method and headers around that.</summary>
/// <param name="document">The document.</param>
/// <param name="session">The answer.</param>
internal sealed class PartItems(FlowDocument document, SessionMembers session)
{
    private static readonly string[] Numbers =
    [
        "part number", "number", "part", "index", "part index", "part no", "chunk number", "chunk index", "chunk", "sequence", "sequence number", "order",
    ];

    private static readonly string[] Offsets =
    [
        "offset", "start", "start byte", "first byte", "byte offset", "range start", "content range start", "start offset", "byte start", "from",
        "byte range start", "part offset",
    ];

    private static readonly string[] Ends =
    [
        "end", "end byte", "last byte", "range end", "content range end", "end offset", "byte end", "to", "byte range end",
    ];

    private static readonly string[] Lengths =
    [
        "size", "length", "part size", "part length", "chunk size", "bytes", "content length", "byte size", "byte length", "size bytes", "size in bytes",
    ];

    private static readonly string[] Ranges = ["range", "byte range", "content range", "bytes"];

    /// <summary>What is said beside a URL, or a list or map of URLs; null where lists are in lists.</summary>
    /// <param name="url">The URLs, or the one.</param>
    public PartItemsModel? Around(MemberPath url)
    {
        var lists = Enumerable.Range(1, url.Steps.Count).Where(count => IsMany(url.Steps[count - 1].Type)).ToList();
        var end = lists.FirstOrDefault();
        return lists.Count switch
        {
            0 => Members(new PartItemsModel(List: null, url), Beside(url, start: 0), stated: null),
            1 when end == url.Steps.Count => Items(url),
            1 => Members(new PartItemsModel(Part(url, 0, end), Part(url, end, url.Steps.Count)), Beside(url, end), stated: null),
            _ => null,
        };
    }

    /// <summary>What is stated of a list or map, or of a URL for one part. What isn't stated is recognized.</summary>
    /// <param name="list">The list, the map or the URL.</param>
    /// <param name="stated">What is stated of the items.</param>
    /// <returns>Null where an item has no such member, or none that is known to be its URL.</returns>
    public PartItemsModel? Stated(MemberPath list, PartsStatement stated)
    {
        if (!IsMany(list.Type))
        {
            return Members(new PartItemsModel(List: null, list), Beside(list, start: 0), (stated, session.Session));
        }

        if (document.Record(Item(list.Type)) is not { } item)
        {
            return Items(list);
        }

        var members = new SessionMembers(document, item).Single.ToList();
        var urls = members.Where(member => UploadUrlSignals.IsUrl(member.Property)).Take(2).ToList();
        var url = stated.Url is { } name ? Named(item, name) : urls.Count == 1 ? urls[0].Path : null;
        return url is null ? null : Members(new PartItemsModel(list, url), members, (stated, item));
    }

    /// <summary>What of an item can't be followed, in words; null for nothing.</summary>
    public string? Problem(PartItemsModel items)
    {
        if (items.List is not { } list || document.Record(Item(list.Type)) is not { } item)
        {
            return null;
        }

        var properties = item.Properties;
        return session.Texts.Fields(properties) is { } fields ? $"{fields.JsonName} has the fields of a form, and no call sends parts in forms"
            : session.Texts.Unknown(properties) is { } unknown ? $"how names and values are written in {unknown.JsonName} isn't known"
            : !items.TellsRanges && properties.FirstOrDefault(IsRange) is { } range ? $"{range.JsonName} says in a text which bytes go where"
            : null;
    }

    private static PartItemsModel? Items(MemberPath list)
        => Item(list.Type).AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Uri } ? new PartItemsModel(list, Url: null) : null;

    private PartItemsModel Members(PartItemsModel items, IReadOnlyList<AnswerMember> beside, (PartsStatement Said, RecordModel Item)? stated)
    {
        var isMany = items.List is not null;
        var said = stated?.Said;
        var headers = Named(said?.Headers)
            ?? (session.Texts.Headers(beside.Select(member => member.Property)) is { } found ? beside.First(member => member.Property == found).Path : null);
        return items with
        {
            Number = Named(said?.Number) ?? Find(beside, Numbers),
            Offset = Named(said?.Offset) ?? (isMany ? Find(beside, Offsets) : null),
            End = Named(said?.End) ?? (isMany ? Find(beside, Ends) : null),
            Length = Named(said?.Length) ?? (isMany ? Find(beside, Lengths) : null),
            Method = Named(said?.Method) ?? beside.FirstOrDefault(member => FlowMembers.IsMethod(member.Property) && IsMethod(member.Path.Type))?.Path,
            Headers = headers is null ? null : session.Texts.Model(headers),
        };

        MemberPath? Named(string? name) => name is null ? null : this.Named(stated!.Value.Item, name);
    }

    private static MemberPath? Find(IReadOnlyList<AnswerMember> beside, string[] names)
        => names.Select(name => beside.FirstOrDefault(member => IsInteger(member.Path.Type) && FlowMembers.Is(member.Property, name)))
            .FirstOrDefault(member => member is not null)?.Path;

    /// <summary>The member of an item by its name, or by names with slashes between them.</summary>
    private MemberPath? Named(RecordModel item, string name)
    {
        MemberPath? path = null;
        var record = item;
        foreach (var step in name.Split('/'))
        {
            if (record?.Properties.FirstOrDefault(property => property.JsonName == step) is not { } property)
            {
                return null;
            }

            path = path is null ? MemberPath.To(record, property) : path.Then(record, property);
            record = document.Record(property.Type);
        }

        return path;
    }

    /// <summary>The members of the object that a URL stands in, as ways from the item that this is in.</summary>
    private List<AnswerMember> Beside(MemberPath url, int start)
        => session.All
            .Where(member => member.Path.Steps.Count > start
                && member.Path.Steps.Take(start).SequenceEqual(url.Steps.Take(start))
                && member.Path.Steps.Skip(start).Take(member.Path.Steps.Count - start - 1).All(step => !IsMany(step.Type))
                && (start > 0 || member.Path.IsAround(url)))
            .OrderBy(member => member.Declaring.Name == url.Last.DeclaringType ? 0 : 1)
            .Select(member => member with { Path = Part(member.Path, start, member.Path.Steps.Count) })
            .ToList();

    private static MemberPath Part(MemberPath path, int start, int end) => new(path.Steps.Skip(start).Take(end - start).ToEquatableArray());

    private static bool IsMany(TypeRef type) => type.AsNonNullable() is ListType or MapType;

    private static TypeRef Item(TypeRef type) => type.AsNonNullable() switch
    {
        ListType list => list.Item,
        MapType map => map.Value,
        _ => type,
    };

    private static bool IsRange(PropertyModel property)
        => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.String } && FlowMembers.Is(property, Ranges);

    private static bool IsMethod(TypeRef type) => type.AsNonNullable() is ScalarType { Kind: Scalar.String } or NamedType { Kind: NamedKind.Enum };

    private static bool IsInteger(TypeRef type) => type.AsNonNullable() is ScalarType { Kind: Scalar.Int32 or Scalar.Int64 };
}
