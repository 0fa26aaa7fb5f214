using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeEnumExtensible0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeEnumExtensible : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Enum_Extensible_String")
        {
            { "*KnownValue", DaysOfWeekExtensibleEnum.Monday, client.StringGetKnownValueAsync, client.StringPutKnownValueAsync },
            { "*UnknownValue", new DaysOfWeekExtensibleEnum("Weekend"), client.StringGetUnknownValueAsync, client.StringPutUnknownValueAsync },
        };
    }
}
