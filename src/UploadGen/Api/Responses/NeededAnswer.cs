namespace UploadGen.Core;

/// <summary>
/// Whether an upload goes on with what answers say. An answer without a body has no result, though the document describes one, and a call that nothing else
/// depends on ends well; a step on which another is built fails at once.
/// </summary>
internal static class NeededAnswer
{
    private static readonly AsyncLocal<bool> Needed = new();

    public static bool IsNeeded => Needed.Value;

    /// <summary>Says of the calls that follow whether their answers are needed. To be called in an asynchronous method, with which it ends.</summary>
    public static void Set(bool isNeeded) => Needed.Value = isNeeded;
}
