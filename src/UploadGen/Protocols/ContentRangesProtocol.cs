using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// Content ranges to a session's URL (RFC 9110, section 14.5), answered by 308 and the <c>Range</c> that is there, as in Google's resumable uploads
/// (https://cloud.google.com/storage/docs/performing-resumable-uploads).
/// </summary>
/// <param name="upload">What is known of the upload.</param>
internal sealed class ContentRangesProtocol(ResumableUpload upload) : OffsetProtocol
{
    private const long Unit = 256 * KiB;

    private const string FirstBytes = "bytes=0-";

    private readonly long _chunkSize = ChunkSize(upload.ChunkSize, UsualChunk, Unit, most: long.MaxValue);

    public override Chunk Next(long offset, long length) => new(offset, Math.Min(_chunkSize, length - offset), length);

    public override ProtocolRequest Ask(long length)
        => new(HttpMethod.Put, ("Content-Range", FormattableString.Invariant($"bytes */{length}"))) { SaysEmpty = true };

    public override Standing? ReadAsked(ProtocolAnswer answer, long length) => Read(answer, length);

    public override ValueTask<ProtocolRequest> AppendAsync(Chunk chunk, UploadContent bytes, CancellationToken cancellationToken)
    {
        // A range of no bytes can't be written; the question is also the request to make the file of what is there.
        var range = chunk.Length == 0
            ? FormattableString.Invariant($"bytes */{chunk.Total}")
            : FormattableString.Invariant($"bytes {chunk.Start}-{chunk.End - 1}/{chunk.Total}");
        return ValueTask.FromResult(new ProtocolRequest(HttpMethod.Put, ("Content-Range", range)) { Given = GivenFor(chunk) });
    }

    public override Standing? ReadAppended(ProtocolAnswer answer, Chunk chunk)
        => answer.IsSuccess && !chunk.IsLast
            ? Standing.Unclear(FormattableString.Invariant($"as if the file were complete, after {chunk.End:N0} of {chunk.Total:N0} bytes."))
            : Read(answer, chunk.Total);

    /// <summary>Google answers 499 to it, and wants a length.</summary>
    public override ProtocolRequest Abort => new(HttpMethod.Delete) { SaysEmpty = true };

    public override bool IsAborted(int status) => status == 499 || base.IsAborted(status);

    public override bool IsConflict(int status) => status is 409 or 412 or 416;

    private static Standing? Read(ProtocolAnswer answer, long length)
        => answer.IsSuccess ? new Standing(length, IsComplete: true)
            : answer.Status != 308 ? null
            : answer["Range"] is not { } range ? new Standing(0)
            : range.StartsWith(FirstBytes, StringComparison.OrdinalIgnoreCase)
                && long.TryParse(range.AsSpan(FirstBytes.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < long.MaxValue
                ? new Standing(last + 1)
            : Standing.Unclear("with a Range that doesn't begin with the file's first byte, so where to go on isn't known.");
}
