namespace UploadGen.Core;

/// <content>Many uploads, each an outcome.</content>
public sealed partial class UploadRunner
{
    /// <summary>
    /// Uploads many files, some at a time, and gives each one's outcome as it comes. A file that fails stops no other; leaving the loop ends all that run.
    /// </summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TResult">What the whole gives.</typeparam>
    /// <param name="flow">The steps.</param>
    /// <param name="contents">The files; of a collection, the number is known to the progress and every file is told of after a cancellation.</param>
    /// <param name="options">How many at a time, and the journal.</param>
    /// <param name="progress">Told of all files together.</param>
    /// <param name="cancellationToken">Ends what runs; thrown when all outcomes are given.</param>
    /// <exception cref="OperationCanceledException">All was canceled.</exception>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, IEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{TSession, TResult}(UploadFlow{TSession, TResult}, IEnumerable{UploadContent}, UploadManyOptions?, IProgress{UploadManyProgress}?, CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, null, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{TSession, TResult}(UploadFlow{TSession, TResult}, IEnumerable{UploadContent}, UploadManyOptions?, IProgress{UploadManyProgress}?, CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        WholeUpload<TResult> upload, IEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{TSession, TResult}(UploadFlow{TSession, TResult}, IEnumerable{UploadContent}, UploadManyOptions?, IProgress{UploadManyProgress}?, CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        WholeUpload<TResult> upload, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, null, cancellationToken);
    }

    private ManyUploads<TResult> Many<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        var json = flow.ResultJson ?? throw new ArgumentException("Many files are uploaded by a flow that has ResultJson.", nameof(flow));
        return new ManyUploads<TResult>(flow.Name, UploadAsync, json, options ?? new(), progress);

        Task<TResult> UploadAsync(UploadContent content, FileTally sent, JournalEntry? entry, CancellationToken cancellationToken)
        {
            var run = new UploadRun<TSession, TResult>(flow, content, sent, _logger) { Entry = entry, EndsConfirmation = true };
            return entry?.Event is JournalEvent.Stored ? run.ResumeAsync(entry.Read(flow.SessionJson), cancellationToken) : run.RunAsync(cancellationToken);
        }
    }

    private ManyUploads<TResult> Many<TResult>(WholeUpload<TResult> upload, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new ManyUploads<TResult>(
            upload.Name, (content, sent, entry, token) => upload.RunAsync(content, sent, entry, _logger, token), upload.ResultJson, options ?? new(), progress);
    }
}
