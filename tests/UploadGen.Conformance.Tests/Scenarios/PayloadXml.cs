using UploadGen.Conformance.Tests.PayloadXml0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadXml : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var foo = new SimpleModel { Name = "foo", Age = 123 };
        var bar = new SimpleModel { Name = "bar", Age = 456 };
        string[] colors = ["red", "green", "blue"];
        int[] counts = [1, 2];
        return new ScenarioCalls("Payload_Xml")
        {
            { "SimpleModelValue_*", foo, client.SimpleModelValueGetAsync, client.SimpleModelValuePutAsync },
            {
                "ModelWithSimpleArraysValue_*",
                new ModelWithSimpleArrays { Colors = colors, Counts = counts },
                client.ModelWithSimpleArraysValueGetAsync,
                client.ModelWithSimpleArraysValuePutAsync
            },
            {
                "ModelWithArrayOfModelValue_*",
                new ModelWithArrayOfModel { Items = [foo, bar] },
                client.ModelWithArrayOfModelValueGetAsync,
                client.ModelWithArrayOfModelValuePutAsync
            },
            {
                "ModelWithOptionalFieldValue_*",
                new ModelWithOptionalField { Item = "widget" },
                client.ModelWithOptionalFieldValueGetAsync,
                client.ModelWithOptionalFieldValuePutAsync
            },
            {
                "ModelWithAttributesValue_*",
                new ModelWithAttributes { Id1 = 123, Id2 = "foo", Enabled = true },
                client.ModelWithAttributesValueGetAsync,
                client.ModelWithAttributesValuePutAsync
            },
            {
                "ModelWithUnwrappedArrayValue_*",
                new ModelWithUnwrappedArray { Colors = colors, Counts = counts },
                client.ModelWithUnwrappedArrayValueGetAsync,
                client.ModelWithUnwrappedArrayValuePutAsync
            },
            {
                "ModelWithRenamedArraysValue_*",
                new ModelWithRenamedArrays { Colors = colors, Counts = counts },
                client.ModelWithRenamedArraysValueGetAsync,
                client.ModelWithRenamedArraysValuePutAsync
            },
            {
                "ModelWithRenamedFieldsValue_*",
                new ModelWithRenamedFields { InputData = foo, OutputData = bar },
                client.ModelWithRenamedFieldsValueGetAsync,
                client.ModelWithRenamedFieldsValuePutAsync
            },
            {
                "ModelWithEmptyArrayValue_*",
                new ModelWithEmptyArray { Items = [] },
                client.ModelWithEmptyArrayValueGetAsync,
                client.ModelWithEmptyArrayValuePutAsync
            },
            {
                "ModelWithTextValue_*",
                new ModelWithText { Language = "foo", Content = "\n  This is some text.\n" },
                client.ModelWithTextValueGetAsync,
                client.ModelWithTextValuePutAsync
            },
            {
                "ModelWithDictionaryValue_*",
                new ModelWithDictionary { Metadata = new Dictionary<string, string> { ["Color"] = "blue", ["Count"] = "123", ["Enabled"] = "false" } },
                client.ModelWithDictionaryValueGetAsync,
                client.ModelWithDictionaryValuePutAsync
            },
            {
                "ModelWithEncodedNamesValue_*",
                new ModelWithEncodedNames { ModelData = foo, Colors = colors },
                client.ModelWithEncodedNamesValueGetAsync,
                client.ModelWithEncodedNamesValuePutAsync
            },
            {
                "ModelWithEnumValue_*",
                new ModelWithEnum { Status = Status.Success },
                client.ModelWithEnumValueGetAsync,
                client.ModelWithEnumValuePutAsync
            },
            {
                "ModelWithDatetimeValue_*",
                new ModelWithDatetime { Rfc3339 = new(2022, 8, 26, 18, 38, 0, TimeSpan.Zero), Rfc7231 = "Fri, 26 Aug 2022 14:38:00 GMT" },
                client.ModelWithDatetimeValueGetAsync,
                client.ModelWithDatetimeValuePutAsync
            },
            {
                "XmlErrorValue_get",
                async stop =>
                {
                    var error = await Answer.Refused<XmlErrorBody>(400, client.XmlErrorValueGetAsync(stop));
                    Assert.Equal("Something went wrong 400", $"{error.Message} {error.Code}");
                }
            },
        };
    }
}
