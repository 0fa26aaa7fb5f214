namespace UploadGen.Generator.Model;

/// <summary>What the octets of a body are by the document.</summary>
internal enum OctetsKind
{
    /// <summary>A file: the schema or the media type says so.</summary>
    File,

    /// <summary>Not said: <c>application/octet-stream</c> or any type at all, and a schema that isn't one of octets.</summary>
    Unsaid,

    /// <summary>An object or a list in a format that isn't written here: the caller writes it.</summary>
    Value,
}
