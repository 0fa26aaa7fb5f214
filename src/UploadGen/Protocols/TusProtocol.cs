using System.Globalization;
using System.Text;

namespace UploadGen.Core;

/// <summary>tus 1.0.0 (https://tus.io/protocols/resumable-upload).</summary>
/// <param name="upload">What is known of the upload.</param>
internal sealed class TusProtocol(ResumableUpload upload) : OffsetProtocol
{
    private const string Version = "1.0.0";
    private const string MediaType = "application/offset+octet-stream";

    /// <summary>A chunk that didn't arrive as it was sent is lost as a whole, and each is read twice.</summary>
    private const long SummedChunk = 16 * MiB;

    private static readonly (string, string) Resumable = ("Tus-Resumable", Version);

    private readonly long _chunkSize = ChunkSize(upload.ChunkSize, UsualChunk, unit: 1, most: long.MaxValue);
    private TusChecksum? _checksum;
    private bool _isDiscovered;

    /// <summary>
    /// Checksums are sent where the server checks them: proxies that end TLS, and disks, change bytes unseen. Creation with upload isn't
    /// used: an answer that gets lost would take the upload's URL with it, and with that whether the file is there.
    /// </summary>
    public override async ValueTask DiscoverAsync(
        ProtocolConnection connection, Uri url, UploadContent content, int attempt, CancellationToken cancellationToken)
    {
        if (_isDiscovered || content.Length == 0)
        {
            return;
        }

        var server = await connection.TusServers.FindAsync(url, () => AskAsync(connection, url, attempt, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        _isDiscovered = true;
        if (server.MaxSize < content.Length)
        {
            throw connection.Failure.BeforeSending(
                FormattableString.Invariant($"Storage takes files of up to {server.MaxSize:N0} bytes (Tus-Max-Size), and {content.FileName} has ")
                + FormattableString.Invariant($"{content.Length:N0}."),
                url);
        }

        _checksum = upload.IsReadOnce ? null : TusChecksum.Best(server.Checksums);
    }

    /// <exception cref="FormatException">A name of the metadata can't be sent.</exception>
    public override ProtocolRequest Create(UploadContent content, IReadOnlyDictionary<string, string>? metadata)
    {
        List<(string, string)> headers = [Resumable, ("Upload-Length", Text(content.Length))];
        if (metadata is { Count: > 0 })
        {
            headers.Add(("Upload-Metadata", string.Join(',', metadata.Select(Encoded))));
        }

        return new ProtocolRequest(HttpMethod.Post, [.. headers]) { SaysEmpty = true };
    }

    public override Standing ReadCreated(ProtocolAnswer answer, long length) => At(0, length);

    public override Chunk Next(long offset, long length)
        => new(offset, Math.Min(length - offset, _checksum is null ? _chunkSize : Math.Min(_chunkSize, SummedChunk)), length);

    public override ProtocolRequest Ask(long length) => new(HttpMethod.Head, Resumable);

    public override Standing? ReadAsked(ProtocolAnswer answer, long length)
        => !answer.IsSuccess ? null
            : OtherVersion(answer) is { } other ? Standing.Unclear(other)
            : answer.Bytes("Upload-Length") is { } stated && stated != length
                ? OtherLength(stated, length)
            : answer.Bytes("Upload-Offset") is { } offset ? At(offset, length)
            : Standing.Unclear("without an Upload-Offset, so where to go on isn't known.");

    public override async ValueTask<ProtocolRequest> AppendAsync(Chunk chunk, UploadContent bytes, CancellationToken cancellationToken)
    {
        List<(string, string)> headers = [Resumable, ("Content-Type", MediaType), ("Upload-Offset", Text(chunk.Start))];
        if (_checksum is not null)
        {
            headers.Add(("Upload-Checksum", await _checksum.OfAsync(bytes, cancellationToken).ConfigureAwait(false)));
        }

        return new ProtocolRequest(HttpMethod.Patch, [.. headers]);
    }

    public override Standing? ReadAppended(ProtocolAnswer answer, Chunk chunk)
        => !answer.IsSuccess ? null
            : OtherVersion(answer) is { } other ? Standing.Unclear(other)
            : answer.Bytes("Upload-Offset") is { } offset ? At(offset, chunk.Total)
            : Standing.Unclear("without an Upload-Offset, so how much it took isn't known.");

    public override ProtocolRequest Abort => new(HttpMethod.Delete, Resumable);

    public override bool IsConflict(int status) => status == 409;

    /// <summary>460: the checksum isn't that of what arrived. 423: an earlier request isn't over for the server.</summary>
    public override bool? MayPass(ProtocolAnswer answer) => answer.Status is 460 or 423 ? true : null;

    public override string? Advice(ProtocolAnswer answer) => answer.Status switch
    {
        460 => "The checksum isn't that of the bytes that arrived: they were changed on their way.",
        423 => "It still takes an earlier request of this upload.",
        409 => "It stands elsewhere than it says: another program may send to this upload.",
        412 => $"It doesn't speak tus {Version}.",
        _ => base.Advice(answer),
    };

    private async Task<TusAbilities> AskAsync(ProtocolConnection connection, Uri url, int attempt, CancellationToken cancellationToken)
    {
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(new ProtocolRequest(HttpMethod.Options), url, transfer, attempt).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Who doesn't say what it can does what all do.
            var refused = await connection.RefusedAsync(answer, transfer, this).ConfigureAwait(false);
            return refused.IsTransient ? throw refused : new TusAbilities(MaxSize: null, []);
        }

        var sums = List(answer["Tus-Extension"]).Contains("checksum") ? List(answer["Tus-Checksum-Algorithm"]) : [];
        return new TusAbilities(answer.Bytes("Tus-Max-Size"), sums);
    }

    private static Standing At(long offset, long length) => new(offset, offset == length);

    private static string? OtherVersion(ProtocolAnswer answer)
        => answer["Tus-Resumable"] is { } version && version != Version ? $"in another version of tus than {Version}." : null;

    private static string Encoded(KeyValuePair<string, string> pair)
        => pair.Key.Length > 0 && pair.Key.All(static letter => letter is > ' ' and <= '~' and not ',')
            ? $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}".TrimEnd()
            : throw new FormatException("A name in the upload's metadata is empty, or holds a space, a comma or a letter outside ASCII.");

    private static string[] List(string? header) => header?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
