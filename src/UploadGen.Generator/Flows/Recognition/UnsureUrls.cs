using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Finds URLs that are called after uploads where nothing else says that an operation opens one. They are asked about, not passed over.</summary>
internal static class UnsureUrls
{
    /// <summary>An answer with more members is a thing, and not an upload.</summary>
    private const int MostMembers = 10;

    /// <summary>What an upload URL that is for something else is called by, too.</summary>
    private static readonly string[] Otherwise =
        [.. UploadWords.Confirms, .. UploadWords.Aborts, .. UploadWords.Parts, "status", "callback", "webhook", "download", "log", "logs", "error", "page"];

    /// <param name="create">The operation.</param>
    /// <param name="session">Its answer.</param>
    public static AnswerMember? Find(CreateFacts create, SessionMembers session)
        => create.Operation is { HttpMethod: "POST", Body: null or JsonBodyModel }
            ? session.Single.FirstOrDefault(member => IsOfUpload(member.Property)
                && (member.Parent is null || SessionMembers.IsWrapper(member.Parent))
                && !IsThing(member.Declaring)
                && !UploadUrlSignals.HasDoubt(new UploadUrlCandidate(create, session, member)))
            : null;

    /// <summary>Whether the answer is a thing, which has URLs for all that can be done with it.</summary>
    private static bool IsThing(RecordModel answer)
        => answer.Properties.Count > MostMembers
            || answer.Properties.Any(property => UploadUrlSignals.IsUrl(property) && !IsCalledUpload(property));

    private static bool IsCalledUpload(PropertyModel property) => UploadWords.Split(property.JsonName).Intersect(UploadWords.Uploads).Any();

    private static bool IsOfUpload(PropertyModel property)
        => UploadUrlSignals.IsUrl(property)
            && property.Type.AsNonNullable() is ScalarType
            && IsCalledUpload(property)
            && !UploadWords.Split(property.JsonName).Intersect(Otherwise).Any();
}
