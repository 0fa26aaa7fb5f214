using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload in steps, as the API's document describes it: each step is a method of the generated client. What sends the file derives from it.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TResult">What the whole gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UploadSteps<TSession, TResult> : FileUpload<TResult>
    where TSession : class
{
    private protected UploadSteps(string name, string operationId)
        : base(name, operationId)
    {
    }

    /// <summary>The file's size and media type in the request that opens the upload; <see langword="null"/> where neither is limited.</summary>
    public AnnouncedFile? Announced { get; init; }

    /// <summary>The digests of the file that steps want: they are made when the file is first read.</summary>
    public IReadOnlyList<DigestAlgorithm> Digests { get; init; } = [];

    /// <summary>Opens the upload.</summary>
    public required Func<UploadContent, CancellationToken, Task<TSession>> Create { get; init; }

    /// <summary>The URL that the file goes to; <see langword="null"/> where it goes to an operation of the API.</summary>
    public Func<TSession, string?>? Url { get; init; }

    /// <summary>How the API says that it has the file already, so that nothing is sent; <see langword="null"/> where it never does.</summary>
    public ExistingFile<TSession, TResult>? Existing { get; init; }

    /// <summary>The protocol by which the file goes there in several requests; <see langword="null"/> where it goes in one.</summary>
    public UploadProtocol? Protocol { get; init; }

    /// <summary>The API's id of the upload; <see langword="null"/> where it gives none.</summary>
    public Func<TSession, string?>? Id { get; init; }

    /// <summary>Gives the upload up; <see langword="null"/> where the API has no way to.</summary>
    public Func<TSession, CancellationToken, Task>? Abort { get; init; }

    /// <summary>
    /// Writes the session into a journal and reads it back; <see langword="null"/> where confirming needs secrets, which aren't written down.
    /// </summary>
    public JournalJson<TSession>? SessionJson { get; init; }

    /// <summary>Reads a session from an <see cref="UploadState"/>; <see langword="null"/> where uploads have none.</summary>
    public JsonRead<TSession>? ReadSession { get; init; }

    /// <summary>Writes a session into an <see cref="UploadState"/>; <see langword="null"/> where uploads have none.</summary>
    public JsonWrite<TSession>? WriteSession { get; init; }

    /// <summary>Whether the API is told that the file is in storage.</summary>
    internal abstract bool IsToldAfterwards { get; }

    /// <summary>Whether the file is sent on from where an earlier run of the same session has ended.</summary>
    internal abstract bool Continues { get; }

    /// <summary>Whether the file is sent in parts, which begin to be kept when their size is known.</summary>
    internal bool IsInParts { get; init; }

    /// <summary>How a session is kept.</summary>
    internal KeptSession<TSession> Kept => new(Name, ReadSession, WriteSession, SessionJson)
    {
        Continues = Continues,
        EndsWithFile = !IsToldAfterwards,
    };

    /// <summary>The file, as the steps read it.</summary>
    internal UploadContent Read(UploadContent content) => Digests.Count == 0 ? content : content.With(new DigestSource(content.Source, [.. Digests]));

    /// <summary>Sends the file.</summary>
    /// <returns>What the last answer says of the file, as JSON, where that is what the upload gives; else empty.</returns>
    internal abstract Task<ReadOnlyMemory<byte>> SendAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Goes on with sending the file, where that is done, and asks the server where that is.</summary>
    /// <inheritdoc cref="SendAsync"/>
    internal abstract Task<ReadOnlyMemory<byte>> ContinueAsync(
        TSession session, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>What the whole gives. Where the API is to be told that the file is in storage, it is.</summary>
    /// <param name="session">What opening the upload gave.</param>
    /// <param name="content">The file.</param>
    /// <param name="answer">What sending it gave, be it to an earlier run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="JsonBodyException">The answer can't be read.</exception>
    internal abstract Task<TResult> EndAsync(TSession session, UploadContent content, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken);

    /// <summary>The file's size as the API has recorded it; <see langword="null"/> where it doesn't tell.</summary>
    internal virtual long? SizeIn(TResult result) => null;

    internal override async Task<(TResult Result, bool IsSent)> UploadAsync(
        UploadContent content, FileTally sent, JournalClaim? claim, UploadRunner runner, CancellationToken cancellationToken)
    {
        using var keeper = StateKeeper.Of(claim, content);
        var kept = new KeptUpload<TSession>(content, Kept, keeper, runner);
        var run = new UploadRun<TSession, TResult>(this, Read(content), kept, sent, runner) { EndsConfirmation = true };
        return (await run.RunAsync(cancellationToken).ConfigureAwait(false), run.IsSent);
    }
}
