namespace UploadGen.Analyzers.Flow;

/// <summary>What a value can be, over all paths. Roles are joined by union, so a value certainly is something if it has that role only.</summary>
[Flags]
internal enum ValueRoles
{
    /// <summary>Null, a default, or a variable that isn't assigned yet.</summary>
    None = 0,

    /// <summary>Something that isn't tracked.</summary>
    Untracked = 1,

    /// <summary>A session, the task that returns it, or its id.</summary>
    Session = 2,

    /// <summary>A presigned URL, as it was given.</summary>
    Url = 4,

    /// <summary>A text that contains a whole presigned URL and something else.</summary>
    EmbeddedUrl = 8,

    /// <summary>A presigned URL that string operations have changed.</summary>
    AlteredUrl = 16,

    /// <summary>The headers that are sent with a presigned URL.</summary>
    Headers = 32,

    /// <summary>Another member of a session, or the outcome of a test of the session.</summary>
    Derived = 64,

    /// <summary>One of the values of a collection. It isn't known which.</summary>
    Element = 128,

    /// <summary>An HTTP client or message that carries an Authorization header.</summary>
    Authorized = 256,

    /// <summary>A message or a collection that was made in the body.</summary>
    Container = 512,

    AnyUrl = Url | EmbeddedUrl | AlteredUrl,

    /// <summary>A part of a session. A test of it may tell something about the upload, such as that the server has the file already.</summary>
    Part = AnyUrl | Headers | Derived,
}
