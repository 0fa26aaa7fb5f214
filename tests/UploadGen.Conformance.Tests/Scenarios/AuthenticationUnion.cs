using UploadGen.Conformance.Tests.AuthenticationUnion0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class AuthenticationUnion : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        Client With(string scheme, string secret)
            => new(new ClientOptions { BaseAddress = server.Address, Credentials = { [scheme] = ApiCredential.FromToken(secret) } });
        return new ScenarioCalls("Authentication_Union")
        {
            { "validKey", stop => With("ApiKeyAuth", "valid-key").ValidKeyAsync(stop) },
            { "validToken", stop => With("OAuth2Auth", "https://security.microsoft.com/.default").ValidTokenAsync(stop) },
        };
    }
}
