namespace UploadGen.Core;

/// <summary>
/// Puts a blob: in one request, or in blocks, several at a time, and then the list of them, which makes the blob. Where storage lets that be asked, blocks that
/// an earlier run has put aren't put again.
/// </summary>
/// <param name="connection">Sends the requests.</param>
/// <param name="url">The blob's URL with its shared access signature.</param>
/// <param name="upload">What is known of the upload.</param>
/// <param name="content">The file.</param>
internal sealed class BlockUpload(ProtocolConnection connection, Uri url, ResumableUpload upload, UploadContent content)
{
    /// <summary>What goes in one request, unless the API says otherwise. A file beyond is sent faster in several, and a break costs less of it.</summary>
    private const long LongestWhole = 256L * 1024 * 1024;

    /// <summary>Blocks that are sent at a time: enough to fill a line, whose client may send several files, too.</summary>
    private const int AtATime = 4;

    private readonly BlockPlan _plan = new(content, upload.ChunkSize);
    private bool _mayBeStored;

    /// <summary>What keeps a file from being sent; <see langword="null"/> for nothing.</summary>
    public static string? Problem(ResumableUpload upload, UploadContent content)
        => content.CanReplay || IsWhole(upload, content)
            ? null
            : $"{content.FileName} is a stream that can't seek, and blocks are read from several places of a file at a time. "
                + "Use a file, bytes or a stream that seeks.";

    /// <exception cref="UploadException">Storage didn't take the file.</exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public async Task<SentUpload> RunAsync(Retrying retrying, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var headers = BlobHeaders.OfWhole(connection.Headers, content);
        if (IsWhole(upload, content))
        {
            await EndAsync().ConfigureAwait(false);
            var put = connection.Put(url, content, request => StorageHeaders.Apply(request, headers, content), progress);
            return Stored(await put.RunAsync(retrying, cancellationToken).ConfigureAwait(false));
        }

        EnsureSendable(headers);
        try
        {
            // Held open while the blocks are read, so that no other upload reads the same stream.
            using var held = new ContentReader(content);
            await PutBlocksAsync(retrying, progress, cancellationToken).ConfigureAwait(false);
            await EndAsync().ConfigureAwait(false);
            return await retrying.RunAsync(connection.Failure.OperationId, RequestSafety.MayPass, PutListAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadException failed)
        {
            // A block, or many of them, are no blob yet.
            failed.IsStored = _mayBeStored ? null : false;
            throw;
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            throw connection.Failure.Canceled(cause, url, isStored: _mayBeStored ? null : false, cancellationToken);
        }
    }

    /// <summary>What makes the blob is about to be sent.</summary>
    private ValueTask EndAsync() => content.Marks?.EndAsync() ?? default;

    private static bool IsWhole(ResumableUpload upload, UploadContent content) => content.Length <= (upload.ChunkSize ?? LongestWhole);

    /// <summary>What is given for the list is looked at before the blocks are sent.</summary>
    private void EnsureSendable(Dictionary<string, string> headers)
    {
        using var list = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent([]) };
        if (StorageHeaders.Apply(list, headers, content) is { } problem)
        {
            throw connection.Failure.BeforeSending(problem, url);
        }
    }

    private async Task PutBlocksAsync(Retrying retrying, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var there = upload.IsBegun ? await retrying.RunAsync(
            connection.Failure.OperationId,
            RequestSafety.MayPass,
            (attempt, token) => BlocksAsync("uncommitted", attempt, token), cancellationToken).ConfigureAwait(false) : null;
        var missing = Enumerable.Range(0, _plan.Count).Where(index => !IsThere(there, index)).ToList();
        var sent = progress is null ? null : new PartsProgress(progress, content.Length, content.Length - missing.Sum(_plan.LengthOf));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, parallel, async (index, token) =>
        {
            var block = _plan.Block(index);
            var target = With($"comp=block&blockid={Uri.EscapeDataString(_plan.Id(index))}");
            var headers = BlobHeaders.OfBlock(connection.Headers);
            var put = connection.Put(target, block, request => StorageHeaders.Apply(request, headers, block), sent?.BeginPart());
            await put.RunAsync(retrying, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task<SentUpload> PutListAsync(int attempt, CancellationToken cancellationToken)
    {
        var list = UploadContent.FromBytes(BlockList.Write(Enumerable.Range(0, _plan.Count).Select(_plan.Id)), content.FileName);
        var request = new ProtocolRequest(HttpMethod.Put, [("Content-Type", "application/xml"), .. BlobHeaders.OfList(connection.Headers, content)])
        {
            Given = GivenHeaders.None,
        };
        using var transfer = connection.Begin(progress: null, cancellationToken);
        try
        {
            using var answer = await connection.SendAsync(request, With("comp=blocklist"), list, whole: null, transfer, attempt).ConfigureAwait(false);
            return answer.Status == 201 ? Stored(StoredAnswer.ETag(answer.Response))
                : answer.IsSuccess ? throw connection.Failure.Doubtful(answer.Response, answer.Url, "and didn't say that it made the blob (201)")
                : await RefusedAsync(answer, transfer, attempt, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadException failed)
        {
            _mayBeStored |= failed.IsStored is null;
            throw;
        }
        catch (OperationCanceledException)
        {
            _mayBeStored |= transfer.IsHandedOver;
            throw;
        }
    }

    /// <summary>A blob that is there after an answer got lost may be the one that the list made: then it is of these blocks.</summary>
    private async Task<SentUpload> RefusedAsync(ProtocolAnswer answer, Transfer transfer, int attempt, CancellationToken cancellationToken)
    {
        var refused = await connection.Failure.RefusedAsync(answer.Response, answer.Request, transfer).ConfigureAwait(false);
        if (!_mayBeStored || !StorageUpload.IsThereAlready(answer.Request, refused))
        {
            throw refused;
        }

        var there = await BlocksAsync("committed", attempt, cancellationToken).ConfigureAwait(false);
        if (there is not null && there.Count == _plan.Count && Enumerable.Range(0, _plan.Count).All(index => IsThere(there, index)))
        {
            return Stored(etag: null);
        }

        _mayBeStored = there is null;
        throw StorageFailure.AnotherMayBeThere(refused, isFile: there is null ? null : false);
    }

    /// <summary>The blob's blocks of a kind, as far as storage tells: a signature need not allow to ask.</summary>
    private async Task<Dictionary<string, long>?> BlocksAsync(string kind, int attempt, CancellationToken cancellationToken)
    {
        var request = new ProtocolRequest(HttpMethod.Get, [.. BlobHeaders.OfBlock(connection.Headers).Select(header => (header.Key, header.Value))])
        {
            Given = GivenHeaders.None,
        };
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(request, With($"comp=blocklist&blocklisttype={kind}"), transfer, attempt).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return BlockList.Read(answer.Body);
        }

        var refused = await connection.Failure.RefusedAsync(answer.Response, answer.Request, transfer).ConfigureAwait(false);
        return refused.IsTransient ? throw refused : null;
    }

    private bool IsThere(Dictionary<string, long>? blocks, int index)
        => blocks?.TryGetValue(_plan.Id(index), out var length) == true && length == _plan.LengthOf(index);

    private SentUpload Stored(string? etag) => new(url.OriginalString, etag, default, connection.Failure);

    /// <summary>The blob's URL with more parameters behind those it has, letter by letter.</summary>
    private Uri With(string parameters)
        => HttpSyntax.ExactUri($"{url.OriginalString}{(url.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameters}");
}
