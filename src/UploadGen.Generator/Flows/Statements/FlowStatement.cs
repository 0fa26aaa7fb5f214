using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about the flow that an operation opens. What isn't stated is recognized.</summary>
/// <param name="name">What it is called in messages.</param>
/// <param name="place">Where it stands.</param>
internal sealed class FlowStatement(string name, StatementPlace place)
{
    public const string Extension = "x-uploadgen";

    public string Name { get; } = name;

    /// <summary>As what it is evidence.</summary>
    public string Evidence => MeansPut ? "as is stated" : $"as {Name} says";

    public StatementPlace Place { get; } = place;

    /// <summary>Whether it says that this is no flow.</summary>
    public bool IsNoFlow { get; set; }

    /// <summary>Whether it says nothing of where the file goes and what confirms it, so that these are recognized.</summary>
    public bool LeavesFlow
        => !IsNoFlow && Url is null && Send is null && Confirm is null && !HasNoConfirm && !IsConfirmUnread && Protocol is null or SendProtocol.Parts
            && Method is null && MethodMember is null && IsForm is null && Headers is null
            && Parts is not ({ Urls: not null } or { Sign: not null });

    /// <summary>Whether a file is PUT where nothing says how it is sent.</summary>
    public bool MeansPut => Name == Extension;

    public MemberPath? Url { get; set; }

    /// <summary>Whether the URL is where an upload is created by the protocol, and not an upload yet.</summary>
    public bool IsEndpoint { get; set; }

    public MemberPath? Headers { get; set; }

    public MemberPath? Fields { get; set; }

    public MemberPath? Id { get; set; }

    /// <summary>How the file is sent: PUT or POST.</summary>
    public string? Method { get; set; }

    /// <summary>The member of the answer that says by which method the file is sent.</summary>
    public MemberPath? MethodMember { get; set; }

    /// <summary>What the request holds: the file itself, or a form.</summary>
    public string? Body { get; set; }

    /// <summary>The name of the form's field for the file.</summary>
    public string? FileField { get; set; }

    /// <summary>Whether the file is sent in a form; null where that isn't stated. A POST of which no more is stated sends one.</summary>
    public bool? IsForm
        => Body == "form" || Fields is not null || FileField is not null ? true
            : Body == "file" || Method == "PUT" ? false
            : Method == "POST" ? true
            : null;

    public SendProtocol? Protocol { get; set; }

    /// <summary>What the file answers of the request that opens the upload.</summary>
    public List<FoundRole> Roles { get; } = [];

    /// <summary>All that the file answers of it, the number of its parts too.</summary>
    public IReadOnlyList<FoundRole> AllRoles => Parts?.Count is { } count ? [.. Roles, count] : Roles;

    /// <summary>What is said at the opening, whoever opens.</summary>
    public OpeningStatement? Open { get; set; }

    /// <summary>The operation that takes the file.</summary>
    public StepStatement? Send { get; set; }

    public PartsStatement? Parts { get; set; }

    public DigestStatement? Digest { get; set; }

    /// <summary>What the last answer to the file says of it.</summary>
    public TypeRef? Result { get; set; }

    public StepStatement? Confirm { get; set; }

    /// <summary>Whether it says that nothing confirms the upload.</summary>
    public bool HasNoConfirm { get; set; }

    /// <summary>Whether something is said of a confirmation that can't be read.</summary>
    public bool IsConfirmUnread { get; set; }

    public StepStatement? Abort { get; set; }

    /// <summary>Whether it says that nothing gives the upload up.</summary>
    public bool HasNoAbort { get; set; }

    public RecoveryStatement? Recover { get; set; }
}
