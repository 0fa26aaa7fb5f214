using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypePropertyOptionality0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypePropertyOptionality : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var time = new DateTimeOffset(2022, 8, 26, 18, 38, 0, TimeSpan.Zero);
        return new ScenarioCalls("Type_Property_Optional")
        {
            { "String_*All", new StringProperty { Property = "hello" }, client.StringGetAllAsync, client.StringPutAllAsync },
            { "String_*Default", new StringProperty(), client.StringGetDefaultAsync, client.StringPutDefaultAsync },
            { "Bytes_*All", new BytesProperty { Property = "hello, world!"u8.ToArray() }, client.BytesGetAllAsync, client.BytesPutAllAsync },
            { "Bytes_*Default", new BytesProperty(), client.BytesGetDefaultAsync, client.BytesPutDefaultAsync },
            { "Datetime_*All", new DatetimeProperty { Property = time }, client.DatetimeGetAllAsync, client.DatetimePutAllAsync },
            { "Datetime_*Default", new DatetimeProperty(), client.DatetimeGetDefaultAsync, client.DatetimePutDefaultAsync },
            { "Duration_*All", new DurationProperty { Property = "P123DT22H14M12.011S" }, client.DurationGetAllAsync, client.DurationPutAllAsync },
            { "Duration_*Default", new DurationProperty(), client.DurationGetDefaultAsync, client.DurationPutDefaultAsync },
            {
                "PlainDate_*All",
                new PlainDateProperty { Property = new DateOnly(2022, 12, 12) },
                client.PlainDateGetAllAsync,
                client.PlainDatePutAllAsync
            },
            { "PlainDate_*Default", new PlainDateProperty(), client.PlainDateGetDefaultAsync, client.PlainDatePutDefaultAsync },
            { "PlainTime_*All", new PlainTimeProperty { Property = "13:06:12" }, client.PlainTimeGetAllAsync, client.PlainTimePutAllAsync },
            { "PlainTime_*Default", new PlainTimeProperty(), client.PlainTimeGetDefaultAsync, client.PlainTimePutDefaultAsync },
            {
                "CollectionsByte_*All",
                new CollectionsByteProperty { Property = ["hello, world!"u8.ToArray(), "hello, world!"u8.ToArray()] },
                client.CollectionsByteGetAllAsync,
                client.CollectionsBytePutAllAsync
            },
            { "CollectionsByte_*Default", new CollectionsByteProperty(), client.CollectionsByteGetDefaultAsync, client.CollectionsBytePutDefaultAsync },
            {
                "CollectionsModel_*All",
                new CollectionsModelProperty { Property = [new() { Property = "hello" }, new() { Property = "world" }] },
                client.CollectionsModelGetAllAsync,
                client.CollectionsModelPutAllAsync
            },
            { "CollectionsModel_*Default", new CollectionsModelProperty(), client.CollectionsModelGetDefaultAsync, client.CollectionsModelPutDefaultAsync },
            {
                "StringLiteral_*All",
                new StringLiteralProperty { Property = "hello" },
                client.StringLiteralGetAllAsync,
                client.StringLiteralPutAllAsync
            },
            { "StringLiteral_*Default", new StringLiteralProperty(), client.StringLiteralGetDefaultAsync, client.StringLiteralPutDefaultAsync },
            { "IntLiteral_*All", new IntLiteralProperty { Property = 1 }, client.IntLiteralGetAllAsync, client.IntLiteralPutAllAsync },
            { "IntLiteral_*Default", new IntLiteralProperty(), client.IntLiteralGetDefaultAsync, client.IntLiteralPutDefaultAsync },
            { "FloatLiteral_*All", new FloatLiteralProperty { Property = 1.25 }, client.FloatLiteralGetAllAsync, client.FloatLiteralPutAllAsync },
            { "FloatLiteral_*Default", new FloatLiteralProperty(), client.FloatLiteralGetDefaultAsync, client.FloatLiteralPutDefaultAsync },
            {
                "BooleanLiteral_*All",
                new BooleanLiteralProperty { Property = true },
                client.BooleanLiteralGetAllAsync,
                client.BooleanLiteralPutAllAsync
            },
            { "BooleanLiteral_*Default", new BooleanLiteralProperty(), client.BooleanLiteralGetDefaultAsync, client.BooleanLiteralPutDefaultAsync },
            {
                "UnionStringLiteral_*All",
                new UnionStringLiteralProperty { Property = UnionStringLiteralPropertyProperty.World },
                client.UnionStringLiteralGetAllAsync,
                client.UnionStringLiteralPutAllAsync
            },
            {
                "UnionStringLiteral_*Default",
                new UnionStringLiteralProperty(),
                client.UnionStringLiteralGetDefaultAsync,
                client.UnionStringLiteralPutDefaultAsync
            },
            {
                "UnionIntLiteral_*All",
                new UnionIntLiteralProperty { Property = 2 },
                client.UnionIntLiteralGetAllAsync,
                client.UnionIntLiteralPutAllAsync
            },
            { "UnionIntLiteral_*Default", new UnionIntLiteralProperty(), client.UnionIntLiteralGetDefaultAsync, client.UnionIntLiteralPutDefaultAsync },
            {
                "UnionFloatLiteral_*All",
                new UnionFloatLiteralProperty { Property = 2.375 },
                client.UnionFloatLiteralGetAllAsync,
                client.UnionFloatLiteralPutAllAsync
            },
            {
                "UnionFloatLiteral_*Default",
                new UnionFloatLiteralProperty(),
                client.UnionFloatLiteralGetDefaultAsync,
                client.UnionFloatLiteralPutDefaultAsync
            },
            {
                "RequiredAndOptional_*All",
                new RequiredAndOptionalProperty { OptionalProperty = "hello", RequiredProperty = 42 },
                client.RequiredAndOptionalGetAllAsync,
                client.RequiredAndOptionalPutAllAsync
            },
            {
                "RequiredAndOptional_*RequiredOnly",
                new RequiredAndOptionalProperty { RequiredProperty = 42 },
                client.RequiredAndOptionalGetRequiredOnlyAsync,
                client.RequiredAndOptionalPutRequiredOnlyAsync
            },
        };
    }
}
