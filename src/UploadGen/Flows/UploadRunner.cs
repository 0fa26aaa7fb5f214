using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>Runs uploads in steps. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class UploadRunner
{
    internal UploadRunner(ILogger logger, KnownSecrets? secrets = null, ServerClock? clock = null, UploadTarget? target = null)
    {
        Logger = logger;
        Secrets = secrets ?? new KnownSecrets();
        Clock = clock ?? new ServerClock();
        Target = target ?? UploadTarget.Unknown;
    }

    internal ILogger Logger { get; }

    /// <summary>What must not be told.</summary>
    internal KnownSecrets Secrets { get; }

    /// <summary>What time it is where URLs end.</summary>
    internal ServerClock Clock { get; }

    /// <summary>Where uploads go: journals and states are bound to it.</summary>
    internal UploadTarget Target { get; }

    /// <summary>
    /// Opens the upload, or goes on with one, sends the file, confirms it. An upload that fails before it is confirmed is given up with the API, where that
    /// has a way to, unless its state is kept.
    /// </summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TResult">What the whole gives.</typeparam>
    /// <param name="flow">The steps.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">The state to keep and to go on with; <see langword="null"/> for none.</param>
    /// <param name="progress">Told of the steps and the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="ArgumentException">
    /// The state is of another API, account or kind of upload, or there can't be one: the content is a stream that can't seek. Nothing was sent.
    /// </exception>
    /// <exception cref="RequestValidationException">The file or another part of the request breaks a limit; nothing was sent.</exception>
    /// <exception cref="ApiException">The API refused to open or to confirm the upload.</exception>
    /// <exception cref="UploadException">Storage refused the file, a step didn't get through, or the API recorded another size than was sent.</exception>
    /// <exception cref="UploadCanceledException">The caller canceled; it says how the upload stands.</exception>
    /// <exception cref="IOException">The file can't be read or has changed; when that shows before the first step, no upload was opened.</exception>
    public async Task<TResult> RunAsync<TSession, TResult>(
        UploadSteps<TSession, TResult> flow, UploadContent content, UploadOptions? options, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(content);
        using var keeper = StateKeeper.Of(options);
        var kept = new KeptUpload<TSession>(content, flow.Kept, keeper, this);
        var result = await WatchedAsync(flow, flow.Read(content), kept, progress, cancellationToken).ConfigureAwait(false);
        keeper.Complete();
        return result;
    }

    private async Task<TResult> WatchedAsync<TSession, TResult>(
        UploadSteps<TSession, TResult> flow, UploadContent content, KeptUpload<TSession> kept, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        var run = new UploadRun<TSession, TResult>(flow, content, kept, progress, this);
        var span = UploadSpan.Start(flow.Name, flow.OperationId, content.Length);
        try
        {
            var result = await run.RunAsync(cancellationToken).ConfigureAwait(false);
            span.End(run.UploadId, failure: null, run.Step, Secrets);
            return result;
        }
        catch (Exception failure)
        {
            span.End(run.UploadId, failure, run.Step, Secrets);
            throw;
        }
    }

    /// <summary>Opens the upload, or goes on with one, sends the parts that aren't there yet, completes it.</summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TPart">What sending a part gives.</typeparam>
    /// <typeparam name="TResult">What completing gives.</typeparam>
    /// <param name="flow">The steps.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">How it is sent; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told of the steps and the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="ArgumentException">
    /// The content is a stream that can't seek, or the state is of another API, account or kind of upload; nothing was sent.
    /// </exception>
    /// <inheritdoc cref="RunAsync{S, R}(UploadSteps{S, R}, UploadContent, UploadOptions?, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task<TResult> RunAsync<TSession, TPart, TResult>(
        PartsFlow<TSession, TPart, TResult> flow, UploadContent content, PartsUploadOptions? options, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
        where TSession : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(content);
        using var keeper = StateKeeper.Of(options);
        var kept = new KeptUpload<TSession>(content, flow.Kept, keeper, this);
        var steps = new PartsRun<TSession, TPart, TResult>(flow, content, options ?? new(), kept, this).Steps();
        var result = await WatchedAsync(steps, content, kept, progress, cancellationToken).ConfigureAwait(false);
        keeper.Complete();
        return result;
    }
}
