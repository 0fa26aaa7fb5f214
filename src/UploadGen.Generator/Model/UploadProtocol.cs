namespace UploadGen.Generator.Model;

/// <summary>How a file goes to one URL in several requests, by the names that the engine has for it.</summary>
internal enum UploadProtocol
{
    /// <summary>tus 1.0.0.</summary>
    Tus,

    /// <summary>PUTs with <c>Content-Range</c>, each answered by 308 and what is there.</summary>
    ContentRanges,

    /// <summary>PUTs with <c>Content-Range</c>, each answered by 202 and the ranges that are expected next.</summary>
    ExpectedRanges,

    /// <summary>Resumable uploads as the IETF drafts them.</summary>
    HttpResumable,

    /// <summary>Azure's blobs: one PUT, or blocks that are listed afterwards.</summary>
    Blocks,
}
