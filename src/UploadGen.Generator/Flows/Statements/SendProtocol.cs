namespace UploadGen.Generator.Flows.Statements;

/// <summary>How a document states that a file's bytes go to where they go.</summary>
internal enum SendProtocol
{
    /// <summary>As they are, by PUT.</summary>
    Put,

    /// <summary>As they are, by POST.</summary>
    Post,

    /// <summary>In a form, by POST.</summary>
    Form,

    /// <summary>In parts, each to a URL or an operation.</summary>
    Parts,

    /// <summary>By tus 1.0.0.</summary>
    Tus,

    /// <summary>In ranges to one URL, each answered by 308 and what is there.</summary>
    ContentRanges,

    /// <summary>In ranges to one URL, each answered by 202 and the ranges that are expected next.</summary>
    ExpectedRanges,

    /// <summary>As the IETF drafts resumable uploads.</summary>
    Resumable,

    /// <summary>As Azure's storage takes blobs: by one PUT, or in blocks that are listed afterwards.</summary>
    Blocks,
}
