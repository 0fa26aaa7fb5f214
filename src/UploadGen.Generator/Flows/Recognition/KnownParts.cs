using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>An upload in parts, of which all is known that one call must know.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Terms">Where the API says how large parts are to be.</param>
/// <param name="Complete">What puts the parts together, with what it takes of them; null where nothing has to.</param>
internal abstract record KnownParts(FoundOpening Opening, FoundTerms? Terms, FoundStep? Complete) : FoundSession(Opening);

/// <summary>The parts go to URLs of storage.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Terms">Where the API says how large parts are to be.</param>
/// <param name="Complete">What puts the parts together, with what it takes of them; null where nothing has to.</param>
/// <param name="Given">Where the answer that opens it says where they go; null where it doesn't.</param>
/// <param name="Ask">How that is asked; null where the session has all.</param>
/// <param name="Headers">The session's member with the headers to send.</param>
/// <param name="NeedsETags">Whether completing takes the ETags that storage answers with.</param>
internal sealed record KnownPartUrls(
    FoundOpening Opening,
    FoundTerms? Terms,
    FoundStep? Complete,
    PartItemsModel? Given,
    FoundAsk? Ask,
    MemberPath? Headers,
    bool NeedsETags) : KnownParts(Opening, Terms, Complete);

/// <summary>The parts go to an operation of the API.</summary>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Terms">Where the API says how large parts are to be.</param>
/// <param name="Complete">What puts the parts together, with what it takes of them.</param>
/// <param name="Send">The operation that takes a part, with all that it takes.</param>
/// <param name="MaxPartSize">The most bytes of a part.</param>
/// <param name="Item">The member of its answer that completing takes.</param>
/// <param name="IsSequential">Whether a part is sent only when the one before it is there.</param>
internal sealed record KnownPartOperation(
    FoundOpening Opening,
    FoundTerms? Terms,
    FoundStep Complete,
    FoundStep Send,
    long? MaxPartSize,
    MemberPath? Item,
    bool IsSequential) : KnownParts(Opening, Terms, Complete)
{
    /// <summary>How the refusal of a part says how many bytes of the file the API has.</summary>
    public ReceivedModel? Received { get; init; }
}

/// <summary>An upload in parts, of which something isn't known.</summary>
/// <param name="Found">What is known.</param>
/// <param name="Missing">What isn't, in words.</param>
/// <param name="IsAsked">Whether it is asked about, so that nothing is to be said of it beside.</param>
internal sealed record OpenParts(FoundParts Found, string Missing, bool IsAsked = false) : FoundSession(Found.Opening);

/// <summary>Where the API says how large parts are to be.</summary>
/// <param name="Inspect">The step that tells; null where the answer that opened the upload does.</param>
/// <param name="PartSize">The member with the size.</param>
/// <param name="IsParallel">The member that says whether parts may be sent at the same time.</param>
internal sealed record FoundTerms(FoundStep? Inspect, MemberPath PartSize, MemberPath? IsParallel);
