namespace UploadGen.Analyzers.Flow;

internal static class UploadStatesExtensions
{
    /// <summary>Is the upload created, and in no state but these, whatever path led here?</summary>
    public static bool IsOnly(this UploadStates states, UploadStates allowed) => states != UploadStates.None && (states & ~allowed) == 0;
}
