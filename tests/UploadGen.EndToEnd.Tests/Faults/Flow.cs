namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>The generated flows.</summary>
public enum Flow
{
    /// <summary>Create, PUT, confirm.</summary>
    Runflow,

    /// <summary>Presign, PUT under <c>If-None-Match: *</c>.</summary>
    Cyberun,

    /// <summary>A POST of a form.</summary>
    Images,

    /// <summary>A session in ranges that are answered by 308.</summary>
    Films,

    /// <summary>A session in ranges that are answered by 202 and what is expected.</summary>
    Drives,

    /// <summary>A resumable upload of HTTP.</summary>
    Drafts,

    /// <summary>tus.</summary>
    Streams,

    /// <summary>A blob of Azure's.</summary>
    Blobs,
}
