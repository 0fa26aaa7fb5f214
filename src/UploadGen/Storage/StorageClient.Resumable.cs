using System.Text.Json;

namespace UploadGen.Core;

/// <content>Uploads in several requests to one URL.</content>
public sealed partial class StorageClient
{
    /// <summary>
    /// Sends a file in as many requests as its protocol and its length want. After a break, storage is asked where it stands, and the file is sent from there;
    /// retries are counted anew when storage has got more.
    /// </summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="upload">How and where to.</param>
    /// <param name="content">The file.</param>
    /// <param name="progress">Told of the bytes that storage has, and of those on their way to it.</param>
    /// <param name="cancellationToken">Ends the sending. What storage has of the file stays there.</param>
    /// <exception cref="UploadException">
    /// The URL or a header can't be sent, storage refused the file, doesn't know the upload, has other bytes than were sent, or couldn't be reached.
    /// </exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public async Task<SentUpload> SendAsync(
        string operationId, ResumableUpload upload, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(content);
        cancellationToken.ThrowIfCancellationRequested();
        if (upload.IsEndpoint && content.Marks?.Created is { } created)
        {
            upload = upload with { Url = created, IsEndpoint = false, IsBegun = true };
        }

        var (connection, url) = Connect(operationId, upload);
        if (upload.Problem(content) is { } problem)
        {
            throw connection.Failure.BeforeSending(problem, url);
        }

        if (upload.Protocol == UploadProtocol.Blocks)
        {
            return await new BlockUpload(connection, url, upload, content).RunAsync(_retrying, progress, cancellationToken).ConfigureAwait(false);
        }

        var protocol = OffsetProtocol.Of(upload.For(content));

        var creation = upload.IsEndpoint ? new ProtocolCreation(protocol, connection, content, upload.Metadata) : null;
        return await new OffsetUpload(protocol, connection, url, creation, content, upload.IsBegun && !upload.IsEndpoint, progress)
            .RunAsync(_retrying, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a file, and gives what the last answer says of it.</summary>
    /// <typeparam name="T">What is in that answer.</typeparam>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="upload">How and where to.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="content">The file.</param>
    /// <param name="progress">Told of the bytes that storage has, and of those on their way to it.</param>
    /// <param name="cancellationToken">Ends the sending. What storage has of the file stays there.</param>
    /// <exception cref="UploadException">Or the answer isn't that, though the file is stored.</exception>
    /// <inheritdoc cref="SendAsync(string, ResumableUpload, UploadContent, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task<T> SendAsync<T>(
        string operationId, ResumableUpload upload, JsonRead<T> read, UploadContent content, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
        => (await SendAsync(operationId, upload, content, progress, cancellationToken).ConfigureAwait(false)).Read(read);

    /// <summary>Sends a file, and gives the last answer as it is; <see langword="null"/> where that has no JSON.</summary>
    /// <inheritdoc cref="SendAsync(string, ResumableUpload, UploadContent, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task<JsonElement?> SendForJsonAsync(
        string operationId, ResumableUpload upload, UploadContent content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
        => (await SendAsync(operationId, upload, content, progress, cancellationToken).ConfigureAwait(false)).Json();

    /// <summary>Creates an upload at an endpoint, without sending any of the file.</summary>
    /// <param name="operationId">Id of the operation that gave the endpoint's URL.</param>
    /// <param name="upload">How and where; the URL is the endpoint's.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The URL of the upload, which is a secret.</returns>
    /// <exception cref="UploadException">
    /// The URL, a header or the metadata can't be sent, the protocol has no way to create uploads, storage refused it or couldn't be reached.
    /// </exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    public async Task<string> CreateAsync(string operationId, ResumableUpload upload, UploadContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        cancellationToken.ThrowIfCancellationRequested();
        var (connection, url) = Connect(operationId, upload);
        var creation = new ProtocolCreation(OffsetProtocol.Of(upload), connection, content, upload.Metadata);
        return (await creation.RunAsync(url, _retrying, cancellationToken).ConfigureAwait(false)).OriginalString;
    }

    /// <summary>Gives an upload up with storage. Blocks that belong to no blob are dropped by storage itself, a week after the last.</summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="upload">How and where.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UploadException">Storage refused it or couldn't be reached.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task AbortAsync(string operationId, ResumableUpload upload, CancellationToken cancellationToken)
    {
        var (connection, url) = Connect(operationId, upload);
        if (upload.Protocol != UploadProtocol.Blocks)
        {
            await new ProtocolAbort(OffsetProtocol.Of(upload), connection, url).RunAsync(_retrying, cancellationToken).ConfigureAwait(false);
        }
    }

    private (ProtocolConnection Connection, Uri Url) Connect(string operationId, ResumableUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        _secrets.AddUrl(upload.Url);
        _secrets.AddValues(upload.Headers);
        if (KnownSecrets.Query(upload.Url ?? "").FirstOrDefault(static parameter => parameter.Key == "upload_id").Value is { } session)
        {
            // Whoever knows the id of a session may send to it. That of an upload in parts is no secret.
            _secrets.AddValues([new("session", session)]);
        }

        var failure = new StorageFailure(operationId, _secrets);
        return (new ProtocolConnection(_client, _network, _timeouts, failure, upload, _own, _digests, _tusServers, _longestAnswer), failure.Target(upload.Url));
    }
}
