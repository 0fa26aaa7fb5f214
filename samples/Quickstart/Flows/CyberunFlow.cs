using Quickstart.Cyberun;
using Quickstart.Output;
using UploadGen;
using UploadServer;

namespace Quickstart.Flows;

/// <summary>Presign, PUT with signed headers: the answer says which headers the PUT must carry, and those are sent, no more and no less.</summary>
internal sealed class CyberunFlow(EmbeddedUploadServer server, Transcript transcript) : IFlow
{
    private readonly CyberunClient _client = new(new CyberunClientOptions
    {
        BaseAddress = server.CyberunBaseAddress,
        Credential = ApiCredential.FromToken(server.ApiKey),
    });

    public string Title => "Cyberun: presign, PUT with signed headers";

    public async Task RunAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var file = await transcript.UploadAsync(
            content, progress => _client.UploadFileAsync(content, progress: progress, cancellationToken: cancellationToken));

        transcript.Requests("presign", "PUT");
        transcript.Value("signed", string.Join(", ", file.UploadHeaders.Select(header => $"{header.Key}: {header.Value}")));
        transcript.Url("upload URL", file.UploadUrl.OriginalString);
        transcript.Value("file key", file.FileKey);
    }
}
