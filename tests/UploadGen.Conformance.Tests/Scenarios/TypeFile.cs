using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeFile0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeFile : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var png = server.Asset("image.png");
        var file = UploadContent.FromBytes(png, "image.png", "image/png");
        var json = Answer.Element("""{ "message": "test file content" }""");
        return new ScenarioCalls("Type_File_Body")
        {
            { "uploadFileSpecificContentType", stop => client.BodyUploadFileSpecificContentTypeAsync(file, cancellationToken: stop) },
            { "uploadFileJsonContentType", stop => client.BodyUploadFileJsonContentTypeAsync(json, stop) },
            { "uploadFileMultipleContentTypes", stop => client.BodyUploadFileMultipleContentTypesAsync(file, cancellationToken: stop) },
            { "uploadFileDefaultContentType", stop => client.BodyUploadFileDefaultContentTypeAsync(file, cancellationToken: stop) },
            { "downloadFileSpecificContentType", stop => Answer.HasBytes(png, client.BodyDownloadFileSpecificContentTypeAsync(stop)) },
            { "downloadFileJsonContentType", async stop => Answer.Is(json, await client.BodyDownloadFileJsonContentTypeAsync(stop)) },
            { "downloadFileMultipleContentTypes", stop => Answer.HasBytes(png, client.BodyDownloadFileMultipleContentTypesAsync(stop)) },
            { "downloadFileDefaultContentType", stop => Answer.HasBytes(png, client.BodyDownloadFileDefaultContentTypeAsync(stop)) },
        };
    }
}
