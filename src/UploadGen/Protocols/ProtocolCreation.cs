namespace UploadGen.Core;

/// <summary>Creates an upload at an endpoint.</summary>
/// <param name="protocol">How it is asked for.</param>
/// <param name="connection">Sends the request.</param>
/// <param name="content">The file.</param>
/// <param name="metadata">What is said of it.</param>
internal sealed class ProtocolCreation(
    OffsetProtocol protocol, ProtocolConnection connection, UploadContent content, IReadOnlyDictionary<string, string>? metadata)
{
    /// <summary>Creates the upload without sending any of it. An upload whose answer got lost is never sent to, so another one may be created.</summary>
    /// <returns>Its URL.</returns>
    public async Task<Uri> RunAsync(Uri endpoint, Retrying retrying, CancellationToken cancellationToken)
    {
        try
        {
            return await retrying.RunAsync(
                connection.Failure.OperationId, RequestSafety.MayPass, (attempt, token) => CreateAsync(endpoint, attempt, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            throw connection.Failure.Canceled(cause, endpoint, isStored: false, cancellationToken);
        }
    }

    /// <exception cref="UploadException">The protocol has no creation, or what is said of the file can't be sent.</exception>
    public ProtocolRequest Request()
    {
        try
        {
            return protocol.Create(content, metadata)
                ?? throw connection.Failure.BeforeSending(
                    "The URL is said to be an endpoint, and the protocol has no way to create uploads at one.", target: null);
        }
        catch (FormatException cause)
        {
            throw connection.Failure.BeforeSending(cause.Message, target: null);
        }
    }

    /// <summary>The URL of the upload that was created.</summary>
    /// <exception cref="UploadException">The answer has none that requests may go to.</exception>
    public Uri Created(ProtocolAnswer answer)
    {
        var url = StorageSending.Location(answer.Response, answer.Url) ?? throw connection.Failure.Answered(
            answer.Response, answer.Url, "without a Location to send the file to (a URL without a user name, and https where the endpoint's is).",
            isTransient: false);
        connection.Failure.Secrets.AddUrl(url.OriginalString);
        return url;
    }

    private async Task<Uri> CreateAsync(Uri endpoint, int attempt, CancellationToken cancellationToken)
    {
        await protocol.DiscoverAsync(connection, endpoint, content, attempt, cancellationToken).ConfigureAwait(false);
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(Request(), endpoint, transfer, attempt).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw await connection.RefusedAsync(answer, transfer, protocol).ConfigureAwait(false);
        }

        _ = protocol.ReadCreated(answer, content.Length);
        return Created(answer);
    }
}
