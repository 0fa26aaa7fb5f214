using UploadGen.Conformance.Tests.ParametersSpread0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersSpread : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Parameters_Spread")
        {
            { "Model_spreadAsRequestBody", new BodyParameter { Name = "foo" }, client.ModelSpreadAsRequestBodyAsync },
            { "Model_spreadCompositeRequestOnlyWithBody", new BodyParameter { Name = "foo" }, client.ModelSpreadCompositeRequestOnlyWithBodyAsync },
            { "Model_spreadCompositeRequestWithoutBody", stop => client.ModelSpreadCompositeRequestWithoutBodyAsync("foo", "bar", stop) },
            { "Model_spreadCompositeRequest", stop => client.ModelSpreadCompositeRequestAsync("foo", "bar", new() { Name = "foo" }, stop) },
            { "Model_spreadCompositeRequestMix", stop => client.ModelSpreadCompositeRequestMixAsync("foo", "bar", new() { Prop = "foo" }, stop) },
            { "Alias_spreadAsRequestBody", new AliasSpreadAsRequestBodyBody { Name = "foo" }, client.AliasSpreadAsRequestBodyAsync },
            { "Alias_spreadAsRequestParameter", stop => client.AliasSpreadAsRequestParameterAsync("1", "bar", new() { Name = "foo" }, stop) },
            {
                "Alias_spreadWithMultipleParameters",
                stop => client.AliasSpreadWithMultipleParametersAsync(
                    "1", "bar", new() { RequiredString = "foo", OptionalInt = 1, RequiredIntList = [1, 2], OptionalStringList = ["foo", "bar"] }, stop)
            },
            { "Alias_spreadParameterWithInnerModel", stop => client.AliasSpreadParameterWithInnerModelAsync("1", "bar", new() { Name = "foo" }, stop) },
            {
                "Alias_spreadParameterWithInnerAlias",
                stop => client.AliasSpreadParameterWithInnerAliasAsync("1", "bar", new() { Name = "foo", Age = 1 }, stop)
            },
        };
    }
}
