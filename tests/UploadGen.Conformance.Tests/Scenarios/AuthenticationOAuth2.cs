using UploadGen.Conformance.Tests.AuthenticationOauth2_0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class AuthenticationOAuth2 : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        Client With(string token) => new(new ClientOptions { BaseAddress = server.Address, Credential = ApiCredential.FromToken(token) });
        return new ScenarioCalls("Authentication_OAuth2")
        {
            { "valid", stop => With("https://security.microsoft.com/.default").ValidAsync(stop) },
            { "invalid", async stop => Assert.Equal("invalid-grant", (await Answer.Refused<InvalidAuth>(403, With("no grant").InvalidAsync(stop))).Error) },
        };
    }
}
