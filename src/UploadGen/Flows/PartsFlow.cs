using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload in parts, as the API's document describes it: each step is a method of the generated client.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TPart">What sending a part gives, and completing the upload takes: an id, an ETag, a record.</typeparam>
/// <typeparam name="TResult">What completing it gives.</typeparam>
/// <param name="name">The flow's name, such as <c>Asset</c>.</param>
/// <param name="operationId">The document's id of the operation that opens the upload.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartsFlow<TSession, TPart, TResult>(string name, string operationId) : FileUpload<TResult>(name, operationId)
    where TSession : class
{
    /// <summary>The file's size and media type in the request that opens the upload; <see langword="null"/> where neither is limited.</summary>
    public AnnouncedFile? Announced { get; init; }

    /// <summary>Opens the upload. It is told how many URLs for parts are wanted.</summary>
    public required Func<UploadContent, int, CancellationToken, Task<TSession>> Create { get; init; }

    /// <summary>Asks what is demanded of the parts; <see langword="null"/> where nothing is.</summary>
    public Func<TSession, CancellationToken, Task<PartTerms>>? Terms { get; init; }

    /// <summary>The most bytes a part may have by the document; <see langword="null"/> where it doesn't say.</summary>
    public long? MaxPartSize { get; init; }

    /// <summary>Whether a part is sent only when the one before it is there: the API puts them together as they come.</summary>
    public bool IsSequential { get; init; }

    /// <summary>The digests that completing the upload wants of each part: they are made while it is sent.</summary>
    public IReadOnlyList<DigestAlgorithm> PartDigests { get; init; } = [];

    /// <summary>The URLs that parts go to; <see langword="null"/> where they go to an operation.</summary>
    public PartUrlSource<TSession>? Urls { get; init; }

    /// <summary>The API's id of the upload; <see langword="null"/> where it gives none.</summary>
    public Func<TSession, string?>? Id { get; init; }

    /// <summary>Sends a part.</summary>
    public required Func<TSession, FilePart, IProgress<UploadProgress>?, CancellationToken, Task<TPart>> SendPart { get; init; }

    /// <summary>
    /// Reads from the refusal of a part how many bytes of the file the API has, and what sending the part gives where that is enough;
    /// <see langword="null"/> where refusals don't tell.
    /// </summary>
    public Func<ApiException, (long Bytes, TPart Part)?>? Received { get; init; }

    /// <summary>
    /// Completes the upload. It is given what sending each part gave, in the order of the parts; and gives the session back where the API has no such step.
    /// </summary>
    public required Func<TSession, UploadContent, IReadOnlyList<TPart>, CancellationToken, Task<TResult>> Complete { get; init; }

    /// <summary>Whether <see cref="Complete"/> asks the API. Where it doesn't, the upload is complete when all parts are there.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>The file's size as the API has recorded it; <see langword="null"/> where it doesn't tell.</summary>
    public Func<TResult, long?>? RecordedSize { get; init; }

    /// <summary>Gives the upload up; <see langword="null"/> where the API has no way to.</summary>
    public Func<TSession, CancellationToken, Task>? Abort { get; init; }

    /// <summary>Reads a session from an <see cref="UploadState"/>.</summary>
    public required JsonRead<TSession> ReadSession { get; init; }

    /// <summary>Writes a session into an <see cref="UploadState"/>.</summary>
    public required JsonWrite<TSession> WriteSession { get; init; }

    /// <summary>Reads a part from an <see cref="UploadState"/>.</summary>
    public required JsonRead<TPart> ReadPart { get; init; }

    /// <summary>Writes a part into an <see cref="UploadState"/>.</summary>
    public required JsonWrite<TPart> WritePart { get; init; }

    /// <summary>
    /// Writes the session into a journal and reads it back; <see langword="null"/> where going on needs secrets, which aren't written down.
    /// </summary>
    public JournalJson<TSession>? SessionJson { get; init; }

    /// <summary>How a session is kept.</summary>
    internal KeptSession<TSession> Kept => new(Name, ReadSession, WriteSession, SessionJson)
    {
        IsInParts = true,
        Division = Urls?.Given is null ? null : (session, content) => PartsAnswer.Divide(Given(session), content, OperationId),
    };

    /// <summary>Where the parts go, in their order, as the answer says that opened the upload; none where it doesn't.</summary>
    /// <exception cref="UploadException">They have no order, or one can't be sent.</exception>
    internal IReadOnlyList<PartTarget> Given(TSession session)
        => Urls?.Given is { } read ? PartsAnswer.InOrder(read(session), OperationId) : [];

    internal override async Task<(TResult Result, bool IsSent)> UploadAsync(
        UploadContent content, FileTally sent, JournalClaim? claim, UploadRunner runner, CancellationToken cancellationToken)
    {
        using var keeper = StateKeeper.Of(claim, content);
        var kept = new KeptUpload<TSession>(content, Kept, keeper, runner);
        var steps = new PartsRun<TSession, TPart, TResult>(this, content, new(), kept, runner).Steps();
        var run = new UploadRun<TSession, TResult>(steps, content, kept, sent, runner) { EndsConfirmation = true };
        return (await run.RunAsync(cancellationToken).ConfigureAwait(false), true);
    }
}
