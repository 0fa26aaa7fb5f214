using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelInheritanceRecursive0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelInheritanceRecursive : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var extension = new Extension
        {
            Level = 0,
            Extension2 = [new Extension { Level = 1, Extension2 = [new Extension { Level = 2 }] }, new Extension { Level = 1 }],
        };
        return new ScenarioCalls("Type_Model_Inheritance_Recursive")
        {
            { "*", extension, client.GetAsync, client.PutAsync },
        };
    }
}
