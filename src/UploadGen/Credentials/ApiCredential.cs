using System.Text;
using UploadGen.Core;

namespace UploadGen;

/// <summary>What proves to an API who is calling. It is sent to the API alone, never to storage.</summary>
public sealed class ApiCredential
{
    private readonly Func<CancellationToken, ValueTask<string>> _provider;

    private ApiCredential(Func<CancellationToken, ValueTask<string>> provider, bool isBasic = false)
    {
        _provider = provider;
        IsBasic = isBasic;
    }

    internal bool IsBasic { get; }

    /// <summary>A fixed token: a bearer token or an API key, as the document's scheme says.</summary>
    /// <param name="token">The token, without <c>Bearer</c> before it.</param>
    /// <exception cref="ArgumentException">The token is empty or holds a character that can't be sent, such as a line break.</exception>
    public static ApiCredential FromToken(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        var checkedToken = Checked(token);
        return new ApiCredential(_ => ValueTask.FromResult(checkedToken));
    }

    /// <summary>A token that is asked for before each request, so that it can be renewed. One that can't be sent fails the request.</summary>
    /// <param name="provider">
    /// Gives the token. It is called concurrently when requests are, and on a thread of the pool: a cancellation ends the wait for it, whether it heeds its
    /// token or not. What it throws fails the request, and comes as it is where nothing of an upload was sent.
    /// </param>
    public static ApiCredential FromProvider(Func<CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new ApiCredential(async cancellationToken => Checked(await CallerCode.RunAsync(
            async () => await provider(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>A token that is looked up before each request, which takes no time.</summary>
    internal static ApiCredential FromSetting(Func<string> token) => new(_ => ValueTask.FromResult(Checked(token())));

    /// <summary>User name and password for HTTP Basic authentication (RFC 7617), as UTF-8.</summary>
    /// <param name="user">The user name, without a colon.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <exception cref="ArgumentException">The user name holds a colon, which would end it.</exception>
    public static ApiCredential FromBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("The user name holds a colon, which would end it (RFC 7617, section 2).", nameof(user));
        }

        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new ApiCredential(_ => ValueTask.FromResult(pair), isBasic: true);
    }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => IsBasic ? "ApiCredential (user name and password)" : "ApiCredential (token)";

    internal ValueTask<string> GetAsync(CancellationToken cancellationToken) => _provider(cancellationToken);

    private static string Checked(string token)
        => token is { Length: > 0 } && HttpSyntax.IsFieldValue(token)
            ? token
            : throw new ArgumentException(
                $"The token is empty or holds {HttpSyntax.CannotBeSent}. Was it read from a file with a newline at its end?", nameof(token));
}
