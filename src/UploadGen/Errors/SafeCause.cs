using System.Net.Sockets;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// What may be told of a failure that others made: the network, a handler of the caller's, a parser. Their messages may quote what was sent or came back.
/// </summary>
internal static class SafeCause
{
    private const string ToldKey = "UploadGen.Told";

    /// <summary>The failure's message, as far as it is harmless.</summary>
    public static string Message(Exception failure, KnownSecrets? secrets, string? host = null)
        => IsTold(failure) ? failure.Message : Redaction.Text(failure.Message, secrets, host);

    /// <summary>The failure itself where all that it says is harmless, or else a copy of which only that is left.</summary>
    public static Exception Of(Exception failure, KnownSecrets? secrets, string? host = null)
        => IsHarmless(failure, secrets, host) ? failure : Copy(failure, secrets, host);

    /// <summary>Marks a failure whose message was made here, so that no second look takes more out of it.</summary>
    public static T Told<T>(T failure)
        where T : Exception
    {
        failure.Data[ToldKey] = true;
        return failure;
    }

    private static bool IsTold(Exception failure) => failure is UploadGenException || failure.Data.Contains(ToldKey);

    private static bool IsHarmless(Exception failure, KnownSecrets? secrets, string? host)
    {
        if (IsTold(failure))
        {
            return true;
        }

        // What the system says of a socket comes from nobody else. An exception of another library may write more of itself than its message.
        return (failure is SocketException || (IsOfSystem(failure) && HasOnlyOwnData(failure) && Redaction.IsHarmless(failure.Message, secrets, host)))
            && (failure is AggregateException several
                ? several.InnerExceptions.All(inner => IsHarmless(inner, secrets, host))
                : failure.InnerException is not { } cause || IsHarmless(cause, secrets, host));
    }

    private static Exception Copy(Exception failure, KnownSecrets? secrets, string? host)
    {
        var message = Message(failure, secrets, host);
        var inner = failure.InnerException is { } cause ? Of(cause, secrets, host) : null;
        return Told(failure switch
        {
            HttpRequestException network => new HttpRequestException(network.HttpRequestError, message, inner, network.StatusCode),
            TimeoutException => new TimeoutException(message, inner),
            OperationCanceledException canceled => new OperationCanceledException(message, inner, canceled.CancellationToken),
            IOException => new IOException(message, inner),
            JsonException => new JsonException(message, inner),
            UriFormatException => new UriFormatException(message, inner),
            InvalidOperationException => new InvalidOperationException(message, inner),
            _ => (Exception)new RedactedException($"{failure.GetType().Name}: {message}", inner),
        });
    }

    /// <summary>Polly's tell why a call was rejected, and nothing of what was sent.</summary>
    private static bool IsOfSystem(Exception failure) => failure.GetType().Namespace?.Split('.')[0] is nameof(System) or nameof(Polly);

    private static bool HasOnlyOwnData(Exception failure)
        => failure.Data.Keys.Cast<object>().All(static key => key is string name && name.StartsWith("UploadGen.", StringComparison.Ordinal));
}
