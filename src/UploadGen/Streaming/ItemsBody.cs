using System.Net;

namespace UploadGen.Core;

/// <summary>
/// A request's body of unknown length, each of whose items is sent as soon as the caller gives it. The caller may take any time for that: only what is being
/// sent may stall.
/// </summary>
/// <param name="items">The items.</param>
/// <param name="write">Gives the bytes of an item, by the item and its index.</param>
/// <param name="transfer">The request under way.</param>
internal sealed class ItemsBody<T>(IAsyncEnumerable<T> items, Func<T, long, byte[]> write, Transfer transfer) : HttpContent
{
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        transfer.StartBody();
        await using var source = items.GetAsyncEnumerator(transfer.Token);
        for (var i = 0L; !transfer.IsCut && await NextAsync(source, i).ConfigureAwait(false) is { } item; i++)
        {
            await transfer.WriteAsync(stream, item, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        transfer.EndBody();
    }

    private async ValueTask<byte[]?> NextAsync(IAsyncEnumerator<T> source, long index)
    {
        transfer.AwaitCaller();
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false) ? write(source.Current, index) : null;
        }
        catch (Exception cause)
        {
            transfer.ContentFailure = cause;
            throw;
        }
        finally
        {
            transfer.GoOnSending();
        }
    }
}
