using System.ComponentModel;
using System.Text;

namespace UploadGen.Core;

/// <summary>An upload in several requests to one URL: by which protocol, where to, and what goes with it.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Url">
/// The URL, letter by letter as it is to be sent: <c>https</c>, or <c>http</c> to this machine or as the options allow; <see langword="null"/> or empty is an
/// error of the API's.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ResumableUpload(UploadProtocol Protocol, string? Url)
{
    private readonly long? _chunkSize;

    /// <summary>
    /// The headers to send beside the protocol's own, exactly; <see langword="null"/> for none. Those that describe the file (<c>Content-…</c>) or set
    /// conditions (<c>If-…</c>) go only where the protocol has a place for them. Of blocks, <see langword="null"/> is the file's media type, and
    /// <c>x-ms-blob-type</c> needn't be there.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Whether an earlier run has begun to send, so that storage is asked first where it stands.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Whether the URL is where uploads are created, and not that of one (tus and <see cref="UploadProtocol.HttpResumable"/> only).</summary>
    public bool IsEndpoint { get; init; }

    /// <summary>What a tus upload is created with (<c>Upload-Metadata</c>), as plain texts; <see langword="null"/> for nothing.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>
    /// The most bytes of one request, rounded down to what the protocol wants a multiple of; <see langword="null"/> for 64 MiB, or 16 MiB with tus's checksums,
    /// 10 MiB for <see cref="UploadProtocol.ExpectedRanges"/>, and for <see cref="UploadProtocol.Blocks"/> 8 MiB or as much as keeps them to 50,000. A stream that
    /// can't seek goes in one request, where the protocol allows it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public long? ChunkSize
    {
        get => _chunkSize;
        init => _chunkSize = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(ChunkSize), value, "It must be 1 or more.");
    }

    /// <summary>The security schemes that the API's operation wants, as alternatives.</summary>
    internal IReadOnlyList<IReadOnlyList<SecurityScheme>> Alternatives { get; private init; } = [];

    /// <summary>Whether the content can be read only once, so that no checksum is known before it is sent.</summary>
    internal bool IsReadOnce { get; init; }

    /// <summary>
    /// Adds an alternative of security schemes that the API's operation wants, all of which are to be met. Requests carry the client's credentials for them
    /// where the URL is of the API's own origin, and nowhere else.
    /// </summary>
    /// <param name="schemes">The document's security schemes.</param>
    public ResumableUpload Authorize(params SecurityScheme[] schemes) => this with { Alternatives = [.. Alternatives, schemes] };

    /// <summary>What keeps a file from being sent so; <see langword="null"/> for nothing.</summary>
    internal string? Problem(UploadContent content)
        => Protocol == UploadProtocol.Blocks ? BlockUpload.Problem(this, content) : OffsetProtocol.Of(For(content)).Problem(content);

    /// <summary>The same for a file: one that can be read only once goes in one request.</summary>
    internal ResumableUpload For(UploadContent content)
        => content.CanReplay ? this : this with { IsReadOnce = true, ChunkSize = ChunkSize ?? long.MaxValue };

    // What the compiler writes would show the URL, which is a secret.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Protocol = ").Append(Protocol).Append(", Url = ").Append(Redaction.Url(Url)).Append(", IsBegun = ").Append(IsBegun);
        return true;
    }
}
