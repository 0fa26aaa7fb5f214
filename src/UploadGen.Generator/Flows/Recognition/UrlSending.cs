using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>How the file goes to its URL, by what comes with that in the answer and by what the document states.</summary>
/// <param name="session">The answer.</param>
/// <param name="url">The URL; null where the document states a member that isn't among those known.</param>
/// <param name="statement">What the document states.</param>
internal sealed class UrlSending(SessionMembers session, AnswerMember? url, FlowStatement? statement)
{
    /// <summary>The members beside the URL, then all others: headers and fields belong to the nearest.</summary>
    private readonly IReadOnlyList<AnswerMember> _nearest = session.Single.OrderBy(member => member.Declaring == url?.Declaring ? 0 : 1).ToList();

    public MemberPath? Headers => statement?.Headers ?? Path(session.Texts.Headers);

    public MemberPath? Fields => statement?.Fields ?? Path(session.Texts.Fields);

    /// <summary>What keeps the file from being sent as the API means it, in words.</summary>
    public string? Problem
        => statement is { Headers: not null } or { Fields: not null } ? null
            : session.Texts.Unknown(session.Single.Where(member => member.Declaring == url?.Declaring).Select(member => member.Property)) is { } unknown
                ? $"{unknown.JsonName} comes with the URL, and how its names and values are written isn't known: an object, a list of objects with name and "
                    + "value, or two lists would be. Correct its schema, or name another member in x-uploadgen as headers or fields"
            : null;

    public FoundUrl Bind(FoundOpening opening, MemberPath target, MemberPath? recordedSize)
        => statement?.IsForm ?? Fields is not null
            ? new FoundPost(opening, target, recordedSize, Fields, Headers) { FileField = statement?.FileField }
            : statement?.Method == "POST" ? new FoundPostFile(opening, target, recordedSize, Headers)
            : new FoundPut(opening, target, recordedSize, Headers);

    private MemberPath? Path(Func<IEnumerable<PropertyModel>, PropertyModel?> find)
        => find(_nearest.Select(member => member.Property)) is { } found ? _nearest.First(member => member.Property == found).Path : null;
}
