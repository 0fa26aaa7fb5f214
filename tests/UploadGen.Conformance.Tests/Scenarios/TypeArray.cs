using System.Text.Json;
using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeArray0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeArray : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        int[] int32s = [1, 2];
        long[] int64s = [9007199254740991, -9007199254740991];
        bool[] booleans = [true, false];
        string[] strings = ["hello", ""];
        float[] float32s = [43.125f];
        DateTimeOffset[] datetimes = [new(2022, 8, 26, 18, 38, 0, TimeSpan.Zero)];
        string[] durations = ["P123DT22H14M12.011S"];
        JsonElement[] unknowns = [Answer.Element("1"), Answer.Element("\"hello\""), Answer.Element("null")];
        InnerModel[] models = [new() { Property = "hello" }, new() { Property = "world" }];
        float?[] nullableFloats = [1.25f, null, 3];
        bool?[] nullableBooleans = [true, null, false];
        int?[] nullableInt32s = [1, null, 3];
        string?[] nullableStrings = ["hello", null, "world"];
        InnerModel?[] nullableModels = [new() { Property = "hello" }, null, new() { Property = "world" }];
        return new ScenarioCalls("Type_Array")
        {
            { "Int32Value_*", int32s, client.Int32ValueGetAsync, client.Int32ValuePutAsync },
            { "Int64Value_*", int64s, client.Int64ValueGetAsync, client.Int64ValuePutAsync },
            { "BooleanValue_*", booleans, client.BooleanValueGetAsync, client.BooleanValuePutAsync },
            { "StringValue_*", strings, client.StringValueGetAsync, client.StringValuePutAsync },
            { "Float32Value_*", float32s, client.Float32ValueGetAsync, client.Float32ValuePutAsync },
            { "DatetimeValue_*", datetimes, client.DatetimeValueGetAsync, client.DatetimeValuePutAsync },
            { "DurationValue_*", durations, client.DurationValueGetAsync, client.DurationValuePutAsync },
            { "UnknownValue_*", unknowns, client.UnknownValueGetAsync, client.UnknownValuePutAsync },
            { "ModelValue_*", models, client.ModelValueGetAsync, client.ModelValuePutAsync },
            { "NullableFloatValue_*", nullableFloats, client.NullableFloatValueGetAsync, client.NullableFloatValuePutAsync },
            { "NullableBooleanValue_*", nullableBooleans, client.NullableBooleanValueGetAsync, client.NullableBooleanValuePutAsync },
            { "NullableInt32Value_*", nullableInt32s, client.NullableInt32ValueGetAsync, client.NullableInt32ValuePutAsync },
            { "NullableStringValue_*", nullableStrings, client.NullableStringValueGetAsync, client.NullableStringValuePutAsync },
            { "NullableModelValue_*", nullableModels, client.NullableModelValueGetAsync, client.NullableModelValuePutAsync },
        };
    }
}
