using UploadGen.Conformance.Tests.PayloadXml0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadXml : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        const string simpleModel = """
            <SimpleModel>
              <name>foo</name>
              <age>123</age>
            </SimpleModel>
            """;
        const string modelWithSimpleArrays = """
            <ModelWithSimpleArrays>
              <colors>
                <string>red</string>
                <string>green</string>
                <string>blue</string>
              </colors>
              <counts>
                <int32>1</int32>
                <int32>2</int32>
              </counts>
            </ModelWithSimpleArrays>
            """;
        const string modelWithArrayOfModel = """
            <ModelWithArrayOfModel>
              <items>
                <SimpleModel>
                  <name>foo</name>
                  <age>123</age>
                </SimpleModel>
                <SimpleModel>
                  <name>bar</name>
                  <age>456</age>
                </SimpleModel>
              </items>
            </ModelWithArrayOfModel>
            """;
        const string modelWithOptionalField = """
            <ModelWithOptionalField>
              <item>widget</item>
            </ModelWithOptionalField>
            """;
        const string modelWithAttributes = """
            <ModelWithAttributes id1="123" id2="foo">
              <enabled>true</enabled>
            </ModelWithAttributes>
            """;
        const string modelWithUnwrappedArray = """
            <ModelWithUnwrappedArray>
              <colors>red</colors>
              <colors>green</colors>
              <colors>blue</colors>
              <counts>
                <int32>1</int32>
                <int32>2</int32>
              </counts>
            </ModelWithUnwrappedArray>
            """;
        const string modelWithRenamedArrays = """
            <ModelWithRenamedArrays>
              <Colors>red</Colors>
              <Colors>green</Colors>
              <Colors>blue</Colors>
              <Counts>
                <int32>1</int32>
                <int32>2</int32>
              </Counts>
            </ModelWithRenamedArrays>
            """;
        const string modelWithRenamedFields = """
            <ModelWithRenamedFieldsSrc>
              <InputData>
                <name>foo</name>
                <age>123</age>
              </InputData>
              <OutputData>
                <name>bar</name>
                <age>456</age>
              </OutputData>
            </ModelWithRenamedFieldsSrc>
            """;
        const string modelWithEmptyArray = """
            <ModelWithEmptyArray>
              <items />
            </ModelWithEmptyArray>
            """;
        const string modelWithText = """
            <ModelWithText language="foo">
              This is some text.
            </ModelWithText>
            """;
        const string modelWithDictionary = """
            <ModelWithDictionary>
              <metadata>
                <Color>blue</Color>
                <Count>123</Count>
                <Enabled>false</Enabled>
              </metadata>
            </ModelWithDictionary>
            """;
        const string modelWithEncodedNames = """
            <ModelWithEncodedNamesSrc>
              <SimpleModelData>
                <name>foo</name>
                <age>123</age>
              </SimpleModelData>
              <PossibleColors>
                <string>red</string>
                <string>green</string>
                <string>blue</string>
              </PossibleColors>
            </ModelWithEncodedNamesSrc>
            """;
        const string modelWithEnum = """
            <ModelWithEnum>
              <status>success</status>
            </ModelWithEnum>
            """;
        const string modelWithDatetime = """
            <ModelWithDatetime>
              <rfc3339>2022-08-26T18:38:00.000Z</rfc3339>
              <rfc7231>Fri, 26 Aug 2022 14:38:00 GMT</rfc7231>
            </ModelWithDatetime>
            """;
        return new ScenarioCalls("Payload_Xml")
        {
            { "SimpleModelValue_get", async stop => Answer.IsXml(simpleModel, await client.SimpleModelValueGetAsync(stop)) },
            { "SimpleModelValue_put", simpleModel, client.SimpleModelValuePutAsync },
            { "ModelWithSimpleArraysValue_get", async stop => Answer.IsXml(modelWithSimpleArrays, await client.ModelWithSimpleArraysValueGetAsync(stop)) },
            { "ModelWithSimpleArraysValue_put", modelWithSimpleArrays, client.ModelWithSimpleArraysValuePutAsync },
            { "ModelWithArrayOfModelValue_get", async stop => Answer.IsXml(modelWithArrayOfModel, await client.ModelWithArrayOfModelValueGetAsync(stop)) },
            { "ModelWithArrayOfModelValue_put", modelWithArrayOfModel, client.ModelWithArrayOfModelValuePutAsync },
            {
                "ModelWithOptionalFieldValue_get",
                async stop => Answer.IsXml(modelWithOptionalField, await client.ModelWithOptionalFieldValueGetAsync(stop))
            },
            { "ModelWithOptionalFieldValue_put", modelWithOptionalField, client.ModelWithOptionalFieldValuePutAsync },
            { "ModelWithAttributesValue_get", async stop => Answer.IsXml(modelWithAttributes, await client.ModelWithAttributesValueGetAsync(stop)) },
            { "ModelWithAttributesValue_put", modelWithAttributes, client.ModelWithAttributesValuePutAsync },
            {
                "ModelWithUnwrappedArrayValue_get",
                async stop => Answer.IsXml(modelWithUnwrappedArray, await client.ModelWithUnwrappedArrayValueGetAsync(stop))
            },
            { "ModelWithUnwrappedArrayValue_put", modelWithUnwrappedArray, client.ModelWithUnwrappedArrayValuePutAsync },
            {
                "ModelWithRenamedArraysValue_get",
                async stop => Answer.IsXml(modelWithRenamedArrays, await client.ModelWithRenamedArraysValueGetAsync(stop))
            },
            { "ModelWithRenamedArraysValue_put", modelWithRenamedArrays, client.ModelWithRenamedArraysValuePutAsync },
            {
                "ModelWithRenamedFieldsValue_get",
                async stop => Answer.IsXml(modelWithRenamedFields, await client.ModelWithRenamedFieldsValueGetAsync(stop))
            },
            { "ModelWithRenamedFieldsValue_put", modelWithRenamedFields, client.ModelWithRenamedFieldsValuePutAsync },
            { "ModelWithEmptyArrayValue_get", async stop => Answer.IsXml(modelWithEmptyArray, await client.ModelWithEmptyArrayValueGetAsync(stop)) },
            { "ModelWithEmptyArrayValue_put", modelWithEmptyArray, client.ModelWithEmptyArrayValuePutAsync },
            { "ModelWithTextValue_get", async stop => Answer.IsXml(modelWithText, await client.ModelWithTextValueGetAsync(stop)) },
            { "ModelWithTextValue_put", modelWithText, client.ModelWithTextValuePutAsync },
            { "ModelWithDictionaryValue_get", async stop => Answer.IsXml(modelWithDictionary, await client.ModelWithDictionaryValueGetAsync(stop)) },
            { "ModelWithDictionaryValue_put", modelWithDictionary, client.ModelWithDictionaryValuePutAsync },
            { "ModelWithEncodedNamesValue_get", async stop => Answer.IsXml(modelWithEncodedNames, await client.ModelWithEncodedNamesValueGetAsync(stop)) },
            { "ModelWithEncodedNamesValue_put", modelWithEncodedNames, client.ModelWithEncodedNamesValuePutAsync },
            { "ModelWithEnumValue_get", async stop => Answer.IsXml(modelWithEnum, await client.ModelWithEnumValueGetAsync(stop)) },
            { "ModelWithEnumValue_put", modelWithEnum, client.ModelWithEnumValuePutAsync },
            { "ModelWithDatetimeValue_get", async stop => Answer.IsXml(modelWithDatetime, await client.ModelWithDatetimeValueGetAsync(stop)) },
            { "ModelWithDatetimeValue_put", modelWithDatetime, client.ModelWithDatetimeValuePutAsync },
            {
                "XmlErrorValue_get",
                async stop => Assert.Equal(400, (await Assert.ThrowsAsync<ApiException>(() => client.XmlErrorValueGetAsync(stop))).StatusCode)
            },
        };
    }
}
