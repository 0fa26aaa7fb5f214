using System.Globalization;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// Content ranges to a session's URL, answered by the ranges that are still expected, as in Microsoft Graph's upload sessions
/// (https://learn.microsoft.com/graph/api/driveitem-createuploadsession).
/// </summary>
/// <param name="upload">What is known of the upload.</param>
internal sealed class ExpectedRangesProtocol(ResumableUpload upload) : OffsetProtocol
{
    private const long Unit = 320 * KiB;
    private const string Member = "nextExpectedRanges";

    private readonly long _chunkSize = ChunkSize(upload.ChunkSize, usual: 10 * MiB, Unit, most: 60 * MiB - 1);

    public override string? Problem(UploadContent content)
        => content.Length == 0
            ? $"{content.FileName} is empty, and a session that expects ranges has no way to take a file without bytes. "
                + "Send it by another operation of the API."
            : base.Problem(content);

    public override Chunk Next(long offset, long length) => new(offset, Math.Min(_chunkSize, length - offset), length);

    public override ProtocolRequest Ask(long length) => new(HttpMethod.Get);

    public override Standing? ReadAsked(ProtocolAnswer answer, long length)
        => !answer.IsSuccess ? null : Expected(answer, length) ?? Standing.Unclear($"without {Member}, so where to go on isn't known.");

    public override ValueTask<ProtocolRequest> AppendAsync(Chunk chunk, UploadContent bytes, CancellationToken cancellationToken)
        => ValueTask.FromResult(new ProtocolRequest(
            HttpMethod.Put, ("Content-Range", FormattableString.Invariant($"bytes {chunk.Start}-{chunk.End - 1}/{chunk.Total}")))
        {
            Given = GivenFor(chunk),
        });

    public override Standing? ReadAppended(ProtocolAnswer answer, Chunk chunk)
        => !answer.IsSuccess ? null
            : Expected(answer, chunk.Total) is { } standing ? standing
            : answer.Status is not (200 or 201) ? Standing.Unclear($"without {Member}, so how much it took isn't known.")
            : chunk.IsLast ? new Standing(chunk.Total, IsComplete: true)
            : Standing.Unclear(FormattableString.Invariant($"as if the file were complete, after {chunk.End:N0} of {chunk.Total:N0} bytes."));

    /// <summary>What it has already it doesn't take again.</summary>
    public override bool IsConflict(int status) => status == 416;

    public override string? Advice(ProtocolAnswer answer) => answer.Status switch
    {
        409 => "There is something of this name already, or the upload conflicts with another change. Open a new upload.",
        416 => "It doesn't expect these bytes, although it says so: another program may send to this upload.",
        _ => base.Advice(answer),
    };

    /// <summary>Where the first range begins that is expected; null where the answer has none: then it may be what was made of the file.</summary>
    private static Standing? Expected(ProtocolAnswer answer, long length)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().FirstOrDefault(static member => member.Name.Equals(Member, StringComparison.OrdinalIgnoreCase))
                    is { Value.ValueKind: JsonValueKind.Array } ranges
                ? First(ranges.Value, length)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Standing First(JsonElement ranges, long length)
    {
        long? first = null;
        foreach (var range in ranges.EnumerateArray())
        {
            if (range.ValueKind != JsonValueKind.String || Start(range.GetString()!) is not { } begin)
            {
                return Standing.Unclear($"with {Member} that aren't ranges, so where to go on isn't known.");
            }

            first = Math.Min(first ?? begin, begin);
        }

        // It was opened to wait for a commit, which makes the file where and when its owner wants.
        return first is not { } start || start == length
            ? Standing.Unclear("which expects no more bytes, and tells of no file: the session may wait to be committed (deferCommit), which is left to you.")
            : new Standing(start);
    }

    private static long? Start(string range)
        => long.TryParse(range.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;
}
