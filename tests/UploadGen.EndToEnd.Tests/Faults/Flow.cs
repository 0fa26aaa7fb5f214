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
}
