using Quickstart.Images;
using Quickstart.Output;
using UploadGen;
using UploadServer;

namespace Quickstart.Flows;

/// <summary>One multipart/form-data request with the file in it.</summary>
internal sealed class ImagesFlow(EmbeddedUploadServer server, Transcript transcript) : IFlow
{
    private const long MaxLength = 25 * 1024 * 1024;

    private readonly ImagesClient _client = new(new ImagesClientOptions
    {
        BaseAddress = server.BaseAddress,
        Credential = ApiCredential.FromToken(server.ApiKey),
    });

    public string Title => "Images: one multipart request";

    public async Task RunAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var image = await transcript.UploadAsync(content, progress => _client.UploadAsync(content, progress, cancellationToken));

        transcript.Requests("upload");
        transcript.Value("upload key", image.UploadKey);
        transcript.Url("image URL", image.ImageUrl);

        await transcript.RefusalAsync("UploadAsync", MaxLength, tooLarge => _client.UploadAsync(tooLarge, cancellationToken: cancellationToken));
    }
}
