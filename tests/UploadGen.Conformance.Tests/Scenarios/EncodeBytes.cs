using UploadGen.Conformance.Tests.EncodeBytes0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class EncodeBytes : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var bytes = "test"u8.ToArray();
        var png = server.Asset("image.png");
        var file = UploadContent.FromBytes(png, "image.png", "image/png");
        return new ScenarioCalls("Encode_Bytes")
        {
            { "Query_default", bytes, client.QueryDefaultAsync },
            { "Query_base64", bytes, client.QueryBase64Async },
            { "Query_base64url", "dGVzdA", client.QueryBase64urlAsync },
            { "Query_base64urlArray", stop => client.QueryBase64urlArrayAsync(["dGVzdA", "dGVzdA"], stop) },
            { "Property_default", new DefaultBytesProperty { Value = bytes }, client.PropertyDefaultAsync },
            { "Property_base64", new Base64BytesProperty { Value = bytes }, client.PropertyBase64Async },
            { "Property_base64url", new Base64urlBytesProperty { Value = "dGVzdA" }, client.PropertyBase64urlAsync },
            { "Property_base64urlArray", new Base64urlArrayBytesProperty { Value = ["dGVzdA", "dGVzdA"] }, client.PropertyBase64urlArrayAsync },
            { "Header_default", bytes, client.HeaderDefaultAsync },
            { "Header_base64", bytes, client.HeaderBase64Async },
            { "Header_base64url", "dGVzdA", client.HeaderBase64urlAsync },
            { "Header_base64urlArray", stop => client.HeaderBase64urlArrayAsync(["dGVzdA", "dGVzdA"], stop) },
            { "RequestBody_default", stop => client.RequestBodyDefaultAsync(file, cancellationToken: stop) },
            { "RequestBody_octetStream", stop => client.RequestBodyOctetStreamAsync(file, cancellationToken: stop) },
            { "RequestBody_customContentType", stop => client.RequestBodyCustomContentTypeAsync(file, cancellationToken: stop) },
            { "RequestBody_base64", bytes, client.RequestBodyBase64Async },
            { "RequestBody_base64url", bytes, client.RequestBodyBase64urlAsync },
            { "ResponseBody_default", stop => Answer.HasBytes(png, client.ResponseBodyDefaultAsync(stop)) },
            { "ResponseBody_octetStream", stop => Answer.HasBytes(png, client.ResponseBodyOctetStreamAsync(stop)) },
            { "ResponseBody_customContentType", stop => Answer.HasBytes(png, client.ResponseBodyCustomContentTypeAsync(stop)) },
            { "ResponseBody_base64", async stop => Assert.Equal(bytes, await client.ResponseBodyBase64Async(stop)) },
            { "ResponseBody_base64url", async stop => Assert.Equal("dGVzdA", await client.ResponseBodyBase64urlAsync(stop)) },
        };
    }
}
