namespace UploadGen.Core;

/// <content>Uploads of many files, each with an outcome.</content>
public sealed partial class UploadRunner
{
    /// <summary>
    /// Uploads many files, some at a time, and gives the outcome of each when it ends. A file that fails stops no other. Leaving the loop ends the uploads
    /// that run.
    /// </summary>
    /// <typeparam name="TResult">What the upload of one file gives.</typeparam>
    /// <param name="upload">How each file is uploaded.</param>
    /// <param name="contents">The files. Of a collection, progress knows the number, and every file has an outcome even after a cancellation.</param>
    /// <param name="options">How many at a time, and the journal.</param>
    /// <param name="progress">Told of all files together.</param>
    /// <param name="cancellationToken">Ends the uploads that run; the exception is thrown after all outcomes.</param>
    /// <exception cref="OperationCanceledException">All was canceled.</exception>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        FileUpload<TResult> upload, IEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{R}(FileUpload{R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        FileUpload<TResult> upload, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options, IProgress<UploadManyProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Many(upload, options, progress).RunAsync(contents, null, cancellationToken);
    }

    /// <summary>Uploads many files, each in a way of its own: what the API is told differs from file to file.</summary>
    /// <typeparam name="TResult">What the upload of one file gives.</typeparam>
    /// <param name="upload">Says how each file is uploaded. What it throws is the file's outcome.</param>
    /// <param name="contents">The files. Of a collection, progress knows the number, and every file has an outcome even after a cancellation.</param>
    /// <param name="options">How many at a time, and the journal.</param>
    /// <param name="progress">Told of all files together.</param>
    /// <param name="cancellationToken">Ends the uploads that run; the exception is thrown after all outcomes.</param>
    /// <exception cref="OperationCanceledException">All was canceled.</exception>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        Func<UploadContent, FileUpload<TResult>> upload, IEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(contents);
        return new ManyUploads<TResult>(upload, options ?? new(), progress, this).RunAsync(contents, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync{R}(FileUpload{R},IEnumerable{UploadContent},UploadManyOptions,IProgress{UploadManyProgress},CancellationToken)"/>
    public IAsyncEnumerable<UploadOutcome<TResult>> RunManyAsync<TResult>(
        Func<UploadContent, FileUpload<TResult>> upload, IAsyncEnumerable<UploadContent> contents, UploadManyOptions? options,
        IProgress<UploadManyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(contents);
        return new ManyUploads<TResult>(upload, options ?? new(), progress, this).RunAsync(contents, null, cancellationToken);
    }

    private ManyUploads<TResult> Many<TResult>(FileUpload<TResult> upload, UploadManyOptions? options, IProgress<UploadManyProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return upload.ResultJson is null
            ? throw new ArgumentException("Many files are uploaded by a flow that has ResultJson.", nameof(upload))
            : new ManyUploads<TResult>(_ => upload, options ?? new(), progress, this);
    }
}
