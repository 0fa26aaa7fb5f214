namespace UploadGen.Analyzers.Flow;

/// <summary>What a value can be, over all paths; joined by union. It certainly is something if it has that role alone.</summary>
[Flags]
internal enum ValueRoles
{
    /// <summary>Null, a default, or not assigned yet.</summary>
    None = 0,

    /// <summary>Something that isn't tracked.</summary>
    Untracked = 1,

    /// <summary>A session, the task that brings it, or its id.</summary>
    Session = 2,

    /// <summary>A presigned URL, as it was given.</summary>
    Url = 4,

    /// <summary>A text with a whole presigned URL in it, and more.</summary>
    EmbeddedUrl = 8,

    /// <summary>What string operations made of a presigned URL.</summary>
    AlteredUrl = 16,

    /// <summary>The headers that go with a presigned URL.</summary>
    Headers = 32,

    /// <summary>Something else read from a session, or what a test of it tells.</summary>
    Derived = 64,

    /// <summary>One of the values of a collection: nobody says which.</summary>
    Element = 128,

    /// <summary>An HTTP client or message that carries an Authorization header.</summary>
    Authorized = 256,

    /// <summary>A message or a collection that was made in the body.</summary>
    Container = 512,

    AnyUrl = Url | EmbeddedUrl | AlteredUrl,

    /// <summary>What was read from a session: a test of it tells something about the upload, such as that the server has the file already.</summary>
    Part = AnyUrl | Headers | Derived,
}
