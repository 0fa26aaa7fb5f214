namespace UploadGen.Core;

/// <summary>Where storage stands, as an answer says.</summary>
/// <param name="Offset">How many of the file's first bytes storage has.</param>
/// <param name="IsComplete">Whether it has made the file of them.</param>
internal readonly record struct Standing(long Offset, bool IsComplete = false)
{
    /// <summary>What keeps the answer from being understood, or the upload from being this file's; <see langword="null"/> for nothing.</summary>
    public string? Problem { get; private init; }

    public static Standing Unclear(string problem) => new() { Problem = problem };
}
