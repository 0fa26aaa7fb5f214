using UploadGen.Conformance.Tests.PayloadMediaType0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadMediaType : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Payload_MediaType_StringBody")
        {
            { "sendAsText", "{cat}", client.StringBodySendAsTextAsync },
            { "getAsText", async stop => Assert.Equal("{cat}", await client.StringBodyGetAsTextAsync(stop)) },
            { "sendAsJson", "foo", client.StringBodySendAsJsonAsync },
            { "getAsJson", async stop => Assert.Equal("foo", await client.StringBodyGetAsJsonAsync(stop)) },
        };
    }
}
