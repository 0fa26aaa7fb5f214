using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeScalar0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeScalar : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Scalar")
        {
            { "String_*", "test", client.StringGetAsync, client.StringPutAsync },
            { "Boolean_*", true, client.BooleanGetAsync, client.BooleanPutAsync },
            { "Unknown_*", Answer.Element("\"test\""), client.UnknownGetAsync, client.UnknownPutAsync },
            { "DecimalType_responseBody", async stop => Assert.Equal(0.33333m, await client.DecimalTypeResponseBodyAsync(stop)) },
            { "DecimalType_requestBody", 0.33333m, client.DecimalTypeRequestBodyAsync },
            { "DecimalType_requestParameter", 0.33333m, client.DecimalTypeRequestParameterAsync },
            { "Decimal128Type_responseBody", async stop => Assert.Equal(0.33333m, await client.Decimal128TypeResponseBodyAsync(stop)) },
            { "Decimal128Type_requestBody", 0.33333m, client.Decimal128TypeRequestBodyAsync },
            { "Decimal128Type_requestParameter", 0.33333m, client.Decimal128TypeRequestParameterAsync },
            { "DecimalVerify_prepareVerify", async stop => Assert.Equal([0.1m, 0.1m, 0.1m], await client.DecimalVerifyPrepareVerifyAsync(stop)) },
            { "DecimalVerify_verify", 0.1m + 0.1m + 0.1m, client.DecimalVerifyVerifyAsync },
            { "Decimal128Verify_prepareVerify", async stop => Assert.Equal([0.1m, 0.1m, 0.1m], await client.Decimal128VerifyPrepareVerifyAsync(stop)) },
            { "Decimal128Verify_verify", 0.1m + 0.1m + 0.1m, client.Decimal128VerifyVerifyAsync },
        };
    }
}
