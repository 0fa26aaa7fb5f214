using UploadGen.Conformance.Tests.SpecialHeadersRepeatability0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class SpecialHeadersRepeatability : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("SpecialHeaders_Repeatability")
        {
            { "immediateSuccess", stop => client.ImmediateSuccessAsync("2378d9bc-1726-11ee-be56-0242ac120002", "Tue, 15 Nov 2022 12:45:26 GMT", stop) },
        };
    }
}
