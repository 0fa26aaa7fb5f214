using UploadGen.Conformance.Tests.AuthenticationNoauthUnion0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class AuthenticationNoauthUnion : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var token = new ClientOptions
        {
            BaseAddress = server.Address,
            Credential = ApiCredential.FromToken("https://security.microsoft.com/.default"),
        };
        return new ScenarioCalls("Authentication_Noauth_Union")
        {
            { "validNoAuth", stop => new Client(new ClientOptions { BaseAddress = server.Address }).ValidNoAuthAsync(stop) },
            { "validToken", stop => new Client(token).ValidTokenAsync(stop) },
        };
    }
}
