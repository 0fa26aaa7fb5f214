namespace UploadGen.Core;

/// <summary>
/// How storage is told bytes and asked for its standing, in a protocol by which a file is sent from an offset on. One for each upload: it may learn from
/// answers.
/// </summary>
internal abstract class OffsetProtocol
{
    protected const long KiB = 1024;
    protected const long MiB = 1024 * KiB;

    /// <summary>
    /// The bytes of a request, unless more is known: so few that proxies let them pass and that a slow line is done with them within the time limit of retries,
    /// and so many that the wait for the answer doesn't count.
    /// </summary>
    protected const long UsualChunk = 64 * MiB;

    public static OffsetProtocol Of(ResumableUpload upload) => upload.Protocol switch
    {
        UploadProtocol.Tus => new TusProtocol(upload),
        UploadProtocol.ContentRanges => new ContentRangesProtocol(upload),
        UploadProtocol.ExpectedRanges => new ExpectedRangesProtocol(upload),
        UploadProtocol.HttpResumable => new HttpResumableProtocol(upload),
        _ => throw new ArgumentOutOfRangeException(nameof(upload), upload.Protocol, "It isn't a protocol that sends from an offset."),
    };

    /// <summary>Whether storage may say that it has fewer bytes than it said before: the upload goes on from there.</summary>
    public virtual bool MayGoBack => true;

    /// <summary>What keeps a file from being sent by this protocol; <see langword="null"/> for nothing.</summary>
    public virtual string? Problem(UploadContent content)
        => content.CanReplay || Next(0, content.Length).IsLast
            ? null
            : $"{content.FileName} is a stream that can't seek, and it takes several requests to send it, any of which may have to be sent again. "
                + "Use a file, bytes or a stream that seeks.";

    /// <summary>Asks the server what it can, where the protocol has a way to.</summary>
    public virtual ValueTask DiscoverAsync(
        ProtocolConnection connection, Uri url, UploadContent content, int attempt, CancellationToken cancellationToken) => default;

    /// <summary>Creates an upload at an endpoint, without sending any of it; <see langword="null"/> where the protocol has no way to.</summary>
    /// <param name="content">The file.</param>
    /// <param name="metadata">What is said of it.</param>
    public virtual ProtocolRequest? Create(UploadContent content, IReadOnlyDictionary<string, string>? metadata) => null;

    /// <summary>Where storage stands after a creation.</summary>
    public virtual Standing ReadCreated(ProtocolAnswer answer, long length) => new(0);

    /// <summary>The bytes to send from an offset on.</summary>
    public abstract Chunk Next(long offset, long length);

    public abstract ProtocolRequest Ask(long length);

    /// <summary>What an answer to <see cref="Ask"/> says; <see langword="null"/> for a refusal.</summary>
    public abstract Standing? ReadAsked(ProtocolAnswer answer, long length);

    /// <param name="chunk">Which bytes are sent.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Ends what has to be done beforehand.</param>
    public abstract ValueTask<ProtocolRequest> AppendAsync(Chunk chunk, UploadContent bytes, CancellationToken cancellationToken);

    /// <summary>What an answer to <see cref="AppendAsync"/> says; <see langword="null"/> for a refusal.</summary>
    public abstract Standing? ReadAppended(ProtocolAnswer answer, Chunk chunk);

    /// <summary>Gives the upload up.</summary>
    public virtual ProtocolRequest Abort => new(HttpMethod.Delete);

    /// <summary>Whether a status says that the upload is given up. One that isn't there needn't be.</summary>
    public virtual bool IsAborted(int status) => status is (>= 200 and < 300) or 404 or 410;

    /// <summary>Whether a refusal may mean that storage stands elsewhere than was thought, so that it is asked.</summary>
    public virtual bool IsConflict(int status) => false;

    /// <summary>Whether the same may work later; <see langword="null"/> for what the status says.</summary>
    public virtual bool? MayPass(ProtocolAnswer answer) => null;

    /// <summary>What a refusal means in this protocol; <see langword="null"/> for what it usually does.</summary>
    public virtual string? Advice(ProtocolAnswer answer)
        => answer.Status is 404 or 410
            ? "It doesn't know this upload, or not any more: it is complete, has ended, or was given up. "
                + "Ask the API whether it has the file; if not, open a new one."
            : null;

    /// <summary>The size of requests, of which each but the last is a multiple of what the protocol wants.</summary>
    protected static long ChunkSize(long? wanted, long usual, long unit, long most)
    {
        var size = Math.Min(wanted ?? usual, most);
        return Math.Max(unit, size - size % unit);
    }

    protected static Standing OtherLength(long stated, long length)
        => Standing.Unclear(FormattableString.Invariant($"with an upload of {stated:N0} bytes, and the file has {length:N0}. Open a new one for this file."));

    protected static GivenHeaders GivenFor(Chunk chunk) => chunk.IsWhole ? GivenHeaders.OfWhole : GivenHeaders.OfPart;
}
