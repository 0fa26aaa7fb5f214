namespace UploadGen.Analyzers.Flow;

/// <summary>The states that an upload can be in at a point, over all paths that lead there. States are joined by union.</summary>
[Flags]
internal enum UploadStates
{
    /// <summary>Not created on any path.</summary>
    None = 0,
    Created = 1,
    Put = 2,

    /// <summary>Confirmed after a PUT.</summary>
    Confirmed = 4,

    /// <summary>Confirmed although nothing was PUT. It is a state of its own so that a second try isn't taken for a second confirmation.</summary>
    ConfirmedUnput = 8,

    /// <summary>Other code may have done anything with it.</summary>
    Unknown = 16,

    /// <summary>A lambda or local function that confirms it may have run.</summary>
    Captured = 32,

    /// <summary>What stays true of an upload, whatever step follows.</summary>
    Sticky = Unknown | Captured,
}
