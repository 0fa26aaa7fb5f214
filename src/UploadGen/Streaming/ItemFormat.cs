namespace UploadGen.Core;

/// <summary>How the items of an answer follow each other.</summary>
internal enum ItemFormat
{
    /// <summary>Line by line: <c>application/jsonl</c>, <c>application/x-ndjson</c>.</summary>
    JsonLines,

    /// <summary>RFC 7464: <c>application/json-seq</c>.</summary>
    JsonSequence,

    /// <summary><c>text/event-stream</c>.</summary>
    Events,
}
