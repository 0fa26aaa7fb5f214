using System.Diagnostics;

namespace UploadGen.Core;

/// <summary>
/// Lets bytes go at a rate, whoever sends them, in the order in which they are to go. What wasn't used is not made up for: nothing goes faster afterwards.
/// </summary>
/// <param name="bytesPerSecond">The rate.</param>
internal sealed class ByteRate(long bytesPerSecond)
{
    /// <summary>The most that go at once: some eight pieces a second, so that a server which waits for bytes gets some.</summary>
    private const int PiecesPerSecond = 8;
    private const int SmallestPiece = 1024;

    private readonly object _lock = new();
    private long _free = Stopwatch.GetTimestamp();

    /// <summary>How many bytes at most are to be sent at once.</summary>
    public int Piece { get; } = (int)Math.Clamp(bytesPerSecond / PiecesPerSecond, SmallestPiece, int.MaxValue);

    /// <summary>Takes the line for some bytes.</summary>
    /// <returns>How long to wait before they are sent.</returns>
    public TimeSpan Take(int bytes)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            var begin = Math.Max(now, _free);
            _free = begin + (long)((double)bytes / bytesPerSecond * Stopwatch.Frequency);
            return Stopwatch.GetElapsedTime(now, begin);
        }
    }
}
