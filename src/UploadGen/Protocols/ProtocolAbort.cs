namespace UploadGen.Core;

/// <summary>Gives an upload up with storage.</summary>
internal sealed class ProtocolAbort(OffsetProtocol protocol, ProtocolConnection connection, Uri url)
{
    /// <exception cref="UploadException">Storage refused it or couldn't be reached.</exception>
    public Task<bool> RunAsync(Retrying retrying, CancellationToken cancellationToken)
        => retrying.RunAsync(connection.Failure.OperationId, RequestSafety.MayPass, AbortAsync, cancellationToken);

    private async Task<bool> AbortAsync(int attempt, CancellationToken cancellationToken)
    {
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(protocol.Abort, url, transfer, attempt).ConfigureAwait(false);
        return protocol.IsAborted(answer.Status) ? true : throw await connection.RefusedAsync(answer, transfer, protocol).ConfigureAwait(false);
    }
}
