namespace UploadGen.Generator.Model;

/// <summary>Where the parts of a file go.</summary>
internal abstract record PartTargetModel;

/// <summary>A URL of storage for each part.</summary>
/// <param name="Given">Where the answer that opened the upload says that the parts go; null where it doesn't.</param>
/// <param name="Ask">How it is asked; null where the session has all.</param>
/// <param name="Headers">The headers to send with every part; null where there are none.</param>
/// <param name="NeedsETags">Whether completing takes the ETags that storage answers with.</param>
internal sealed record PartUrlsModel(PartItemsModel? Given, PartAskModel? Ask, TextsModel? Headers, bool NeedsETags) : PartTargetModel;

/// <summary>How the API is asked where parts go.</summary>
/// <param name="Step">The operation, and what it is told of a part, or of several.</param>
/// <param name="Items">Where its answer says it.</param>
/// <param name="Batch">The most parts that it is asked for at once.</param>
/// <param name="First">The number of the first part.</param>
/// <param name="IsOpening">Whether it is the operation that opens the upload, which is asked for some then.</param>
internal sealed record PartAskModel(StepModel Step, PartItemsModel Items, int Batch, int First, bool IsOpening);

/// <summary>
/// What an answer has for each part: a list or map of items, which are URLs or objects that have one; or a URL for one part.
/// </summary>
/// <param name="List">The member with the items; null where the whole answer is of one part.</param>
/// <param name="Url">An item's member with the URL; null where the item is the URL. The others are an item's, too.</param>
internal sealed record PartItemsModel(MemberPath? List, MemberPath? Url)
{
    /// <summary>The part's number.</summary>
    public MemberPath? Number { get; init; }

    /// <summary>Its first byte.</summary>
    public MemberPath? Offset { get; init; }

    /// <summary>Its last byte, or the one behind it.</summary>
    public MemberPath? End { get; init; }

    /// <summary>Its bytes.</summary>
    public MemberPath? Length { get; init; }

    /// <summary>The method to send it by.</summary>
    public MemberPath? Method { get; init; }

    /// <summary>The headers to send with it.</summary>
    public TextsModel? Headers { get; init; }

    /// <summary>Whether it says which bytes of the file each part has.</summary>
    public bool TellsRanges => (Offset ?? End ?? Length) is not null;

    /// <summary>What has the URLs, in the document's names.</summary>
    public string JsonName => string.Join(".", new[] { List, Url }.OfType<MemberPath>().Select(path => path.JsonName));

    /// <summary>What has the URL, as a member of its type.</summary>
    public MemberPath UrlMember => Url ?? List!;
}

/// <summary>What completing an upload takes of a part that is in storage.</summary>
internal enum StoredFact
{
    Number,
    ETag,
    Length,
    Digest,
}

/// <summary>What a member of a record, or an item of a list, gets of a part that is in storage.</summary>
/// <param name="Property">The property; null where the item itself gets it.</param>
/// <param name="Fact">The fact.</param>
/// <param name="First">The number of the first part, for its number.</param>
/// <param name="Form">How it is made and written, for a digest.</param>
/// <param name="IsBytes">Whether a digest is handed over as bytes.</param>
internal sealed record StoredMemberModel(string? Property, StoredFact Fact, int First = 1, DigestForm? Form = null, bool IsBytes = false);

/// <summary>An operation of the API.</summary>
/// <param name="Send">The operation, and what it is told of a part.</param>
/// <param name="MaxPartSize">The most bytes of a part; null where the document doesn't limit it.</param>
/// <param name="Item">The member of its answer that completing takes; null where completing takes nothing of the parts.</param>
/// <param name="IsSequential">Whether a part is sent only when the one before it is there.</param>
internal sealed record PartOperationModel(StepModel Send, long? MaxPartSize, MemberPath? Item, bool IsSequential) : PartTargetModel
{
    /// <summary>How the refusal of a part says how many bytes of the file the API has; null where it doesn't.</summary>
    public ReceivedModel? Received { get; init; }
}

/// <summary>How the refusal of a part says how many bytes of the file the API has.</summary>
/// <param name="Error">The type of the error.</param>
/// <param name="Bytes">The member of it.</param>
internal sealed record ReceivedModel(TypeRef Error, MemberPath Bytes);

/// <summary>Where the API says how large parts are to be.</summary>
/// <param name="Inspect">The operation that tells; null where the answer that opened the upload does.</param>
/// <param name="PartSize">The member with the size.</param>
/// <param name="IsParallel">The member that says whether parts may be sent at the same time; null where nothing says so.</param>
internal sealed record PartTermsModel(StepModel? Inspect, MemberPath PartSize, MemberPath? IsParallel);
