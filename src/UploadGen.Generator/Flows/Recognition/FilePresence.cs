using UploadGen.Core;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>How an answer without a URL says that the API has the file already: by a flag or a state beside it, or by the very lack of the URL.</summary>
/// <param name="Flags">The flags, each with what it is then.</param>
/// <param name="State">The state.</param>
/// <param name="IsMeantByLack">Whether the document says that there is no URL if and only if the API has the file.</param>
internal sealed record FilePresence(IReadOnlyList<FoundFlag> Flags, MemberPath? State, bool IsMeantByLack)
{
    private static readonly string[] Present =
    [
        "exists", "file exists", "already exists", "already uploaded", "already stored", "is duplicate", "duplicate", "is deduplicated", "deduplicated",
        "deduped",
    ];

    private static readonly string[] Absent = ["upload required", "requires upload", "needs upload", "upload needed"];
    private static readonly string[] States = ["status", "state", "upload status", "upload state"];

    /// <summary>What a sentence says that speaks of the lack of a URL, and of a file that is there.</summary>
    private static readonly string[] Lacks =
        ["null", "absent", "omitted", "missing", "empty", "no url", "no upload url", "not returned", "not present", "not set"];

    private static readonly string[] Theres = ["already", "exists", "duplicate", "deduplicat"];

    /// <param name="document">The document.</param>
    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="session">Its answer.</param>
    /// <param name="url">The URL; what says that there need be none is looked for only where the schema lets it be left out.</param>
    public static FilePresence? Find(FlowDocument document, OperationModel create, SessionMembers session, MemberPath url)
    {
        if (!url.CanBeNull)
        {
            return null;
        }

        var around = session.Single.Where(member => member.Path.IsAround(url)).ToList();
        var flags = around.Where(member => IsFlag(member.Property, Present)).Select(member => new FoundFlag(member.Path, Value: true))
            .Concat(around.Where(member => IsFlag(member.Property, Absent)).Select(member => new FoundFlag(member.Path, Value: false)))
            .ToList();

        // In many documents every member may be left out, though none ever is. A state alone says something only where somebody thought of null.
        var isNull = session.All.Any(member => member.Property.Type is NullableType && IsOnTheWay(member.Path, url));
        var isMeant = session.All.Any(member => member.Path == url && Speaks(member.Property.Description, "")) || Speaks(create.Description, "url");
        var state = isNull ? around.FirstOrDefault(member => IsState(document, member.Property))?.Path : null;
        return flags.Count > 0 || isMeant || state is not null ? new FilePresence(flags, state, isMeant) : null;
    }

    private static bool IsOnTheWay(MemberPath member, MemberPath url) => member.Steps.SequenceEqual(url.Steps.Take(member.Steps.Count));

    private static bool IsFlag(PropertyModel property, string[] names)
        => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.Boolean } && FlowMembers.Is(property, names);

    private static bool IsState(FlowDocument document, PropertyModel property)
        => FlowMembers.Is(property, States)
            && (property.Type.AsNonNullable() is ScalarType { Kind: Scalar.String }
                || document.Enum(property.Type)?.Values.Any(value => StoredStates.Says(value.Value)) == true);

    /// <summary>Whether a sentence of a text says that the URL isn't there where the API has the file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">What the sentence must speak of, where the text isn't the URL's own.</param>
    private static bool Speaks(string? text, string subject)
        => (text ?? "").ToLowerInvariant().Split('.', '\n')
            .Any(sentence => sentence.Contains(subject) && Lacks.Any(sentence.Contains) && Theres.Any(sentence.Contains));
}

/// <summary>A boolean beside the URL.</summary>
/// <param name="Path">The session's member.</param>
/// <param name="Value">What it is where the API has the file.</param>
internal sealed record FoundFlag(MemberPath Path, bool Value);
