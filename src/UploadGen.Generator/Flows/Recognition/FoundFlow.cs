using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>A flow that was found, before it has a name and a plan.</summary>
internal abstract record FoundFlow
{
    /// <summary>The operation that opens the upload, or is the whole of it.</summary>
    public abstract OperationModel Create { get; }
}

/// <summary>One request is the whole upload.</summary>
internal sealed record FoundRequest(OperationModel Operation) : FoundFlow
{
    public override OperationModel Create => Operation;
}

/// <summary>An upload that is opened, and then goes on.</summary>
internal abstract record FoundSession(FoundOpening Opening) : FoundFlow
{
    public override OperationModel Create => Opening.Create;
}

/// <summary>The file goes to a URL of storage.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Url">The session's member with the URL.</param>
/// <param name="RecordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
internal abstract record FoundUrl(FoundOpening Opening, MemberPath Url, MemberPath? RecordedSize) : FoundSession(Opening)
{
    /// <summary>What says that the file is sent so.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>How the answer says that the API has the file already, if it ever does.</summary>
    public FilePresence? Presence { get; init; }
}

/// <summary>The file is PUT to the URL.</summary>
internal sealed record FoundPut(FoundOpening Opening, MemberPath Url, MemberPath? RecordedSize, MemberPath? Headers) : FoundUrl(Opening, Url, RecordedSize);

/// <summary>The file is POSTed to the URL in a form.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Url">The session's member with the URL.</param>
/// <param name="RecordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
/// <param name="Fields">The session's member with the fields of the form.</param>
/// <param name="Headers">The session's member with the headers that go beside the form's own.</param>
internal sealed record FoundPost(FoundOpening Opening, MemberPath Url, MemberPath? RecordedSize, MemberPath? Fields, MemberPath? Headers)
    : FoundUrl(Opening, Url, RecordedSize)
{
    /// <summary>The name of the field for the file, where it has one of its own.</summary>
    public string? FileField { get; init; }
}

/// <summary>The file is POSTed to the URL as it is.</summary>
internal sealed record FoundPostFile(FoundOpening Opening, MemberPath Url, MemberPath? RecordedSize, MemberPath? Headers)
    : FoundUrl(Opening, Url, RecordedSize);

/// <summary>The file goes to the URL in several requests.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Url">The session's member with the URL.</param>
/// <param name="RecordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
/// <param name="Protocol">How.</param>
/// <param name="Headers">The session's member with the headers that go with each request.</param>
internal sealed record FoundProtocol(FoundOpening Opening, MemberPath Url, MemberPath? RecordedSize, UploadProtocol Protocol, MemberPath? Headers)
    : FoundUrl(Opening, Url, RecordedSize)
{
    /// <summary>Whether the URL is where an upload is created by the protocol, and not an upload yet.</summary>
    public bool IsEndpoint { get; init; }

    /// <summary>What is stated of the last answer to the file.</summary>
    public TypeRef? Result { get; init; }

    /// <summary>Whether the last answer says what was made of the file, and nothing comes after it.</summary>
    public bool IsAnswered
        => Opening.Confirm is null && Protocol is UploadProtocol.ContentRanges or UploadProtocol.ExpectedRanges or UploadProtocol.HttpResumable;
}

/// <summary>The file goes to an operation of the API.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Send">The operation that takes the file.</param>
/// <param name="Sends">All operations that take the file, or another way to send it.</param>
internal sealed record FoundSequence(FoundOpening Opening, FoundStep Send, IReadOnlyList<OperationModel> Sends) : FoundSession(Opening)
{
    /// <summary>Whether the document states that the file goes there.</summary>
    public bool IsStated { get; init; }

    /// <summary>Whether the operation takes a key of the session elsewhere than in its path.</summary>
    public bool IsByKey { get; init; }

    /// <summary>How it states that the file is sent, if it does.</summary>
    public SendProtocol? Protocol { get; init; }
}

/// <summary>The file goes to an operation of the API, and something of it isn't known.</summary>
/// <param name="Found">What is known.</param>
/// <param name="Missing">What isn't, in words.</param>
/// <param name="IsAsked">Whether it is asked about, so that nothing is to be said of it beside.</param>
internal sealed record OpenSequence(FoundSequence Found, string Missing, bool IsAsked = false) : FoundSession(Found.Opening);

/// <summary>The file is sent to the URL by the method that the answer names.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Url">The session's member with the URL.</param>
/// <param name="RecordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
/// <param name="Method">The session's member with the method.</param>
/// <param name="Headers">The session's member with the headers to send.</param>
/// <param name="Fields">The session's member with the fields of a form.</param>
internal sealed record FoundAnswered(
    FoundOpening Opening,
    MemberPath Url,
    MemberPath? RecordedSize,
    UrlMethod Method,
    MemberPath? Headers,
    MemberPath? Fields) : FoundUrl(Opening, Url, RecordedSize)
{
    /// <summary>The name of the field for the file, where it has one of its own.</summary>
    public string? FileField { get; init; }

    /// <summary>Whether what is sent by POST is a form, even where the answer gives no fields.</summary>
    public bool WantsForm { get; init; }
}

/// <summary>The file goes out in parts.</summary>
internal abstract record FoundParts(FoundOpening Opening) : FoundSession(Opening)
{
    /// <summary>What is stated about the parts.</summary>
    public PartsStatement? Stated { get; init; }
}

/// <summary>The parts go to URLs of storage.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Given">Where the answer that opens it says where they go; null where it doesn't.</param>
/// <param name="Ask">How that is asked; null where nothing is known to tell it.</param>
/// <param name="Headers">The session's member with the headers to send with each.</param>
internal sealed record FoundPartUrls(FoundOpening Opening, PartItemsModel? Given, FoundAsk? Ask, MemberPath? Headers) : FoundParts(Opening);

/// <summary>How an API is asked where parts go.</summary>
/// <param name="Step">The operation, with all that it is told.</param>
/// <param name="Items">Where its answer says it.</param>
/// <param name="Batch">The most parts that it is asked for at once.</param>
/// <param name="First">The number of the first part.</param>
internal sealed record FoundAsk(FoundStep Step, PartItemsModel Items, int Batch, int First);

/// <summary>The parts go to an operation of the API.</summary>
internal sealed record FoundPartOperation(FoundOpening Opening, FoundStep Send) : FoundParts(Opening);

/// <summary>What opens an upload, and what it is confirmed and given up with.</summary>
/// <param name="Create">The operation that opens it.</param>
/// <param name="Session">Its answer.</param>
/// <param name="Id">What names the upload in later steps, where that is known by itself.</param>
/// <param name="Roles">What the file itself answers of the request.</param>
/// <param name="Confirm">What confirms it.</param>
/// <param name="Abort">What gives it up.</param>
internal sealed record FoundOpening(
    OperationModel Create,
    RecordModel Session,
    MemberPath? Id,
    IReadOnlyList<FoundRole> Roles,
    FoundStep? Confirm,
    FoundStep? Abort)
{
    /// <summary>What says that the confirmation is one.</summary>
    public string ConfirmEvidence { get; init; } = "";

    /// <summary>What could confirm it and isn't understood.</summary>
    public string? OpenConfirm { get; init; }

    /// <summary>Whether it is stated that nothing confirms it.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The operations that could.</summary>
    public IReadOnlyList<OperationModel> ConfirmCandidates { get; init; } = [];

    /// <summary>What the request that opens it says in every upload.</summary>
    public IReadOnlyList<FoundArgument> Said { get; init; } = [];

    /// <summary>What gives it another URL.</summary>
    public FoundRecovery? Recovery { get; init; }

    /// <summary>The digests of the file that the API wants.</summary>
    public IReadOnlyList<FoundDigest> Digests { get; init; } = [];

    /// <summary>The member of the request that the file answers with some fact of it.</summary>
    public FoundRole? Role(FileRole role) => Roles.FirstOrDefault(found => found.Role == role);
}

/// <summary>What the file itself answers of the request that opens the upload.</summary>
/// <param name="Name">The property of the body, or the parameter.</param>
/// <param name="Role">What it answers.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
internal sealed record FoundRole(string Name, FileRole Role, bool IsParameter = false);

/// <summary>What gives an upload that is open another URL.</summary>
/// <param name="Step">The step.</param>
/// <param name="Url">The member of its answer with the URL.</param>
internal sealed record FoundRecovery(FoundStep Step, MemberPath Url);

/// <summary>A digest of the file that the API wants.</summary>
/// <param name="Form">How it is made and written; null where that isn't told, so that the caller is asked for it.</param>
/// <param name="Operation">The operation that is told it.</param>
/// <param name="Name">The property of its body, or the parameter.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
/// <param name="WireName">Its name in the document.</param>
internal sealed record FoundDigest(DigestForm? Form, OperationModel Operation, string Name, bool IsParameter, string WireName);
