using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What is generated for the uploads in parts of real documents, compiled once for all tests.</summary>
public sealed class PartsClients : IDisposable
{
    private readonly Dictionary<string, GeneratedAssembly> _clients = new(StringComparer.Ordinal);

    /// <summary>Uploads a file with a generated client.</summary>
    /// <param name="vendor">The document: <c>openai</c>, <c>autodesk-oss</c> or <c>box</c>.</param>
    /// <param name="address">Where the API is.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">How it is sent.</param>
    public Task UploadAsync(string vendor, string address, UploadContent content, PartsUploadOptions options)
        => (Task)Client(vendor).Call("Upload", address, content, options)!;

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private GeneratedAssembly Client(string vendor)
    {
        if (!_clients.TryGetValue(vendor, out var client))
        {
            var (include, call) = vendor switch
            {
                "openai" => ("/uploads;/uploads/**", """UploadFileAsync(content, new CreateUploadRequestPurpose("batch"), options: parts)"""),
                "box" => ("/files/upload_sessions;/files/upload_sessions/**", "UploadFilesAsync(content, \"0\", options: parts)"),
                _ => ("/oss/v2/buckets/**", "UploadS3Async(content, \"bucket\", \"k\", options: parts)"),
            };
            var members = $$"""
                public static System.Threading.Tasks.Task Upload(string address, UploadGen.UploadContent content, UploadGen.PartsUploadOptions parts)
                {
                    var options = new ApiClientOptions { BaseAddress = new Uri(address) };
                    options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
                    return new ApiClient(options).{{call}};
                }
                """;
            client = GeneratedAssembly.Of(
                Corpus.Read(vendor).GetText(TestContext.Current.CancellationToken)!.ToString(),
                members,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["UploadGenInclude"] = include });
            _clients.Add(vendor, client);
        }

        return client;
    }
}
