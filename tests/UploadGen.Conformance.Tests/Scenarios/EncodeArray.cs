using UploadGen.Conformance.Tests.EncodeArray0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class EncodeArray : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Encode_Array_Property")
        {
            { "commaDelimited", new CommaDelimitedArrayProperty { Value = "blue,red,green" }, client.PropertyCommaDelimitedAsync },
            { "spaceDelimited", new SpaceDelimitedArrayProperty { Value = "blue red green" }, client.PropertySpaceDelimitedAsync },
            { "pipeDelimited", new PipeDelimitedArrayProperty { Value = "blue|red|green" }, client.PropertyPipeDelimitedAsync },
            { "newlineDelimited", new NewlineDelimitedArrayProperty { Value = "blue\nred\ngreen" }, client.PropertyNewlineDelimitedAsync },
            { "enumCommaDelimited", new CommaDelimitedEnumArrayProperty { Value = "blue,red,green" }, client.PropertyEnumCommaDelimitedAsync },
            { "enumSpaceDelimited", new SpaceDelimitedEnumArrayProperty { Value = "blue red green" }, client.PropertyEnumSpaceDelimitedAsync },
            { "enumPipeDelimited", new PipeDelimitedEnumArrayProperty { Value = "blue|red|green" }, client.PropertyEnumPipeDelimitedAsync },
            { "enumNewlineDelimited", new NewlineDelimitedEnumArrayProperty { Value = "blue\nred\ngreen" }, client.PropertyEnumNewlineDelimitedAsync },
            {
                "extensibleEnumCommaDelimited",
                new CommaDelimitedExtensibleEnumArrayProperty { Value = "blue,red,green" },
                client.PropertyExtensibleEnumCommaDelimitedAsync
            },
            {
                "extensibleEnumSpaceDelimited",
                new SpaceDelimitedExtensibleEnumArrayProperty { Value = "blue red green" },
                client.PropertyExtensibleEnumSpaceDelimitedAsync
            },
            {
                "extensibleEnumPipeDelimited",
                new PipeDelimitedExtensibleEnumArrayProperty { Value = "blue|red|green" },
                client.PropertyExtensibleEnumPipeDelimitedAsync
            },
            {
                "extensibleEnumNewlineDelimited",
                new NewlineDelimitedExtensibleEnumArrayProperty { Value = "blue\nred\ngreen" },
                client.PropertyExtensibleEnumNewlineDelimitedAsync
            },
        };
    }
}
