namespace UploadGen.Analyzers.Annotations;

/// <summary>The steps of an upload flow that one method does. A wrapper may do several.</summary>
[Flags]
internal enum UploadSteps
{
    None = 0,
    Create = 1,
    Put = 2,
    Confirm = 4,
    Abort = 8,

    /// <summary>The whole flow in one call.</summary>
    UploadFile = 16,
}
