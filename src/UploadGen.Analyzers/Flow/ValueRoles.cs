namespace UploadGen.Analyzers.Flow;

/// <summary>What a value can be, over all paths. Roles are joined by union, so a value certainly is something if it has that role only.</summary>
[Flags]
internal enum ValueRoles
{
    /// <summary>Null, a default, or a variable that isn't assigned yet.</summary>
    None = 0,

    /// <summary>Something that isn't tracked.</summary>
    Untracked = 1,

    /// <summary>A session, or the task that returns it.</summary>
    Session = 2,

    /// <summary>A presigned URL, as it was given.</summary>
    Url = 4,

    /// <summary>A text that contains a whole presigned URL and something else.</summary>
    EmbeddedUrl = 8,

    /// <summary>A presigned URL that string operations have changed.</summary>
    AlteredUrl = 16,

    /// <summary>The headers that are sent with a presigned URL, or one of them.</summary>
    Headers = 32,

    /// <summary>Another member of a session, a text about it, or the outcome of a test of it.</summary>
    Derived = 64,

    /// <summary>One of the values of a collection. It isn't known which.</summary>
    Element = 128,

    /// <summary>An HTTP client or message that carries an Authorization header.</summary>
    Authorized = 256,

    /// <summary>A message, a collection or another object that was made in the body.</summary>
    Container = 512,

    /// <summary>The id of a session, also as a text.</summary>
    Id = 1024,

    /// <summary>What a session says that tells nothing of what became of its file: the host of its URL, its limit, when it ends.</summary>
    Detail = 2048,

    /// <summary>What a step has answered, or a part of that. It tells how the step went, and nobody can PUT or confirm with it.</summary>
    Answer = 4096,

    /// <summary>A file that is open for writing.</summary>
    File = 8192,

    /// <summary>The content of a container that code out of sight knows.</summary>
    Escaped = 16384,

    AnyUrl = Url | EmbeddedUrl | AlteredUrl,

    /// <summary>A part of a session. A test of it may tell something about the upload, such as that the server has the file already.</summary>
    Part = AnyUrl | Headers | Derived | Detail | Answer,

    /// <summary>What code that is given it can do nothing with to the upload.</summary>
    Harmless = Headers | Answer | Detail,
}
