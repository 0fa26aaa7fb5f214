using System.Text.Json;
using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypePropertyAdditionalProperties0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypePropertyAdditionalProperties : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var ok = new ModelForRecord { State = "ok" };
        var unknown = new Dictionary<string, JsonElement>
        {
            ["prop1"] = Answer.Element("32"),
            ["prop2"] = Answer.Element("true"),
            ["prop3"] = Answer.Element("\"abc\""),
        };
        var widget1 = new WidgetData1 { Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), End = new(2021, 1, 2, 0, 0, 0, TimeSpan.Zero) };
        var widget2 = new WidgetData2 { Start = "2021-01-01T00:00:00Z" };
        var widgets = SpreadRecordForNonDiscriminatedUnion3Value.FromWidgetData2List([widget2, widget2]);
        return new ScenarioCalls("Type_Property_AdditionalProperties")
        {
            {
                "ExtendsUnknown_*",
                new ExtendsUnknownAdditionalProperties { Name = "ExtendsUnknownAdditionalProperties", AdditionalProperties = unknown },
                client.ExtendsUnknownGetAsync,
                client.ExtendsUnknownPutAsync
            },
            {
                "ExtendsUnknownDerived_*",
                new ExtendsUnknownAdditionalPropertiesDerived
                {
                    Name = "ExtendsUnknownAdditionalProperties",
                    Index = 314,
                    Age = 2.71875f,
                    AdditionalProperties = unknown,
                },
                client.ExtendsUnknownDerivedGetAsync,
                client.ExtendsUnknownDerivedPutAsync
            },
            {
                "IsUnknown_*",
                new IsUnknownAdditionalProperties { Name = "IsUnknownAdditionalProperties", AdditionalProperties = unknown },
                client.IsUnknownGetAsync,
                client.IsUnknownPutAsync
            },
            {
                "IsUnknownDerived_*",
                new IsUnknownAdditionalPropertiesDerived
                {
                    Name = "IsUnknownAdditionalProperties",
                    Index = 314,
                    Age = 2.71875f,
                    AdditionalProperties = unknown,
                },
                client.IsUnknownDerivedGetAsync,
                client.IsUnknownDerivedPutAsync
            },
            {
                "ExtendsUnknownDiscriminated_*",
                (ExtendsUnknownAdditionalPropertiesDiscriminated)new ExtendsUnknownAdditionalPropertiesDiscriminatedDerived
                {
                    Name = "Derived",
                    Index = 314,
                    Age = 2.71875f,
                    AdditionalProperties = unknown,
                },
                client.ExtendsUnknownDiscriminatedGetAsync,
                client.ExtendsUnknownDiscriminatedPutAsync
            },
            {
                "IsUnknownDiscriminated_*",
                (IsUnknownAdditionalPropertiesDiscriminated)new IsUnknownAdditionalPropertiesDiscriminatedDerived
                {
                    Name = "Derived",
                    Index = 314,
                    Age = 2.71875f,
                    AdditionalProperties = unknown,
                },
                client.IsUnknownDiscriminatedGetAsync,
                client.IsUnknownDiscriminatedPutAsync
            },
            {
                "ExtendsString_*",
                new ExtendsStringAdditionalProperties
                {
                    Name = "ExtendsStringAdditionalProperties",
                    AdditionalProperties = new Dictionary<string,
                    string> { ["prop"] = "abc" },
                },
                client.ExtendsStringGetAsync,
                client.ExtendsStringPutAsync
            },
            {
                "IsString_*",
                new IsStringAdditionalProperties
                {
                    Name = "IsStringAdditionalProperties",
                    AdditionalProperties = new Dictionary<string,
                    string> { ["prop"] = "abc" },
                },
                client.IsStringGetAsync,
                client.IsStringPutAsync
            },
            {
                "SpreadString_*",
                new SpreadStringRecord { Name = "SpreadSpringRecord", AdditionalProperties = new Dictionary<string, string> { ["prop"] = "abc" } },
                client.SpreadStringGetAsync,
                client.SpreadStringPutAsync
            },
            {
                "ExtendsFloat_*",
                new ExtendsFloatAdditionalProperties { Id = 43.125f, AdditionalProperties = new Dictionary<string, float> { ["prop"] = 43.125f } },
                client.ExtendsFloatGetAsync,
                client.ExtendsFloatPutAsync
            },
            {
                "IsFloat_*",
                new IsFloatAdditionalProperties { Id = 43.125f, AdditionalProperties = new Dictionary<string, float> { ["prop"] = 43.125f } },
                client.IsFloatGetAsync,
                client.IsFloatPutAsync
            },
            {
                "SpreadFloat_*",
                new SpreadFloatRecord { Id = 43.125f, AdditionalProperties = new Dictionary<string, float> { ["prop"] = 43.125f } },
                client.SpreadFloatGetAsync,
                client.SpreadFloatPutAsync
            },
            {
                "ExtendsModel_*",
                new ExtendsModelAdditionalProperties { KnownProp = ok, AdditionalProperties = new Dictionary<string, ModelForRecord> { ["prop"] = ok } },
                client.ExtendsModelGetAsync,
                client.ExtendsModelPutAsync
            },
            {
                "IsModel_*",
                new IsModelAdditionalProperties { KnownProp = ok, AdditionalProperties = new Dictionary<string, ModelForRecord> { ["prop"] = ok } },
                client.IsModelGetAsync,
                client.IsModelPutAsync
            },
            {
                "SpreadModel_*",
                new SpreadModelRecord { KnownProp = ok, AdditionalProperties = new Dictionary<string, ModelForRecord> { ["prop"] = ok } },
                client.SpreadModelGetAsync,
                client.SpreadModelPutAsync
            },
            {
                "ExtendsModelArray_*",
                new ExtendsModelArrayAdditionalProperties
                {
                    KnownProp = [ok, ok],
                    AdditionalProperties = new Dictionary<string,
                    IReadOnlyList<ModelForRecord>> { ["prop"] = [ok, ok] },
                },
                client.ExtendsModelArrayGetAsync,
                client.ExtendsModelArrayPutAsync
            },
            {
                "IsModelArray_*",
                new IsModelArrayAdditionalProperties
                {
                    KnownProp = [ok, ok],
                    AdditionalProperties = new Dictionary<string,
                    IReadOnlyList<ModelForRecord>> { ["prop"] = [ok, ok] },
                },
                client.IsModelArrayGetAsync,
                client.IsModelArrayPutAsync
            },
            {
                "SpreadModelArray_*",
                new SpreadModelArrayRecord
                {
                    KnownProp = [ok, ok],
                    AdditionalProperties = new Dictionary<string,
                    IReadOnlyList<ModelForRecord>> { ["prop"] = [ok, ok] },
                },
                client.SpreadModelArrayGetAsync,
                client.SpreadModelArrayPutAsync
            },
            {
                "SpreadDifferentString_*",
                new DifferentSpreadStringRecord { Id = 43.125f, AdditionalProperties = new Dictionary<string, string> { ["prop"] = "abc" } },
                client.SpreadDifferentStringGetAsync,
                client.SpreadDifferentStringPutAsync
            },
            {
                "SpreadDifferentFloat_*",
                new DifferentSpreadFloatRecord { Name = "abc", AdditionalProperties = new Dictionary<string, float> { ["prop"] = 43.125f } },
                client.SpreadDifferentFloatGetAsync,
                client.SpreadDifferentFloatPutAsync
            },
            {
                "SpreadDifferentModel_*",
                new DifferentSpreadModelRecord { KnownProp = "abc", AdditionalProperties = new Dictionary<string, ModelForRecord> { ["prop"] = ok } },
                client.SpreadDifferentModelGetAsync,
                client.SpreadDifferentModelPutAsync
            },
            {
                "SpreadDifferentModelArray_*",
                new DifferentSpreadModelArrayRecord
                {
                    KnownProp = "abc",
                    AdditionalProperties = new Dictionary<string,
                    IReadOnlyList<ModelForRecord>> { ["prop"] = [ok, ok] },
                },
                client.SpreadDifferentModelArrayGetAsync,
                client.SpreadDifferentModelArrayPutAsync
            },
            {
                "ExtendsDifferentSpreadString_*",
                new DifferentSpreadStringDerived
                {
                    Id = 43.125f,
                    DerivedProp = "abc",
                    AdditionalProperties = new Dictionary<string,
                    string> { ["prop"] = "abc" },
                },
                client.ExtendsDifferentSpreadStringGetAsync,
                client.ExtendsDifferentSpreadStringPutAsync
            },
            {
                "ExtendsDifferentSpreadFloat_*",
                new DifferentSpreadFloatDerived
                {
                    Name = "abc",
                    DerivedProp = 43.125f,
                    AdditionalProperties = new Dictionary<string,
                    float> { ["prop"] = 43.125f },
                },
                client.ExtendsDifferentSpreadFloatGetAsync,
                client.ExtendsDifferentSpreadFloatPutAsync
            },
            {
                "ExtendsDifferentSpreadModel_*",
                new DifferentSpreadModelDerived
                {
                    KnownProp = "abc",
                    DerivedProp = ok,
                    AdditionalProperties = new Dictionary<string,
                    ModelForRecord> { ["prop"] = ok },
                },
                client.ExtendsDifferentSpreadModelGetAsync,
                client.ExtendsDifferentSpreadModelPutAsync
            },
            {
                "ExtendsDifferentSpreadModelArray_*",
                new DifferentSpreadModelArrayDerived
                {
                    KnownProp = "abc",
                    DerivedProp = [ok, ok],
                    AdditionalProperties = new Dictionary<string,
                    IReadOnlyList<ModelForRecord>> { ["prop"] = [ok, ok] },
                },
                client.ExtendsDifferentSpreadModelArrayGetAsync,
                client.ExtendsDifferentSpreadModelArrayPutAsync
            },
            {
                "MultipleSpread_*",
                new MultipleSpreadRecord
                {
                    Flag = true,
                    AdditionalProperties = new Dictionary<string, MultipleSpreadRecordValue> { ["prop1"] = "abc", ["prop2"] = 43.125f },
                },
                client.MultipleSpreadGetAsync,
                client.MultipleSpreadPutAsync
            },
            {
                "SpreadRecordUnion_*",
                new SpreadRecordForUnion
                {
                    Flag = true,
                    AdditionalProperties = new Dictionary<string, SpreadRecordForUnionValue> { ["prop1"] = "abc", ["prop2"] = 43.125f },
                },
                client.SpreadRecordUnionGetAsync,
                client.SpreadRecordUnionPutAsync
            },
            {
                "SpreadRecordNonDiscriminatedUnion_*",
                new SpreadRecordForNonDiscriminatedUnion
                {
                    Name = "abc",
                    AdditionalProperties = new Dictionary<string, SpreadRecordForNonDiscriminatedUnionValue>
                    {
                        ["prop1"] = new WidgetData0 { FooProp = "abc" },
                        ["prop2"] = widget1,
                    },
                },
                client.SpreadRecordNonDiscriminatedUnionGetAsync,
                client.SpreadRecordNonDiscriminatedUnionPutAsync
            },
            {
                "SpreadRecordNonDiscriminatedUnion2_*",
                new SpreadRecordForNonDiscriminatedUnion2
                {
                    Name = "abc",
                    AdditionalProperties = new Dictionary<string, SpreadRecordForNonDiscriminatedUnion2Value> { ["prop1"] = widget2, ["prop2"] = widget1 },
                },
                client.SpreadRecordNonDiscriminatedUnion2GetAsync,
                client.SpreadRecordNonDiscriminatedUnion2PutAsync
            },
            {
                "SpreadRecordNonDiscriminatedUnion3_*",
                new SpreadRecordForNonDiscriminatedUnion3
                {
                    Name = "abc",
                    AdditionalProperties = new Dictionary<string, SpreadRecordForNonDiscriminatedUnion3Value> { ["prop1"] = widgets, ["prop2"] = widget1 },
                },
                client.SpreadRecordNonDiscriminatedUnion3GetAsync,
                client.SpreadRecordNonDiscriminatedUnion3PutAsync
            },
        };
    }
}
