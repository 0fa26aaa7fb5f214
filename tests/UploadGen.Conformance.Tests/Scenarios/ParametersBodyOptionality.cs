using UploadGen.Conformance.Tests.ParametersBodyOptionality0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersBodyOptionality : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var foo = new BodyModel { Name = "foo" };
        return new ScenarioCalls("Parameters_BodyOptionality")
        {
            { "requiredExplicit", foo, client.RequiredExplicitAsync },
            { "requiredImplicit", foo, client.RequiredImplicitAsync },
            {
                "OptionalExplicit",
                async stop =>
                {
                    await client.OptionalExplicitSetAsync(foo, stop);
                    await client.OptionalExplicitOmitAsync(cancellationToken: stop);
                }
            },
        };
    }
}
