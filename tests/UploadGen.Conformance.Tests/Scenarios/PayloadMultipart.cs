using UploadGen.Conformance.Tests.PayloadMultipart0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadMultipart : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        const string octets = "application/octet-stream";
        var jpg = UploadContent.FromBytes(server.Asset("image.jpg"), "image.jpg", octets);
        var png = UploadContent.FromBytes(server.Asset("image.png"), "image.png", octets);
        var image = UploadContent.FromBytes(server.Asset("image.png"), "image.png", "image/png");
        var hello = UploadContent.FromBytes(server.Asset("image.jpg"), "hello.jpg", "image/jpg");
        var address = new Address { City = "X" };
        return new ScenarioCalls("Payload_MultiPart_FormData")
        {
            { "basic", stop => client.FormDataBasicAsync("123", jpg, cancellationToken: stop) },
            { "withWireName", stop => client.FormDataWithWireNameAsync("123", jpg, cancellationToken: stop) },
            { "fileArrayAndBasic", stop => client.FormDataFileArrayAndBasicAsync("123", address, jpg, [png, png], cancellationToken: stop) },
            { "jsonPart", stop => client.FormDataJsonPartAsync(address, jpg, cancellationToken: stop) },
            { "binaryArrayParts", stop => client.FormDataBinaryArrayPartsAsync("123", [png, png], cancellationToken: stop) },
            {
                "multiBinaryParts",
                async stop =>
                {
                    await client.FormDataMultiBinaryPartsAsync(jpg, cancellationToken: stop);
                    await client.FormDataMultiBinaryPartsAsync(jpg, png, cancellationToken: stop);
                }
            },
            { "checkFileNameAndContentType", stop => client.FormDataCheckFileNameAndContentTypeAsync("123", hello, cancellationToken: stop) },
            { "anonymousModel", stop => client.FormDataAnonymousModelAsync(jpg, cancellationToken: stop) },
            {
                "optionalParts",
                async stop =>
                {
                    await client.FormDataOptionalPartsAsync(id: "123", cancellationToken: stop);
                    await client.FormDataOptionalPartsAsync(profileImage: jpg, cancellationToken: stop);
                    await client.FormDataOptionalPartsAsync("123", jpg, cancellationToken: stop);
                }
            },
            { "HttpParts_ContentType_imageJpegContentType", stop => client.ContentTypeImageJpegContentTypeAsync(hello, cancellationToken: stop) },
            { "HttpParts_ContentType_requiredContentType", stop => client.ContentTypeRequiredContentTypeAsync(jpg, cancellationToken: stop) },
            { "HttpParts_ContentType_optionalContentType", stop => client.ContentTypeOptionalContentTypeAsync(jpg, cancellationToken: stop) },
            {
                "HttpParts_jsonArrayAndFileArray",
                stop => client.HttpPartsJsonArrayAndFileArrayAsync(
                    "123", address, jpg, [new Address { City = "Y" }, new Address { City = "Z" }], [png, png], cancellationToken: stop)
            },
            { "HttpParts_NonString_float", 0.5, client.NonStringFloatAsync },
            { "File_uploadFileSpecificContentType", stop => client.FileUploadFileSpecificContentTypeAsync(image, cancellationToken: stop) },
            { "File_uploadFileRequiredFilename", stop => client.FileUploadFileRequiredFilenameAsync(image, cancellationToken: stop) },
            { "File_uploadFileArray", stop => client.FileUploadFileArrayAsync([image, image], cancellationToken: stop) },
        };
    }
}
