using UploadGen.Conformance.Tests.ParametersCollectionFormat0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersCollectionFormat : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        string[] colors = ["blue", "red", "green"];
        return new ScenarioCalls("Parameters_CollectionFormat")
        {
            { "Query_multi", colors, client.QueryMultiAsync },
            { "Query_csv", colors, client.QueryCsvAsync },
            { "Query_ssv", colors, client.QuerySsvAsync },
            { "Query_pipes", colors, client.QueryPipesAsync },
            { "Header_csv", colors, client.HeaderCsvAsync },
        };
    }
}
