namespace UploadGen.Core;

/// <summary>Which of the headers that the API gave for an upload go with a request.</summary>
internal enum GivenHeaders
{
    /// <summary>None: the request has of them what it takes.</summary>
    None,

    /// <summary>Those that neither describe a body nor set a condition.</summary>
    Neutral,

    /// <summary>All but those that are of the file's bytes as a whole: the request sends a part of them.</summary>
    OfPart,

    /// <summary>All.</summary>
    OfWhole,
}
