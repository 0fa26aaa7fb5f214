using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload), interop version 8. An upload is created without bytes ("careful upload creation"), as the
/// interim answers that would tell the URL of another can't be heard.
/// </summary>
/// <param name="upload">What is known of the upload.</param>
internal sealed class HttpResumableProtocol(ResumableUpload upload) : OffsetProtocol
{
    private const string InteropVersion = "8";
    private const string Complete = "?1";
    private const string Incomplete = "?0";

    private static readonly (string, string) Version = ("Upload-Draft-Interop-Version", InteropVersion);

    private readonly long _chunkSize = ChunkSize(upload.ChunkSize, UsualChunk, unit: 1, most: long.MaxValue);
    private UploadLimits _limits = UploadLimits.None;

    /// <summary>What the server has told that it has, it has to keep.</summary>
    public override bool MayGoBack => false;

    public override ProtocolRequest Create(UploadContent content, IReadOnlyDictionary<string, string>? metadata)
        => new(HttpMethod.Post, Version, ("Upload-Complete", Incomplete), ("Upload-Length", Text(content.Length)), ("Content-Type", content.MediaType))
        {
            SaysEmpty = true,
            Given = GivenHeaders.OfPart,
        };

    public override Standing ReadCreated(ProtocolAnswer answer, long length)
    {
        Learn(answer);
        return TooLong(length) ?? new Standing(0);
    }

    public override Chunk Next(long offset, long length) => new(offset, _limits.Of(_chunkSize, length - offset), length);

    public override ProtocolRequest Ask(long length) => new(HttpMethod.Head, Version);

    public override Standing? ReadAsked(ProtocolAnswer answer, long length)
    {
        if (!answer.IsSuccess)
        {
            return null;
        }

        Learn(answer);
        return answer.Bytes("Upload-Length") is { } stated && stated != length
            ? OtherLength(stated, length)
            : TooLong(length)
            ?? (answer["Upload-Complete"] == Complete ? new Standing(length, IsComplete: true)
                : answer.Bytes("Upload-Offset") is { } offset ? new Standing(offset)
                : Standing.Unclear("without an Upload-Offset, so where to go on isn't known."));
    }

    public override ValueTask<ProtocolRequest> AppendAsync(Chunk chunk, UploadContent bytes, CancellationToken cancellationToken)
        => ValueTask.FromResult(new ProtocolRequest(
            HttpMethod.Patch, Version, ("Content-Type", "application/partial-upload"), ("Upload-Offset", Text(chunk.Start)),
            ("Upload-Length", Text(chunk.Total)), ("Upload-Complete", chunk.IsLast ? Complete : Incomplete)));

    public override Standing? ReadAppended(ProtocolAnswer answer, Chunk chunk)
    {
        if (!answer.IsSuccess)
        {
            // A request that is too long is refused with what isn't.
            Learn(answer);
            return null;
        }

        var isComplete = answer["Upload-Complete"] == Complete;
        return isComplete && !chunk.IsLast
            ? Standing.Unclear(FormattableString.Invariant($"as if the file were complete, after {chunk.End:N0} of {chunk.Total:N0} bytes."))
            : new Standing(isComplete ? chunk.Total : answer.Bytes("Upload-Offset") ?? chunk.End, isComplete);
    }

    public override ProtocolRequest Abort => new(HttpMethod.Delete, Version);

    public override bool IsConflict(int status) => status is 409 or 413;

    /// <summary>A refusal of a complete upload is of what was to be made of the file: it has nothing to do with sending.</summary>
    public override bool? MayPass(ProtocolAnswer answer) => answer["Upload-Complete"] == Complete ? false : null;

    public override string? Advice(ProtocolAnswer answer) => answer.Status switch
    {
        _ when answer["Upload-Complete"] == Complete => "It has all of the file, and couldn't make of it what was to be made: ask the API's operator.",
        409 => "It stands elsewhere than it says: another program may send to this upload.",
        _ => base.Advice(answer),
    };

    private void Learn(ProtocolAnswer answer) => _limits = UploadLimits.Read(answer["Upload-Limit"]) ?? _limits;

    private Standing? TooLong(long length)
        => length > _limits.MaxSize
            ? Standing.Unclear(FormattableString.Invariant($"with a limit of {_limits.MaxSize:N0} bytes (Upload-Limit), and the file has {length:N0}."))
            : null;

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
