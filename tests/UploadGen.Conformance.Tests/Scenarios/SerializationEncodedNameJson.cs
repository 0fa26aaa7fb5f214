using UploadGen.Conformance.Tests.SerializationEncodedNameJson0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class SerializationEncodedNameJson : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Serialization_EncodedName_Json", writes: "send")
        {
            { "Property_*", new JsonEncodedNameModel { WireName = true }, client.PropertyGetAsync, client.PropertySendAsync },
        };
    }
}
