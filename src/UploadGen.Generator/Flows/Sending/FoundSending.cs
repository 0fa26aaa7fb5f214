using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Sending;

/// <summary>How a file goes to the URL that opening an upload gives.</summary>
internal enum SendWay
{
    /// <summary>The document leaves it open.</summary>
    Open,

    /// <summary>By PUT, its bytes as they are.</summary>
    Put,

    /// <summary>By POST, in a form.</summary>
    Form,

    /// <summary>In several requests, by a protocol.</summary>
    Protocol,

    /// <summary>In a way that no one call is generated for.</summary>
    Other,
}

/// <summary>How a file goes to its URL, and what says so.</summary>
/// <param name="Way">The way.</param>
/// <param name="Evidence">What says so; where no one call can be made of it, what is missing.</param>
internal sealed record FoundSending(SendWay Way, string Evidence)
{
    /// <summary>The member whose entries may be headers, or the fields of a form.</summary>
    public MemberPath? Texts { get; init; }

    /// <summary>The member of the request that says what the URL is asked for, where that is open.</summary>
    public RequestChoice? Choice { get; init; }

    /// <summary>The protocol, where the way is by one.</summary>
    public UploadProtocol? Protocol { get; init; }

    /// <summary>Whether the URL is where an upload is created by the protocol, and not an upload yet.</summary>
    public bool IsEndpoint { get; init; }

    /// <summary>Whether a call can send the file so.</summary>
    public bool IsKnown => Way is SendWay.Put or SendWay.Form or SendWay.Protocol;

    /// <summary>The file goes by a protocol.</summary>
    /// <param name="protocol">Which.</param>
    /// <param name="evidence">What says so.</param>
    public static FoundSending By(UploadProtocol protocol, string evidence) => new(SendWay.Protocol, evidence) { Protocol = protocol };
}
