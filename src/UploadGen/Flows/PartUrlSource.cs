using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Where the URLs of parts come from.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <param name="Read">The URLs in an answer, in the order of the parts.</param>
/// <param name="More">
/// Asks for the URLs of some parts, from one (counted from 0) on; <see langword="null"/> where the API gives them all at once, and once.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PartUrlSource<TSession>(Func<TSession, IReadOnlyList<string>> Read, Func<TSession, int, int, CancellationToken, Task<TSession>>? More = null);

internal static class PartUrlSource
{
    /// <summary>How many URLs are asked for at once.</summary>
    public const int Batch = 16;
}
