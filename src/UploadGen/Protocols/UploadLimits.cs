using System.Globalization;

namespace UploadGen.Core;

/// <summary>What a server takes of a resumable upload, as its <c>Upload-Limit</c> says: numbers of bytes.</summary>
/// <param name="MaxSize">The most of a file.</param>
/// <param name="MinAppend">The fewest of a request that isn't the last.</param>
/// <param name="MaxAppend">The most of a request.</param>
internal sealed record UploadLimits(long MaxSize, long MinAppend, long MaxAppend)
{
    public static UploadLimits None { get; } = new(long.MaxValue, 0, long.MaxValue);

    /// <summary>Reads a dictionary (RFC 9651, section 3.2), of which unknown members don't count; <see langword="null"/> for what is to be ignored.</summary>
    public static UploadLimits? Read(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var limits = None;
        foreach (var member in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var pair = member.Split(';')[0].Split('=', 2);
            var isNumber = long.TryParse(pair[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && pair.Length == 2;
            switch (pair[0])
            {
                case "max-size" or "min-append-size" or "max-append-size" when !isNumber:
                    return null;
                case "max-size":
                    limits = limits with { MaxSize = bytes };
                    break;
                case "min-append-size":
                    limits = limits with { MinAppend = bytes };
                    break;
                case "max-append-size":
                    limits = limits with { MaxAppend = Math.Max(1, bytes) };
                    break;
            }
        }

        return limits;
    }

    /// <summary>How many bytes a request has, of those that are left.</summary>
    /// <param name="wanted">The most bytes of a request that are wanted.</param>
    /// <param name="left">The bytes that are left.</param>
    public long Of(long wanted, long left) => Math.Min(left, Math.Min(Math.Max(wanted, MinAppend), MaxAppend));
}
