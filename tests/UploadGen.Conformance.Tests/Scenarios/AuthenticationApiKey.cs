using UploadGen.Conformance.Tests.AuthenticationApiKey0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class AuthenticationApiKey : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        Client With(string key) => new(new ClientOptions { BaseAddress = server.Address, Credential = ApiCredential.FromToken(key) });
        return new ScenarioCalls("Authentication_ApiKey")
        {
            { "valid", stop => With("valid-key").ValidAsync(stop) },
            {
                "invalid",
                async stop => Assert.Equal("invalid-api-key", (await Answer.Refused<InvalidAuth>(403, With("invalid-key").InvalidAsync(stop))).Error)
            },
        };
    }
}
