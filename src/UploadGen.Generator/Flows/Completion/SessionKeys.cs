using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>Tells by their names which keys of a session others take.</summary>
internal sealed class SessionKeys(OperationModel create, SessionMembers session)
{
    private readonly Lazy<List<string>> _things = new(() => Things(create));

    private readonly Lazy<List<string>> _openings = new(() => Openings(session.Session));

    /// <summary>A bare <c>id</c> may be anything's.</summary>
    public static bool IsBareId(string name) => string.Join(" ", UploadWords.Split(name)) is "id" or "uuid" or "uid";

    /// <summary>The session's member that is meant by a name, or null.</summary>
    /// <param name="name">The name of what takes it.</param>
    /// <param name="type">The type of what takes it.</param>
    /// <param name="holder">What the object is called that the taker is a member of.</param>
    public MemberPath? Find(string name, TypeRef type, string? holder = null)
    {
        var own = UploadWords.Split(name);
        var words = (holder is null ? [] : UploadWords.Split(holder)).Concat(own).ToList();
        var fitting = session.Keys.Where(member => member.Path.Type == type.AsNonNullable()).OrderBy(member => member.Path.Steps.Count).ToList();
        var isBare = IsBareId(name) || (holder is not null && IsBareUrl(name));
        return (fitting.FirstOrDefault(member => !isBare && Words(member).SequenceEqual(own))
            ?? fitting.FirstOrDefault(member => Words(member) is { Count: > 1 } key && words.Skip(words.Count - key.Count).SequenceEqual(key))
            ?? fitting.FirstOrDefault(member => IsOf(member, words, word => IsAround(member, word)))
            ?? fitting.FirstOrDefault(member => IsOf(member, words, word => _things.Value.Contains(UploadWords.Singular(word))))
            ?? fitting.FirstOrDefault(member => IsOf(member, words, _openings.Value.Contains)))?.Path;
    }

    /// <summary>A bare <c>url</c> in an object may be of anything that is fetched.</summary>
    private static bool IsBareUrl(string name) => string.Join(" ", UploadWords.Split(name)) is "url" or "uri" or "link" or "href";

    /// <summary><c>asset_id</c>, where the answer of <c>/assets</c> has an <c>id</c>; or its member <c>asset</c> has.</summary>
    private static bool IsOf(AnswerMember member, List<string> words, Func<string, bool> isThing)
    {
        var key = Words(member);
        return key.Count == 1
            && words.Count > 1
            && words[words.Count - 1] == key[0]
            && words.Take(words.Count - 1).All(isThing);
    }

    /// <summary>Whether an object around a member is called by a word.</summary>
    private static bool IsAround(AnswerMember member, string word)
        => member.Path.Steps
            .Take(member.Path.Steps.Count - 1)
            .Any(step => UploadWords.Split(step.JsonName).Select(UploadWords.Singular).Contains(UploadWords.Singular(word)));

    private static IReadOnlyList<string> Words(AnswerMember member) => UploadWords.Split(member.Property.JsonName);

    /// <summary>What opening an upload is called by in the answer's own name: <c>session_id</c> is the <c>id</c> of an <c>UploadSession</c>.</summary>
    private static List<string> Openings(RecordModel session)
        => UploadWords.Split(session.Name).Where(word => word is "upload" or "session" or "ticket").ToList();

    /// <summary>What is opened: the words of the path's last names.</summary>
    private static List<string> Things(OperationModel create)
        => create.Path.Split('/')
            .Where(segment => segment.Length > 0 && segment[0] != '{')
            .Reverse()
            .Take(2)
            .SelectMany(UploadWords.Split)
            .Select(UploadWords.Singular)
            .ToList();
}
