using Quickstart.Gallery;
using Quickstart.Output;
using UploadGen;
using UploadServer;

namespace Quickstart.Flows;

/// <summary>
/// Create, send by tus, confirm. The server breaks the connection off in the middle of the file: the same call asks where the upload stands, and sends the rest.
/// </summary>
internal sealed class TusFlow(EmbeddedUploadServer server, Transcript transcript) : IFlow
{
    private readonly GalleryClient _client = new(new GalleryClientOptions
    {
        BaseAddress = server.BaseAddress,
        Credential = ApiCredential.FromToken(server.ApiKey),
    });

    public string Title => "Gallery: by tus, over a line that breaks";

    public async Task RunAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var picture = await transcript.UploadAsync(
            content, progress => _client.UploadPictureAsync(content, progress: progress, cancellationToken: cancellationToken));

        transcript.Requests("create", "discover", "broken off", "ask where", "go on", "confirm");
        transcript.Value("picture id", picture.Id);
        transcript.Value("picture", $"{picture.FileName}, {picture.MediaType}, {picture.FileSize:N0} bytes");
        transcript.Value("SHA-256", picture.Sha256);
    }
}
