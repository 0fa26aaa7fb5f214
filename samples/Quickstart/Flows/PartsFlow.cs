using Quickstart.Output;
using Quickstart.Prints;
using UploadGen;
using UploadServer;

namespace Quickstart.Flows;

/// <summary>Create, PUT each part to a URL of its own, complete with the ETags that storage gave. Parts go side by side; the server puts them together.</summary>
internal sealed class PartsFlow(EmbeddedUploadServer server, Transcript transcript) : IFlow
{
    private readonly PrintsClient _client = new(new PrintsClientOptions
    {
        BaseAddress = server.BaseAddress,
        Credential = ApiCredential.FromToken(server.ApiKey),
    });

    public string Title => "Prints: an upload in parts";

    public async Task RunAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var file = await transcript.UploadAsync(
            content, progress => _client.UploadPrintFileAsync(content, progress: progress, cancellationToken: cancellationToken));

        transcript.Requests(["create", .. Enumerable.Repeat("part", file.PartCount), "complete"]);
        transcript.Value("file id", file.Id);
        transcript.Value("parts", $"{file.PartCount}, together {file.FileSize:N0} bytes");
        transcript.Value("SHA-256", file.Sha256);
    }
}
