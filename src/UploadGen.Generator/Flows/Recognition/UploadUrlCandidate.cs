using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>A member of an answer that may be the URL a file is to be sent to, with all that speaks for and against it.</summary>
internal sealed class UploadUrlCandidate
{
    private readonly List<PropertyModel> _siblings;

    public UploadUrlCandidate(CreateFacts create, SessionMembers session, AnswerMember url)
    {
        Create = create;
        Session = session;
        Member = url;
        UrlWords = UploadWords.Split(url.Property.JsonName);
        ParentWords = url.Parent is { } parent && !SessionMembers.IsWrapper(parent) ? UploadWords.Split(parent) : [];
        _siblings = session.All
            .Where(member => member.Property != url.Property
                && (member.Declaring == url.Declaring || (member.List == SessionList.None && member.Path.IsAround(url.Path))))
            .Select(member => member.Property)
            .ToList();
    }

    public CreateFacts Create { get; }

    /// <summary>The answer.</summary>
    public SessionMembers Session { get; }

    public AnswerMember Member { get; }

    public PropertyModel Url => Member.Property;

    public IReadOnlyList<string> UrlWords { get; }

    /// <summary>The words of the object that the URL is in, unless that only wraps.</summary>
    public IReadOnlyList<string> ParentWords { get; }

    /// <summary>The members beside the URL and, where it is in an object, those beside that.</summary>
    public IEnumerable<PropertyModel> Siblings => _siblings;

    /// <summary>Whether there is a URL for each of many.</summary>
    public bool IsMany => Member.List != SessionList.None || Url.Type.AsNonNullable() is ListType or MapType;
}
