using System.Runtime.CompilerServices;

namespace UploadGen.Core;

/// <content>Answers that are read item by item.</content>
public sealed partial class ApiConnection
{
    /// <summary>
    /// Sends a request and gives the items of its answer as they come. It is sent when the first item is asked for, and again for each further enumeration.
    /// Leaving an enumeration ends the exchange.
    /// </summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responses">How answers are read.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="RequestValidationException">The request breaks the document's limits; nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or with something its document doesn't describe.</exception>
    /// <exception cref="HttpRequestException">The API couldn't be reached, or the answer broke off.</exception>
    /// <exception cref="TimeoutException">Nothing moved, or no answer came, for longer than the options allow.</exception>
    public async IAsyncEnumerable<T> ItemsAsync<T>(
        ApiRequest request, ApiItemResponses<T> responses, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responses);
        using var items = await RunAsync(request, OpenAsync, cancellationToken).ConfigureAwait(false);
        while (await items.MoveNextAsync().ConfigureAwait(false))
        {
            yield return items.Current;
        }

        async Task<AnsweredItems<T>> OpenAsync(int attempt, CancellationToken token)
        {
            var exchange = await ExchangeAsync(request, responses.Accept, attempt, token).ConfigureAwait(false);
            try
            {
                await EnsureSameAsync(exchange, token).ConfigureAwait(false);
                var items = new AnsweredItems<T>(exchange, await responses.FindAsync(exchange).ConfigureAwait(false));
                exchange.Transfer.GoOnFor(cancellationToken);
                return items;
            }
            catch
            {
                exchange.Dispose();
                throw;
            }
        }
    }
}
