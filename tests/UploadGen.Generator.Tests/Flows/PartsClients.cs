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

    /// <summary>Uploads a file as one of many.</summary>
    /// <param name="vendor">The document: <c>openai</c>, <c>autodesk-oss</c> or <c>box</c>.</param>
    /// <param name="address">Where the API is.</param>
    /// <param name="content">The file.</param>
    /// <param name="journal">Remembers it.</param>
    public Task<UploadStatus> UploadManyAsync(string vendor, string address, UploadContent content, IUploadJournal journal)
        => (Task<UploadStatus>)Client(vendor).Call("UploadMany", address, content, journal)!;

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
            var (include, call, many) = vendor switch
            {
                "openai" => ("/uploads;/uploads/**", """UploadFileAsync(content, new CreateUploadRequestPurpose("batch"), options: parts)""",
                    """UploadManyFilesAsync(contents, new CreateUploadRequestPurpose("batch"), options: many)"""),
                "box" => ("/files/upload_sessions;/files/upload_sessions/**", "UploadFilesAsync(content, \"0\", options: parts)",
                    "UploadManyFilesAsync(contents, \"0\", options: many)"),
                _ => ("/oss/v2/buckets/**", "UploadS3Async(content, \"bucket\", \"k\", options: parts)",
                    "UploadManyS3sAsync(contents, \"bucket\", _ => \"k\", options: many)"),
            };
            var members = $$"""
                public static System.Threading.Tasks.Task Upload(string address, UploadGen.UploadContent content, UploadGen.PartsUploadOptions parts)
                    => Client(address).{{call}};

                public static async System.Threading.Tasks.Task<UploadGen.UploadStatus> UploadMany(
                    string address, UploadGen.UploadContent content, UploadGen.IUploadJournal journal)
                {
                    var contents = new[] { content };
                    var many = new UploadGen.UploadManyOptions { Journal = journal };
                    var status = UploadGen.UploadStatus.NotStarted;
                    await foreach (var outcome in Client(address).{{many}})
                    {
                        status = outcome.Status;
                    }

                    return status;
                }

                private static ApiClient Client(string address)
                {
                    var options = new ApiClientOptions { BaseAddress = new Uri(address) };
                    options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
                    return new ApiClient(options);
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
