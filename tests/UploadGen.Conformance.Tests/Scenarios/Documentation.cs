using UploadGen.Conformance.Tests.Documentation0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class Documentation : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Documentation")
        {
            { "Lists_bulletPointsOp", client.ListsBulletPointsOpAsync },
            {
                "Lists_bulletPointsModel",
                new ListsBulletPointsModelBody { Input = new() { Prop = BulletPointsEnum.Simple } },
                client.ListsBulletPointsModelAsync
            },
            { "Lists_numbered", client.ListsNumberedAsync },
            { "TextFormatting_boldText", client.TextFormattingBoldTextAsync },
            { "TextFormatting_italicText", client.TextFormattingItalicTextAsync },
            { "TextFormatting_combinedFormatting", client.TextFormattingCombinedFormattingAsync },
        };
    }
}
