namespace UploadGen.Generator.Model;

/// <summary>Where the parts of a file go.</summary>
internal abstract record PartTargetModel;

/// <summary>A URL of storage for each part.</summary>
/// <param name="Urls">The session's member with the URLs, in the order of the parts.</param>
/// <param name="Headers">The headers to send; null where there are none.</param>
/// <param name="NeedsETags">Whether completing takes the ETags that storage answers with.</param>
/// <param name="More">How the URLs of further parts are asked for; null where the session has all.</param>
internal sealed record PartUrlsModel(MemberPath Urls, TextsModel? Headers, bool NeedsETags, StepModel? More) : PartTargetModel;

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
