using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeEnumFixed0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeEnumFixed : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var careless = new Client(new ClientOptions { BaseAddress = server.Address, ValidateRequests = false });
        return new ScenarioCalls("Type_Enum_Fixed_String")
        {
            { "*KnownValue", DaysOfWeekEnum.Monday, client.StringGetKnownValueAsync, client.StringPutKnownValueAsync },
            {
                "putUnknownValue",
                // The client wouldn't send it.
                async stop => Assert.Equal(
                    500, (await Assert.ThrowsAsync<ApiException>(() => careless.StringPutUnknownValueAsync(new("Weekend"), stop))).StatusCode)
            },
        };
    }
}
