using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeUnion0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeUnion : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var cat = new Cat { Name = "test" };
        var strings = new StringAndArrayCases { String = "test", Array = StringAndArrayCasesArray.FromStringList(["test1", "test2"]) };
        var literals = new MixedLiteralsCases { StringLiteral = "a", IntLiteral = 2, FloatLiteral = 3.3, BooleanLiteral = true };
        var types = new MixedTypesCases { Model = cat, Literal = "a", Int = 2, Boolean = true, Array = [cat, "a", 2, true] };
        return new ScenarioCalls("Type_Union")
        {
            { "StringsOnly_get", async stop => Assert.Equal(StringsOnlyGetResponseProp.B, (await client.StringsOnlyGetAsync(stop)).Prop) },
            { "StringsOnly_send", new StringsOnlySendBody { Prop = StringsOnlySendBodyProp.B }, client.StringsOnlySendAsync },
            { "StringExtensible_get", async stop => Assert.Equal(new("custom"), (await client.StringExtensibleGetAsync(stop)).Prop) },
            { "StringExtensible_send", new StringExtensibleSendBody { Prop = new("custom") }, client.StringExtensibleSendAsync },
            { "StringExtensibleNamed_get", async stop => Assert.Equal(new("custom"), (await client.StringExtensibleNamedGetAsync(stop)).Prop) },
            { "StringExtensibleNamed_send", new StringExtensibleNamedSendBody { Prop = new("custom") }, client.StringExtensibleNamedSendAsync },
            { "IntsOnly_get", async stop => Assert.Equal(2, (await client.IntsOnlyGetAsync(stop)).Prop) },
            { "IntsOnly_send", new IntsOnlySendBody { Prop = 2 }, client.IntsOnlySendAsync },
            { "FloatsOnly_get", async stop => Assert.Equal(2.2, (await client.FloatsOnlyGetAsync(stop)).Prop) },
            { "FloatsOnly_send", new FloatsOnlySendBody { Prop = 2.2 }, client.FloatsOnlySendAsync },
            { "ModelsOnly_get", async stop => Assert.Equal(cat, (await client.ModelsOnlyGetAsync(stop)).Prop.Value) },
            { "ModelsOnly_send", new ModelsOnlySendBody { Prop = cat }, client.ModelsOnlySendAsync },
            {
                "EnumsOnly_get",
                async stop =>
                {
                    var answer = (await client.EnumsOnlyGetAsync(stop)).Prop;
                    Assert.Equal(Lr.Right, answer.Lr.Value);
                    Assert.Equal(Ud.Up, answer.Ud.Value);
                }
            },
            { "EnumsOnly_send", new EnumsOnlySendBody { Prop = new() { Lr = Lr.Right, Ud = Ud.Up } }, client.EnumsOnlySendAsync },
            { "StringAndArray_get", async stop => Answer.Is(strings, (await client.StringAndArrayGetAsync(stop)).Prop) },
            { "StringAndArray_send", new StringAndArraySendBody { Prop = strings }, client.StringAndArraySendAsync },
            { "MixedLiterals_get", async stop => Answer.Is(literals, (await client.MixedLiteralsGetAsync(stop)).Prop) },
            { "MixedLiterals_send", new MixedLiteralsSendBody { Prop = literals }, client.MixedLiteralsSendAsync },
            { "MixedTypes_get", async stop => Answer.Is(types, (await client.MixedTypesGetAsync(stop)).Prop) },
            { "MixedTypes_send", new MixedTypesSendBody { Prop = types }, client.MixedTypesSendAsync },
        };
    }
}
