using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>An upload through a presigned URL, composed of its steps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PresignedUpload
{
    /// <summary>Opens the upload, sends the file, confirms it.</summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <typeparam name="TResult">What confirming gives.</typeparam>
    /// <param name="content">The file.</param>
    /// <param name="announced">Where the request that opens the upload tells of the file and limits it; <see langword="null"/> where nothing is limited.</param>
    /// <param name="create">Opens the upload.</param>
    /// <param name="put">Sends the file.</param>
    /// <param name="confirm">Confirms that the file is in storage.</param>
    /// <param name="progress">Told of the steps and the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>What confirming gave.</returns>
    /// <exception cref="RequestValidationException">The file or another part of the request breaks a limit; nothing was sent.</exception>
    /// <exception cref="IOException">The file can't be read or has changed; when that shows before the first step, no upload was opened.</exception>
    public static async Task<TResult> RunAsync<TSession, TResult>(
        UploadContent content,
        AnnouncedFile? announced,
        Func<UploadContent, CancellationToken, Task<TSession>> create,
        Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task> put,
        Func<TSession, CancellationToken, Task<TResult>> confirm,
        IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(confirm);
        TSession session = await RunAsync(content, announced, create, put, progress, cancellationToken).ConfigureAwait(false);
        progress?.Report(At(UploadStep.Confirm, content, content.Length));
        return await confirm(session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the upload, sends the file, confirms it where confirming gives nothing back.</summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <param name="content">The file.</param>
    /// <param name="announced">Where the request that opens the upload tells of the file and limits it; <see langword="null"/> where nothing is limited.</param>
    /// <param name="create">Opens the upload.</param>
    /// <param name="put">Sends the file.</param>
    /// <param name="confirm">Confirms that the file is in storage.</param>
    /// <param name="progress">Told of the steps and the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public static Task RunAsync<TSession>(
        UploadContent content,
        AnnouncedFile? announced,
        Func<UploadContent, CancellationToken, Task<TSession>> create,
        Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task> put,
        Func<TSession, CancellationToken, Task> confirm,
        IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(confirm);
        return RunAsync<TSession, object?>(content, announced, create, put, ConfirmAsync, progress, cancellationToken);

        async Task<object?> ConfirmAsync(TSession session, CancellationToken token)
        {
            await confirm(session, token).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Opens the upload and sends the file.</summary>
    /// <typeparam name="TSession">What opening gives.</typeparam>
    /// <param name="content">The file.</param>
    /// <param name="announced">Where the request that opens the upload tells of the file and limits it; <see langword="null"/> where nothing is limited.</param>
    /// <param name="create">Opens the upload.</param>
    /// <param name="put">Sends the file.</param>
    /// <param name="progress">Told of the steps and the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>What opening gave.</returns>
    /// <exception cref="RequestValidationException">The file or another part of the request breaks a limit; nothing was sent.</exception>
    /// <exception cref="IOException">The file can't be read or has changed; when that shows before the first step, no upload was opened.</exception>
    public static async Task<TSession> RunAsync<TSession>(
        UploadContent content,
        AnnouncedFile? announced,
        Func<UploadContent, CancellationToken, Task<TSession>> create,
        Func<TSession, UploadContent, IProgress<UploadProgress>?, CancellationToken, Task> put,
        IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(put);
        // A file that can't be read must not leave an upload open with the API.
        if (content.CanReplay) new ContentReader(content).Dispose();
        progress?.Report(At(UploadStep.Create, content, 0));
        TSession session = await OpenAsync(content, announced, create, cancellationToken).ConfigureAwait(false);
        await put(session, content, progress, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>A member of the answer that opened the upload, which the next step can't do without.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">The member.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">Its name in the answer.</param>
    /// <exception cref="UploadException">The answer doesn't have it.</exception>
    public static T Required<T>(T? value, string operationId, string member)
        where T : class
    {
        return value ?? throw Missing(operationId, member);
    }

    /// <inheritdoc cref="Required{T}(T?, string, string)"/>
    public static T Required<T>(T? value, string operationId, string member)
        where T : struct
    {
        return value ?? throw Missing(operationId, member);
    }

    private static async Task<TSession> OpenAsync<TSession>(
        UploadContent content, AnnouncedFile? announced, Func<UploadContent, CancellationToken, Task<TSession>> create, CancellationToken cancellationToken)
    {
        try
        {
            return await create(content, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestValidationException refusal) when (announced is not null)
        {
            throw announced.Explain(refusal, content);
        }
    }

    private static UploadException Missing(string operationId, string member)
    {
        return new UploadException(
            $"{operationId}: the API's answer has no {member}, which confirming the upload needs. The file is in storage; confirm it with an id of yours, or upload again.",
            UploadStep.Confirm,
            operationId);
    }

    private static UploadProgress At(UploadStep step, UploadContent content, long sent) => new() { Step = step, BytesSent = sent, TotalBytes = content.Length };
}
