using UploadGen.Conformance.Tests.EncodeNumeric0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class EncodeNumeric : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Encode_Numeric_Property")
        {
            { "safeintAsString", new SafeintAsStringProperty { Value = "10000000000" }, client.PropertySafeintAsStringAsync },
            { "uint32AsStringOptional", new Uint32AsStringProperty { Value = "1" }, client.PropertyUint32AsStringOptionalAsync },
            { "uint8AsString", new Uint8AsStringProperty { Value = "255" }, client.PropertyUint8AsStringAsync },
        };
    }
}
