namespace UploadGen.Core;

/// <summary>A request to storage. The handler that connects finds in it where files may go.</summary>
internal sealed class StorageRequest(HttpMethod method, Uri url, StorageNetwork network) : HttpRequestMessage(method, url)
{
    public StorageNetwork Network => network;

    /// <summary>The same request without headers and body.</summary>
    public StorageRequest Again() => new(Method, RequestUri!, network);
}
