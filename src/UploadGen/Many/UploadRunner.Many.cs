namespace UploadGen.Core;

/// <content>Uploads of many files, each with an outcome.</content>
public sealed partial class UploadRunner
{
    /// <summary>
    /// Uploads many files, some at a time, and gives the outcome of each when it ends. A file that fails stops no other. Leaving the loop ends the uploads
    /// that run.
    /// </summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TResult">What the whole gives.</typeparam>
    /// <param name="flow">The steps.</param>
    /// <param name="contents">The files. Of a collection, progress knows the number, and every file has an outcome even after a cancellation.</param>
    /// <param name="options">How many at a time, and the journal.</param>
    /// <param name="progress">Told of all files together.</param>
    /// <param name="cancellationToken">Ends the uploads that run; the exception is thrown after all outcomes.</param>
    /// <exception cref="OperationCanceledException">All was canceled.</exception>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, IEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, null, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        WholeUpload<TResult> upload, IEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        WholeUpload<TResult> upload, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, null, cancellationToken);
    }

    /// <summary>Uploads many files, each by a flow of its own: what the API is told differs from file to file.</summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TResult">What the whole gives.</typeparam>
    /// <param name="flow">Gives the steps of each file. What it throws is the file's outcome.</param>
    /// <param name="contents">The files. Of a collection, progress knows the number, and every file has an outcome even after a cancellation.</param>
    /// <param name="options">How many at a time, and the journal.</param>
    /// <param name="progress">Told of all files together.</param>
    /// <param name="cancellationToken">Ends the uploads that run; the exception is thrown after all outcomes.</param>
    /// <exception cref="OperationCanceledException">All was canceled.</exception>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        Func<UploadContent, UploadFlow<TSession, TResult>> flow, IEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TSession, TResult>(
        Func<UploadContent, UploadFlow<TSession, TResult>> flow, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(flow, options, progress).RunAsync(contents, null, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        Func<UploadContent, WholeUpload<TResult>> upload, IEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{S, R}(UploadFlow{S,R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        Func<UploadContent, WholeUpload<TResult>> upload, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, null, cancellationToken);
    }

    private ManyUploads<TResult> Many<TSession, TResult>(
        UploadFlow<TSession, TResult> flow, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        ResultJson(flow);
        return Many(_ => flow, options, progress);
    }

    private ManyUploads<TResult> Many<TSession, TResult>(
        Func<UploadContent, UploadFlow<TSession, TResult>> flow, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        return new ManyUploads<TResult>(content => One(flow(content), content), options ?? new(), progress, _secrets);
    }

    private ManyUploads<TResult> Many<TResult>(WholeUpload<TResult> upload, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Many(_ => upload, options, progress);
    }

    private ManyUploads<TResult> Many<TResult>(
        Func<UploadContent, WholeUpload<TResult>> upload, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new ManyUploads<TResult>(content => One(upload(content), content), options ?? new(), progress, _secrets);
    }

    private OneOfMany<TResult> One<TSession, TResult>(UploadFlow<TSession, TResult> flow, UploadContent content)
        where TSession : class
    {
        return new(flow.Name, UploadAsync, ResultJson(flow));

        async Task<(TResult, bool)> UploadAsync(FileTally sent, JournalClaim? claim, CancellationToken cancellationToken)
        {
            var run = new UploadRun<TSession, TResult>(flow, content, sent, _logger, _secrets, _clock) { Claim = claim, EndsConfirmation = true };
            var result = claim?.Last?.Event is JournalEvent.Stored
                ? await run.ResumeAsync(claim.ReadLast(flow.SessionJson), cancellationToken).ConfigureAwait(false)
                : await run.RunAsync(cancellationToken).ConfigureAwait(false);
            return (result, run.IsSent);
        }
    }

    private OneOfMany<TResult> One<TResult>(WholeUpload<TResult> upload, UploadContent content)
    {
        return new(upload.Name, UploadAsync, upload.ResultJson);

        async Task<(TResult, bool)> UploadAsync(FileTally sent, JournalClaim? claim, CancellationToken cancellationToken)
            => (await upload.RunAsync(content, sent, claim, _logger, _secrets, cancellationToken).ConfigureAwait(false), true);
    }

    private static JournalJson<TResult> ResultJson<TSession, TResult>(UploadFlow<TSession, TResult> flow)
        where TSession : class
        => flow.ResultJson ?? throw new ArgumentException("Many files are uploaded by a flow that has ResultJson.", nameof(flow));
}
