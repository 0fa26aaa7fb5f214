using UploadGen.Conformance.Tests.EncodeDuration0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class EncodeDuration : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Encode_Duration")
        {
            { "Query_int32Seconds", 36, client.QueryInt32SecondsAsync },
            { "Query_floatSeconds", 35.625, client.QueryFloatSecondsAsync },
            { "Query_float64Seconds", 35.625, client.QueryFloat64SecondsAsync },
            { "Query_int32Milliseconds", 36000, client.QueryInt32MillisecondsAsync },
            { "Query_floatMilliseconds", 35625.0, client.QueryFloatMillisecondsAsync },
            { "Query_float64Milliseconds", 35625.0, client.QueryFloat64MillisecondsAsync },
            { "Query_int32SecondsLargerUnit", 120, client.QueryInt32SecondsLargerUnitAsync },
            { "Query_floatSecondsLargerUnit", 150.0, client.QueryFloatSecondsLargerUnitAsync },
            { "Query_int32MillisecondsLargerUnit", 180000, client.QueryInt32MillisecondsLargerUnitAsync },
            { "Query_floatMillisecondsLargerUnit", 210000.0, client.QueryFloatMillisecondsLargerUnitAsync },
            { "Query_default", "P40D", client.QueryDefaultAsync },
            { "Query_iso8601", "P40D", client.QueryIso8601Async },
            { "Header_int32Seconds", 36, client.HeaderInt32SecondsAsync },
            { "Header_floatSeconds", 35.625, client.HeaderFloatSecondsAsync },
            { "Header_float64Seconds", 35.625, client.HeaderFloat64SecondsAsync },
            { "Header_int32Milliseconds", 36000, client.HeaderInt32MillisecondsAsync },
            { "Header_floatMilliseconds", 35625.0, client.HeaderFloatMillisecondsAsync },
            { "Header_float64Milliseconds", 35625.0, client.HeaderFloat64MillisecondsAsync },
            { "Header_int32SecondsLargerUnit", 120, client.HeaderInt32SecondsLargerUnitAsync },
            { "Header_floatSecondsLargerUnit", 150.0, client.HeaderFloatSecondsLargerUnitAsync },
            { "Header_int32MillisecondsLargerUnit", 180000, client.HeaderInt32MillisecondsLargerUnitAsync },
            { "Header_floatMillisecondsLargerUnit", 210000.0, client.HeaderFloatMillisecondsLargerUnitAsync },
            { "Header_default", "P40D", client.HeaderDefaultAsync },
            { "Header_iso8601", "P40D", client.HeaderIso8601Async },
            { "Query_int32SecondsArray", stop => client.QueryInt32SecondsArrayAsync([36, 47], stop) },
            { "Query_int32MillisecondsArray", stop => client.QueryInt32MillisecondsArrayAsync([36000, 47000], stop) },
            { "Header_int32MillisecondsArray", stop => client.HeaderInt32MillisecondsArrayAsync([36000, 47000], stop) },
            { "Header_iso8601Array", stop => client.HeaderIso8601ArrayAsync(["P40D", "P50D"], stop) },
            { "Property_int32Seconds", new Int32SecondsDurationProperty { Value = 36 }, client.PropertyInt32SecondsAsync },
            { "Property_floatSeconds", new FloatSecondsDurationProperty { Value = 35.625 }, client.PropertyFloatSecondsAsync },
            { "Property_float64Seconds", new Float64SecondsDurationProperty { Value = 35.625 }, client.PropertyFloat64SecondsAsync },
            { "Property_int32Milliseconds", new Int32MillisecondsDurationProperty { Value = 36000 }, client.PropertyInt32MillisecondsAsync },
            { "Property_floatMilliseconds", new FloatMillisecondsDurationProperty { Value = 35625 }, client.PropertyFloatMillisecondsAsync },
            { "Property_float64Milliseconds", new Float64MillisecondsDurationProperty { Value = 35625 }, client.PropertyFloat64MillisecondsAsync },
            { "Property_int32SecondsLargerUnit", new Int32SecondsLargerUnitDurationProperty { Value = 120 }, client.PropertyInt32SecondsLargerUnitAsync },
            { "Property_floatSecondsLargerUnit", new FloatSecondsLargerUnitDurationProperty { Value = 150 }, client.PropertyFloatSecondsLargerUnitAsync },
            {
                "Property_int32MillisecondsLargerUnit",
                new Int32MillisecondsLargerUnitDurationProperty { Value = 180000 },
                client.PropertyInt32MillisecondsLargerUnitAsync
            },
            {
                "Property_floatMillisecondsLargerUnit",
                new FloatMillisecondsLargerUnitDurationProperty { Value = 210000 },
                client.PropertyFloatMillisecondsLargerUnitAsync
            },
            { "Property_default", new DefaultDurationProperty { Value = "P40D" }, client.PropertyDefaultAsync },
            { "Property_iso8601", new Iso8601DurationProperty { Value = "P40D" }, client.PropertyIso8601Async },
            { "Property_floatSecondsArray", new FloatSecondsDurationArrayProperty { Value = [35.625f, 46.75f] }, client.PropertyFloatSecondsArrayAsync },
            {
                "Property_floatMillisecondsArray",
                new FloatMillisecondsDurationArrayProperty { Value = [35625, 46750] },
                client.PropertyFloatMillisecondsArrayAsync
            },
        };
    }
}
