using System.Net;

namespace UploadGen.Core;

/// <summary>What all requests to storage have in common: how their failures are told, and where a redirect may lead.</summary>
internal static class StorageSending
{
    /// <summary>How often a request is redirected at most.</summary>
    public const int MaxRedirects = 2;

    /// <summary>Sends a request.</summary>
    /// <exception cref="UploadException">It didn't get there, or no answer came back.</exception>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpRequestMessage request, Transfer transfer, int attempt, StorageFailure failure)
    {
        try
        {
            var requestAttempt = new RequestAttempt(failure.OperationId, Template: null, attempt, failure.Secrets);
            return await HttpSending.SendAsync(client, request, transfer, requestAttempt).ConfigureAwait(false);
        }
        catch (HttpRequestException cause) when (cause.InnerException is ForbiddenAddressException forbidden)
        {
            throw failure.BeforeSending(forbidden.Message, request.RequestUri);
        }
        catch (Exception cause) when (cause is not OperationCanceledException && cause != transfer.ContentFailure)
        {
            // Handlers of the caller's have exceptions of their own.
            throw failure.NotDelivered(cause, request.RequestUri!, isWhole: transfer.IsHandedOver);
        }
    }

    /// <summary>
    /// Where a redirect that keeps method and body leads (RFC 9110, sections 15.4.8 and 15.4.9), if the file may go there: never from https to http.
    /// </summary>
    public static Uri? Redirect(HttpResponseMessage response, Uri from)
        => response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect ? Location(response, from) : null;

    /// <summary>Where an answer's <c>Location</c> (RFC 9110, section 10.2.2) leads, if requests may go there: never from https to http.</summary>
    public static Uri? Location(HttpResponseMessage response, Uri from)
    {
        if (!response.Headers.NonValidated.TryGetValues("Location", out var location) || location.ToString() is not { Length: > 0 } text
            || Resolve(text, from) is not { } to)
        {
            return null;
        }

        var isSafe = to.Scheme == Uri.UriSchemeHttps || from.Scheme == Uri.UriSchemeHttp;
        return isSafe && to.UserInfo.Length == 0 ? to : null;
    }

    /// <summary>The URL letter by letter, as far as it is written out; null where no request can be sent there.</summary>
    private static Uri? Resolve(string location, Uri from)
    {
        try
        {
            // What begins with a slash is an absolute path of this machine's to some systems.
            return location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal)
                ? HttpSyntax.ExactUri(from.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + location)
                : Uri.TryCreate(location, UriKind.Absolute, out _) ? HttpSyntax.ExactUri(location)
                : Uri.TryCreate(from, location, out var to) ? HttpSyntax.ExactUri(to.AbsoluteUri)
                : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
