namespace UploadGen.Core;

/// <summary>Where requests go: what the caller set, or else the document's servers.</summary>
internal sealed class ServerAddress
{
    private readonly Uri? _configured;
    private readonly Uri? _described;
    private readonly string _server;

    /// <param name="configured">The caller's base address: it stands for every server of the document, so that a test never reaches the real API.</param>
    /// <param name="server">The document's first server.</param>
    /// <exception cref="ArgumentException">The base address isn't absolute, or isn't http or https.</exception>
    public ServerAddress(Uri? configured, string server)
    {
        if (configured is not null && !(configured.IsAbsoluteUri && IsHttp(configured)))
        {
            var problem = configured.IsAbsoluteUri ? "isn't http or https" : "is relative";
            throw new ArgumentException(
                $"The base address '{Redaction.Url(configured)}' {problem}; it has to be a whole URL, such as https://api.example.com/v1.", nameof(configured));
        }

        _configured = configured;
        _server = server;
        _described = Absolute(server);
    }

    /// <summary>The base address of requests whose operation has no server of its own; <see langword="null"/> if nobody names a host.</summary>
    public Uri? Base => _configured ?? _described;

    /// <summary>The base address of a request.</summary>
    /// <param name="ownServer">The operation's own server in the document, if it has one.</param>
    /// <exception cref="InvalidOperationException">Neither caller nor document name a host.</exception>
    public Uri For(string? ownServer)
    {
        if (_configured is not null)
        {
            return _configured;
        }

        if (ownServer is null)
        {
            return _described ?? throw NoHost(_server);
        }

        return Absolute(ownServer) ?? (_described is not null && Uri.TryCreate(_described, ownServer, out var relative) ? relative : throw NoHost(ownServer));
    }

    // On Unix, a path is an absolute file URI; a server such as /api/v1 is relative all the same.
    private static Uri? Absolute(string server) => Uri.TryCreate(server, UriKind.Absolute, out var uri) && IsHttp(uri) ? uri : null;

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    private static InvalidOperationException NoHost(string server)
    {
        var problem = HttpSyntax.HasScheme(server) ? "isn't an http or https URL" : "names no host";
        return new InvalidOperationException(
            $"The document's server is '{server}', which {problem}. Set UploadClientOptions.BaseAddress to the API's whole base address, path included.");
    }
}
