namespace UploadGen.Core;

/// <summary>The process-wide clients, whose connections are shared. Neither has a total timeout.</summary>
internal static class HttpClients
{
    /// <summary>For APIs.</summary>
    public static HttpClient Api { get; } = new(HttpHandlers.ForApi()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>For storage.</summary>
    public static HttpClient Storage { get; } = new(HttpHandlers.ForStorage()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Whether a client has no handlers of the caller's.</summary>
    public static bool IsOwn(HttpClient client) => client == Api || client == Storage;
}
