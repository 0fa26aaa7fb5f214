using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How to get the URLs of parts from the API.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <param name="Read">Reads the URLs from an answer, in the order of the parts.</param>
/// <param name="More">
/// Asks for the URLs of some parts, by the first part (counted from 0) and their number; <see langword="null"/> where the API gives all URLs when it opens
/// the upload, and never again.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PartUrlSource<TSession>(
    Func<TSession, IReadOnlyList<string>> Read,
    Func<TSession, int, int, CancellationToken, Task<TSession>>? More = null);

/// <summary>What all sources of URLs have in common.</summary>
internal static class PartUrlSource
{
    /// <summary>How many URLs are asked for at once.</summary>
    public const int Batch = 16;
}
