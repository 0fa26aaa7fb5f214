using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>
/// Sends files to presigned URLs: the URL letter by letter as given, the headers given and no others, a known length, no credential, cookie or trace
/// header. After a failure that may pass, the file is sent again. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class StorageClient
{
    private readonly Func<HttpClient> _client;
    private readonly TransferTimeouts _timeouts;
    private readonly Retrying _retrying;
    private readonly KnownSecrets _secrets;
    private readonly StorageNetwork _network;
    private readonly int _longestAnswer;
    private readonly TusServers _tusServers = new();
    private readonly OwnOrigin _own;

    // Null where what storage says that it holds isn't to be compared.
    private readonly StoredDigests? _digests;

    internal StorageClient(
        Func<HttpClient> client, StorageNetwork network, TransferTimeouts timeouts, Retrying retrying, KnownSecrets secrets, StoredDigests? digests,
        OwnOrigin own, int longestAnswer)
    {
        _own = own;
        _digests = digests;
        _longestAnswer = longestAnswer;
        _network = network;
        _secrets = secrets;
        _client = () => Checked(client());
        _timeouts = timeouts;
        _retrying = retrying;
        // What is wrong with the client is thrown now, and not at the first upload.
        _client();
    }

    /// <summary>PUTs a file.</summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="url">The presigned URL; its <see cref="Uri.OriginalString"/> is sent. <c>https</c>, or <c>http</c> to this machine or as the options allow.</param>
    /// <param name="content">The file.</param>
    /// <param name="headers">
    /// The headers to send, all of them and exactly; <see langword="null"/> for the content's media type as Content-Type and nothing else.
    /// </param>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="UploadException">The URL or a header can't be sent, or storage refused the file or couldn't be reached.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public Task PutAsync(
        string operationId, Uri? url, UploadContent content, IEnumerable<KeyValuePair<string, string>>? headers,
        IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        return PutAsync(operationId, url?.OriginalString, content, headers, progress, cancellationToken);
    }

    /// <inheritdoc cref="PutAsync(string, Uri, UploadContent, IEnumerable{KeyValuePair{string, string}}?, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task PutAsync(
        string operationId, string? url, UploadContent content, IEnumerable<KeyValuePair<string, string>>? headers,
        IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        await SendFileAsync(HttpMethod.Put, operationId, url, content, headers, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>POSTs a file as the body of the request. What may pass by itself is tried again, as with a PUT: the URL is that of one upload.</summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="url">The URL; its <see cref="Uri.OriginalString"/> is sent. <c>https</c>, or <c>http</c> to this machine or as the options allow.</param>
    /// <param name="content">The file.</param>
    /// <param name="headers">
    /// The headers to send, all of them and exactly; <see langword="null"/> for the content's media type as Content-Type and nothing else.
    /// </param>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="UploadException">The URL or a header can't be sent, or storage refused the file or couldn't be reached.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public Task PostFileAsync(
        string operationId, Uri? url, UploadContent content, IEnumerable<KeyValuePair<string, string>>? headers,
        IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        return PostFileAsync(operationId, url?.OriginalString, content, headers, progress, cancellationToken);
    }

    /// <inheritdoc cref="PostFileAsync(string, Uri, UploadContent, IEnumerable{KeyValuePair{string, string}}?, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task PostFileAsync(
        string operationId, string? url, UploadContent content, IEnumerable<KeyValuePair<string, string>>? headers,
        IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        await SendFileAsync(HttpMethod.Post, operationId, url, content, headers, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends a part of a file, as S3 takes it: with the headers given and no others, by PUT unless its target says POST.
    /// </summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="part">The part, with its target.</param>
    /// <param name="headers">The headers to send, all of them and exactly, where its target has none of its own.</param>
    /// <param name="needsETag">Whether the upload can't be completed without the part's ETag.</param>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>The part as storage has it.</returns>
    /// <exception cref="UploadException">
    /// The URL or a header can't be sent, storage refused the part or couldn't be reached, or gave no ETag where one is needed.
    /// </exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public async Task<StoredPart> SendPartAsync(
        string operationId, FilePart part, IEnumerable<KeyValuePair<string, string>>? headers, bool needsETag, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        var sent = part.Target?.Headers ?? headers ?? [];
        var method = part.Target?.SendMethod ?? HttpMethod.Put;
        _secrets.AddValues(sent);
        var tag = await SendAsync(
            method, operationId, part.Target?.Url, part.Content, [new BodySegment(default, part.Content)],
            request => StorageHeaders.Apply(request, sent, part.Content), progress, cancellationToken).ConfigureAwait(false);
        return tag is null && needsETag
            ? throw new StorageFailure(operationId, _secrets).WithoutETag(part)
            : await part.StoredAsync(tag, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>POSTs a file in a form, as S3 takes it from browsers: the fields in their order, and behind them the file.</summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="url">The URL; its <see cref="Uri.OriginalString"/> is sent. <c>https</c>, or <c>http</c> to this machine or as the options allow.</param>
    /// <param name="content">The file.</param>
    /// <param name="form">What goes with the file.</param>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="UploadException">The URL, a field or a header can't be sent, or storage refused the file or couldn't be reached.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public Task PostFormAsync(
        string operationId, Uri? url, UploadContent content, StorageForm form, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        return PostFormAsync(operationId, url?.OriginalString, content, form, progress, cancellationToken);
    }

    /// <inheritdoc cref="PostFormAsync(string, Uri, UploadContent, StorageForm, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task PostFormAsync(
        string operationId, string? url, UploadContent content, StorageForm form, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(form);
        _secrets.AddValues(form.Fields);
        _secrets.AddValues(form.Headers);
        var body = new MultipartForm();
        try
        {
            foreach ((var name, var value) in form.Fields ?? [])
            {
                body.AddField(name, value, contentType: null);
            }

            // S3 ignores whatever follows the file, so it comes last.
            body.AddFile(form.FileField, content, content.MediaType);
        }
        catch (ArgumentException cause)
        {
            throw new StorageFailure(operationId, _secrets).BeforeSending(cause.Message, target: null, cause);
        }

        await SendAsync(
            HttpMethod.Post, operationId, url, content, body.Segments,
            request => StorageHeaders.ApplyToForm(request, body.ContentType, form.Headers, content), progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a file by the method that the API's answer names.</summary>
    /// <param name="operationId">Id of the operation that gave the URL.</param>
    /// <param name="url">The URL; its <see cref="Uri.OriginalString"/> is sent. <c>https</c>, or <c>http</c> to this machine or as the options allow.</param>
    /// <param name="content">The file.</param>
    /// <param name="request">What the answer says of the request.</param>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="UploadException">
    /// The answer names no method or another than PUT and POST, the URL, a field or a header can't be sent, or storage refused the file or couldn't be reached.
    /// </exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public Task SendAsync(
        string operationId, Uri? url, UploadContent content, AnsweredRequest request, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        return SendAsync(operationId, url?.OriginalString, content, request, progress, cancellationToken);
    }

    /// <inheritdoc cref="SendAsync(string, Uri, UploadContent, AnsweredRequest, IProgress{UploadProgress}?, CancellationToken)"/>
    public async Task SendAsync(
        string operationId, string? url, UploadContent content, AnsweredRequest request, IProgress<UploadProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Problem is { } problem)
        {
            throw new StorageFailure(operationId, _secrets).BeforeSending(problem, target: null);
        }

        var sending = request.Form is { } form
            ? PostFormAsync(operationId, url, content, form, progress, cancellationToken)
            : SendFileAsync(request.FileMethod, operationId, url, content, request.Headers, progress, cancellationToken);
        await sending.ConfigureAwait(false);
    }

    private Task<string?> SendFileAsync(
        HttpMethod method, string operationId, string? url, UploadContent content, IEnumerable<KeyValuePair<string, string>>? headers,
        IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        _secrets.AddValues(headers);
        return SendAsync(
            method, operationId, url, content, [new BodySegment(default, content)],
            request => StorageHeaders.Apply(request, headers, content), progress, cancellationToken);
    }

    /// <returns>The ETag of what is stored.</returns>
    private Task<string?> SendAsync(
        HttpMethod method, string operationId, string? url, UploadContent content, IReadOnlyList<BodySegment> body,
        Func<HttpRequestMessage, string?> applyHeaders, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _secrets.AddUrl(url);
        var failure = new StorageFailure(operationId, _secrets);
        var target = failure.Target(url);
        if (_digests?.Watch(content, target) is { } watched && watched != content)
        {
            body = [.. body.Select(segment => segment.Content is null ? segment : segment with { Content = watched })];
            content = watched;
        }

        var upload = new StorageUpload(_client, _network, _timeouts, method, failure, target, content, body, applyHeaders, progress, _digests);
        return upload.RunAsync(_retrying, cancellationToken);
    }

    private static HttpClient Checked(HttpClient client)
    {
        var headers = client.DefaultRequestHeaders.NonValidated;
        if (headers.Count == 0)
        {
            return client;
        }

        foreach (var name in StorageHeaders.Forbidden)
        {
            if (headers.Contains(name))
            {
                throw new ArgumentException(
                    $"The HttpClient for storage has a default header {name}, which would go to storage with every upload. "
                    + "Remove it from UploadClientOptions.StorageHttpClient, or from what ConfigureStorageHttpClient sets up.",
                    nameof(client));
            }
        }

        return client;
    }
}
