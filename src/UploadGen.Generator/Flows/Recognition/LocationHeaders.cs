using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Finds uploads whose URL stands in the header <c>Location</c> of the answer (RFC 9110, section 10.2.2), as with resumable sessions.</summary>
internal static class LocationHeaders
{
    public const string Problem =
        "the URL that the file goes to stands in the header Location of its answer, which no call reads yet. Its operations are generated, and no call that does "
            + "all; send the file by your own HttpClient, or say x-uploadgen: false";

    /// <summary>Whether a session is opened whose URL is told there: the header's text, or the operation, speaks of uploading to it.</summary>
    public static bool HasUrl(FlowDocument document, CreateFacts create)
        => create.Operation is { HttpMethod: "POST" or "PUT", Body: null or JsonBodyModel }
            && !create.NamesSource
            && document.AnswerHeader(create.Operation, "Location").Any(description => IsOfUpload(description, create));

    private static bool IsOfUpload(string? description, CreateFacts create)
        => string.IsNullOrWhiteSpace(description)
            ? create.Words.Any(word => UploadWords.Uploads.Contains(word) || word == "resumable") && create.AnnouncesFile
            : UrlProse.SaysWriting(description) && !UrlProse.SaysPage(description);
}
