using UploadGen.Conformance.Tests.EncodeDatetime0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class EncodeDatetime : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var time = new DateTimeOffset(2022, 8, 26, 18, 38, 0, TimeSpan.Zero);
        const string httpDate = "Fri, 26 Aug 2022 14:38:00 GMT";
        return new ScenarioCalls("Encode_Datetime")
        {
            { "Query_default", time, client.QueryDefaultAsync },
            { "Query_rfc3339", time, client.QueryRfc3339Async },
            { "Query_rfc7231", httpDate, client.QueryRfc7231Async },
            { "Query_unixTimestamp", 1686566864L, client.QueryUnixTimestampAsync },
            { "Query_unixTimestampArray", stop => client.QueryUnixTimestampArrayAsync([1686566864, 1686734256], stop) },
            { "Property_default", new DefaultDatetimeProperty { Value = time }, client.PropertyDefaultAsync },
            { "Property_rfc3339", new Rfc3339DatetimeProperty { Value = time }, client.PropertyRfc3339Async },
            { "Property_rfc7231", new Rfc7231DatetimeProperty { Value = httpDate }, client.PropertyRfc7231Async },
            { "Property_unixTimestamp", new UnixTimestampDatetimeProperty { Value = 1686566864 }, client.PropertyUnixTimestampAsync },
            {
                "Property_unixTimestampArray",
                new UnixTimestampArrayDatetimeProperty { Value = [1686566864, 1686734256] },
                client.PropertyUnixTimestampArrayAsync
            },
            { "Header_default", httpDate, client.HeaderDefaultAsync },
            { "Header_rfc3339", time, client.HeaderRfc3339Async },
            { "Header_rfc7231", httpDate, client.HeaderRfc7231Async },
            { "Header_unixTimestamp", 1686566864L, client.HeaderUnixTimestampAsync },
            { "Header_unixTimestampArray", stop => client.HeaderUnixTimestampArrayAsync([1686566864, 1686734256], stop) },
            { "ResponseHeader_default", client.ResponseHeaderDefaultAsync },
            { "ResponseHeader_rfc3339", client.ResponseHeaderRfc3339Async },
            { "ResponseHeader_rfc7231", client.ResponseHeaderRfc7231Async },
            { "ResponseHeader_unixTimestamp", client.ResponseHeaderUnixTimestampAsync },
        };
    }
}
