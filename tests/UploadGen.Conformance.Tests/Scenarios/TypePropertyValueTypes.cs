using System.Text.Json;
using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypePropertyValueTypes0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypePropertyValueTypes : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Property_ValueTypes")
        {
            { "Boolean_*", new BooleanProperty { Property = true }, client.BooleanGetAsync, client.BooleanPutAsync },
            { "String_*", new StringProperty { Property = "hello" }, client.StringGetAsync, client.StringPutAsync },
            { "Bytes_*", new BytesProperty { Property = "hello, world!"u8.ToArray() }, client.BytesGetAsync, client.BytesPutAsync },
            { "Int_*", new IntProperty { Property = 42 }, client.IntGetAsync, client.IntPutAsync },
            { "Float_*", new FloatProperty { Property = 43.125f }, client.FloatGetAsync, client.FloatPutAsync },
            { "Decimal_*", new DecimalProperty { Property = 0.33333m }, client.DecimalGetAsync, client.DecimalPutAsync },
            { "Decimal128_*", new Decimal128Property { Property = 0.33333m }, client.Decimal128GetAsync, client.Decimal128PutAsync },
            {
                "Datetime_*",
                new DatetimeProperty { Property = new(2022, 8, 26, 18, 38, 0, TimeSpan.Zero) },
                client.DatetimeGetAsync,
                client.DatetimePutAsync
            },
            { "Duration_*", new DurationProperty { Property = "P123DT22H14M12.011S" }, client.DurationGetAsync, client.DurationPutAsync },
            { "Enum_*", new EnumProperty { Property = FixedInnerEnum.ValueOne }, client.EnumGetAsync, client.EnumPutAsync },
            {
                "ExtensibleEnum_*",
                new ExtensibleEnumProperty { Property = new("UnknownValue") },
                client.ExtensibleEnumGetAsync,
                client.ExtensibleEnumPutAsync
            },
            { "Model_*", new ModelProperty { Property = new() { Property = "hello" } }, client.ModelGetAsync, client.ModelPutAsync },
            {
                "CollectionsString_*",
                new CollectionsStringProperty { Property = ["hello", "world"] },
                client.CollectionsStringGetAsync,
                client.CollectionsStringPutAsync
            },
            { "CollectionsInt_*", new CollectionsIntProperty { Property = [1, 2] }, client.CollectionsIntGetAsync, client.CollectionsIntPutAsync },
            {
                "CollectionsModel_*",
                new CollectionsModelProperty { Property = [new() { Property = "hello" }, new() { Property = "world" }] },
                client.CollectionsModelGetAsync,
                client.CollectionsModelPutAsync
            },
            {
                "DictionaryString_*",
                new DictionaryStringProperty { Property = new Dictionary<string, string> { ["k1"] = "hello", ["k2"] = "world" } },
                client.DictionaryStringGetAsync,
                client.DictionaryStringPutAsync
            },
            {
                "UnknownString_*",
                new UnknownStringProperty { Property = Answer.Element("\"hello\"") },
                client.UnknownStringGetAsync,
                client.UnknownStringPutAsync
            },
            { "UnknownInt_*", new UnknownIntProperty { Property = Answer.Element("42") }, client.UnknownIntGetAsync, client.UnknownIntPutAsync },
            {
                "UnknownDict_*",
                new UnknownDictProperty { Property = Answer.Element("""{ "k1": "hello", "k2": 42 }""") },
                client.UnknownDictGetAsync,
                client.UnknownDictPutAsync
            },
            {
                "UnknownArray_*",
                new UnknownArrayProperty { Property = Answer.Element("""["hello", "world"]""") },
                client.UnknownArrayGetAsync,
                client.UnknownArrayPutAsync
            },
            { "StringLiteral_*", new StringLiteralProperty(), client.StringLiteralGetAsync, client.StringLiteralPutAsync },
            { "IntLiteral_*", new IntLiteralProperty { Property = 42 }, client.IntLiteralGetAsync, client.IntLiteralPutAsync },
            { "FloatLiteral_*", new FloatLiteralProperty { Property = 43.125 }, client.FloatLiteralGetAsync, client.FloatLiteralPutAsync },
            { "BooleanLiteral_*", new BooleanLiteralProperty { Property = true }, client.BooleanLiteralGetAsync, client.BooleanLiteralPutAsync },
            {
                "UnionStringLiteral_*",
                new UnionStringLiteralProperty { Property = UnionStringLiteralPropertyProperty.World },
                client.UnionStringLiteralGetAsync,
                client.UnionStringLiteralPutAsync
            },
            { "UnionIntLiteral_*", new UnionIntLiteralProperty { Property = 42 }, client.UnionIntLiteralGetAsync, client.UnionIntLiteralPutAsync },
            {
                "UnionFloatLiteral_*",
                new UnionFloatLiteralProperty { Property = 46.875 },
                client.UnionFloatLiteralGetAsync,
                client.UnionFloatLiteralPutAsync
            },
            { "UnionEnumValue_*", new UnionEnumValueProperty(), client.UnionEnumValueGetAsync, client.UnionEnumValuePutAsync },
            { "Never_*", new Dictionary<string, JsonElement>(), client.NeverGetAsync, client.NeverPutAsync },
        };
    }
}
