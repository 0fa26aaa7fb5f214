using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// The method by which a file goes to its URL, where a member beside the URL says it: one that the schema fixes, or whatever the answer names.
/// </summary>
/// <param name="Path">The member.</param>
/// <param name="Fixed">The only method it can name, in capitals; null where the answer decides.</param>
/// <param name="Default">The method that the document says is meant where the answer leaves it out.</param>
internal sealed record UrlMethod(MemberPath Path, string? Fixed, string? Default)
{
    private static readonly string[] Sending = ["PUT", "POST"];
    private static readonly string[] Others = ["GET", "HEAD", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>The member beside the URL, or beside an object that the URL is in; the nearest counts.</summary>
    public static UrlMethod? Find(FlowDocument document, SessionMembers session, MemberPath url)
        => session.Single
            .Where(member => FlowMembers.IsMethod(member.Property) && member.Path.IsAround(url))
            .OrderByDescending(member => member.Path.Steps.Count)
            .Select(member => Read(document, member))
            .FirstOrDefault(method => method is not null);

    /// <summary>Whether a method can stand in a member: a text or, where the document says no more, any JSON.</summary>
    public static bool CanBeMethod(TypeRef type)
        => type is ScalarType { Kind: Scalar.String or Scalar.Element } or NamedType { Kind: NamedKind.Enum };

    /// <summary>Whether a file can be sent so at all.</summary>
    public bool Sends => Fixed is null || Sending.Contains(Fixed);

    private static UrlMethod? Read(FlowDocument document, AnswerMember member)
    {
        var property = member.Property;
        if (!CanBeMethod(property.Type.AsNonNullable()))
        {
            return null;
        }

        var listed = (document.Enum(property.Type)?.Values ?? []).Select(value => value.Value);
        var methods = (property.Constant is { } constant ? [constant] : listed).Select(value => value.ToUpperInvariant()).Distinct().ToList();
        if (methods.Count == 0)
        {
            return new UrlMethod(member.Path, Fixed: null, DefaultOf(property));
        }

        // A list of words that are no methods of HTTP says something else: how an upload is divided, say.
        var sending = methods.Intersect(Sending).ToList();
        return sending.Count > 0 ? new UrlMethod(member.Path, methods.Count == 1 ? methods[0] : null, DefaultOf(property))
            : methods.FirstOrDefault(Others.Contains) is { } other ? new UrlMethod(member.Path, other, Default: null)
            : null;
    }

    private static string? DefaultOf(PropertyModel property) => Sending.FirstOrDefault(method => property.Default?.ToUpperInvariant() == $"\"{method}\"");
}
