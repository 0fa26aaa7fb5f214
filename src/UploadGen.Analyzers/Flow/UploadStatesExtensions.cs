namespace UploadGen.Analyzers.Flow;

internal static class UploadStatesExtensions
{
    /// <summary>Is the upload in these states only, on every path that led here?</summary>
    public static bool IsOnly(this UploadStates states, UploadStates allowed) => states != UploadStates.None && (states & ~allowed) == 0;
}
