using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Sending;

/// <summary>
/// Finds beside a URL what storage may want with the file, and of which the document doesn't tell how it goes there: texts with names that may be headers or
/// fields; and the fields of a form, headers or a token that stand there one by one.
/// </summary>
/// <param name="url">The URL and what stands around it.</param>
internal sealed class UnclearMembers(UploadUrlCandidate url)
{
    /// <summary>Headers that tell of a body, as HTTP calls them. The media type and the length come back from the request.</summary>
    private static readonly string[] BodyHeaders = ["cache control", "content md5", "content disposition", "content encoding", "content language"];

    private static readonly Regex GoesAlong = new(
        @"\bauthorization\b|\bbearer\b|\b(as|in) (an? |the )?([\w-]+ )?headers?\b|\b(with|alongside) the (file|bytes|contents?)\b|\b(when|while) uploading\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly string _name = url.Member.Path.JsonName;

    /// <param name="fields">The member with the fields of a form.</param>
    /// <param name="headers">The member with headers to send.</param>
    public FoundSending? Find(MemberPath? fields, MemberPath? headers)
    {
        var beside = url.Session.Single.Where(member => member.Declaring == url.Member.Declaring && member.Property != url.Url).ToList();
        if (url.Session.Texts.Unclear(beside.Select(member => member.Property), url.Create.Says) is { } texts)
        {
            var path = beside.First(member => member.Property == texts).Path;
            return new FoundSending(
                SendWay.Open, $"{path.JsonName} comes with {_name}, and whether its entries are headers or the fields of a form isn't told")
            { Texts = path };
        }

        return headers is not null || fields is not null ? null
            : beside.Find(member => IsPolicy(member.Property)) is { } policy
                ? Other($"{policy.Path.JsonName} comes with {_name}, as the fields of a form do, and which members are fields isn't told")
            : beside.Find(member => IsHeader(member.Property)) is { } one
                ? Other($"{one.Path.JsonName} comes with {_name}, and how it goes there with the file isn't told")
            : null;
    }

    /// <summary>A signature beside a URL says that the URL isn't signed by itself.</summary>
    private static bool IsPolicy(PropertyModel property)
        => IsString(property) && UploadWords.Split(property.JsonName) is { Count: > 0 } words && words[words.Count - 1] is "policy" or "signature";

    /// <summary>A header of the answer itself goes nowhere with the file.</summary>
    private bool IsHeader(PropertyModel property)
        => IsString(property)
            && !property.IsHeader
            && !url.Create.Says(property.JsonName)
            && UploadWords.Split(property.JsonName) is { Count: > 0 } words
            && (words[0] is "x" or "authorization"
                || BodyHeaders.Contains(string.Join(" ", words))
                || (FlowMembers.IsIdentifier(property) && GoesAlong.IsMatch(property.Description ?? "")));

    private static bool IsString(PropertyModel property) => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.String };

    private static FoundSending Other(string evidence) => new(SendWay.Other, evidence);
}
