using UploadGen.Conformance.Tests.SpecialHeadersConditionalRequest0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class SpecialHeadersConditionalRequest : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("SpecialHeaders_ConditionalRequest")
        {
            { "postIfMatch", "\"valid\"", client.PostIfMatchAsync },
            { "postIfNoneMatch", "\"invalid\"", client.PostIfNoneMatchAsync },
            { "headIfModifiedSince", "Fri, 26 Aug 2022 14:38:00 GMT", client.HeadIfModifiedSinceAsync },
            { "postIfUnmodifiedSince", "Fri, 26 Aug 2022 14:38:00 GMT", client.PostIfUnmodifiedSinceAsync },
        };
    }
}
