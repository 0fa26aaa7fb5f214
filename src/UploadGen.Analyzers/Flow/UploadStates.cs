namespace UploadGen.Analyzers.Flow;

/// <summary>The states an upload can be in at a point, over all paths that lead there; joined by union.</summary>
[Flags]
internal enum UploadStates
{
    /// <summary>Not created on any path.</summary>
    None = 0,
    Created = 1,
    Put = 2,

    /// <summary>Confirmed after a PUT.</summary>
    Confirmed = 4,

    /// <summary>Confirmed although nothing was PUT: a retry must not look like a confirmed upload.</summary>
    ConfirmedUnput = 8,

    /// <summary>Out of sight: other code may have done anything with it.</summary>
    Unknown = 16,
}
