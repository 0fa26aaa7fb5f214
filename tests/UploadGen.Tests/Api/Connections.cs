namespace UploadGen.Tests;

internal static class Connections
{
    /// <summary>A client's connection to a server.</summary>
    public static ApiConnection Connect(this WebServer server, Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions { BaseAddress = server.Address };
        configure?.Invoke(options);
        return new ApiConnection(null, options, "https://unused.example");
    }
}
