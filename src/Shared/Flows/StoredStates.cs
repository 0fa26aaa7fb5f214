namespace UploadGen.Core;

/// <summary>The states by which APIs say that they have a file already.</summary>
/// <remarks>The generator, which finds such states in a document, and the library, which reads them in an answer, are compiled with this file.</remarks>
internal static class StoredStates
{
    /// <summary>Whether a state says so, however its words are joined.</summary>
    public static bool Says(string state)
        => state.Replace("_", "").Replace("-", "").Replace(" ", "").ToLowerInvariant()
            is "complete" or "completed" or "exists" or "existing" or "alreadyexists" or "alreadyuploaded" or "duplicate" or "deduplicated"
            or "uploaded" or "stored" or "ready" or "available" or "done" or "finished";
}
