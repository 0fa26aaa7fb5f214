using UploadGen.Conformance.Tests.PayloadContentNegotiation0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadContentNegotiation : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Payload_ContentNegotiation")
        {
            {
                "SameBody",
                async stop =>
                {
                    await Answer.HasBytes(server.Asset("image.png"), client.SameBodyGetAvatarAsPngSameBodyGetAvatarAsJpegAsync(new("image/png"), stop));
                    await Answer.HasBytes(server.Asset("image.jpg"), client.SameBodyGetAvatarAsPngSameBodyGetAvatarAsJpegAsync(new("image/jpeg"), stop));
                }
            },
            {
                "DifferentBody",
                async stop =>
                {
                    await Answer.HasBytes(server.Asset("image.png"), client.DifferentBodyGetAvatarAsPngDifferentBodyGetAvatarAsJsonPngAsync(stop));
                    var json = await client.DifferentBodyGetAvatarAsPngDifferentBodyGetAvatarAsJsonAsync(stop);
                    Assert.Equal(server.Asset("image.png"), json.Content);
                }
            },
        };
    }
}
