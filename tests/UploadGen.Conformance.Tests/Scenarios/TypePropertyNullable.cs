using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypePropertyNullable0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypePropertyNullable : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var time = new DateTimeOffset(2022, 8, 26, 18, 38, 0, TimeSpan.Zero);
        return new ScenarioCalls("Type_Property_Nullable", writes: "patch")
        {
            {
                "String_*NonNull",
                new StringProperty { RequiredProperty = "foo", NullableProperty = "hello" },
                client.StringGetNonNullAsync,
                client.StringPatchNonNullAsync
            },
            {
                "String_*Null",
                new StringProperty { RequiredProperty = "foo", NullableProperty = null },
                client.StringGetNullAsync,
                client.StringPatchNullAsync
            },
            {
                "Bytes_*NonNull",
                new BytesProperty { RequiredProperty = "foo", NullableProperty = "hello, world!"u8.ToArray() },
                client.BytesGetNonNullAsync,
                client.BytesPatchNonNullAsync
            },
            {
                "Bytes_*Null",
                new BytesProperty { RequiredProperty = "foo", NullableProperty = null },
                client.BytesGetNullAsync,
                client.BytesPatchNullAsync
            },
            {
                "Datetime_*NonNull",
                new DatetimeProperty { RequiredProperty = "foo", NullableProperty = time },
                client.DatetimeGetNonNullAsync,
                client.DatetimePatchNonNullAsync
            },
            {
                "Datetime_*Null",
                new DatetimeProperty { RequiredProperty = "foo", NullableProperty = null },
                client.DatetimeGetNullAsync,
                client.DatetimePatchNullAsync
            },
            {
                "Duration_*NonNull",
                new DurationProperty { RequiredProperty = "foo", NullableProperty = "P123DT22H14M12.011S" },
                client.DurationGetNonNullAsync,
                client.DurationPatchNonNullAsync
            },
            {
                "Duration_*Null",
                new DurationProperty { RequiredProperty = "foo", NullableProperty = null },
                client.DurationGetNullAsync,
                client.DurationPatchNullAsync
            },
            {
                "CollectionsByte_*NonNull",
                new CollectionsByteProperty { RequiredProperty = "foo", NullableProperty = ["hello, world!"u8.ToArray(), "hello, world!"u8.ToArray()] },
                client.CollectionsByteGetNonNullAsync,
                client.CollectionsBytePatchNonNullAsync
            },
            {
                "CollectionsByte_*Null",
                new CollectionsByteProperty { RequiredProperty = "foo", NullableProperty = null },
                client.CollectionsByteGetNullAsync,
                client.CollectionsBytePatchNullAsync
            },
            {
                "CollectionsModel_*NonNull",
                new CollectionsModelProperty { RequiredProperty = "foo", NullableProperty = [new() { Property = "hello" }, new() { Property = "world" }] },
                client.CollectionsModelGetNonNullAsync,
                client.CollectionsModelPatchNonNullAsync
            },
            {
                "CollectionsModel_*Null",
                new CollectionsModelProperty { RequiredProperty = "foo", NullableProperty = null },
                client.CollectionsModelGetNullAsync,
                client.CollectionsModelPatchNullAsync
            },
            {
                "CollectionsString_*NonNull",
                new CollectionsStringProperty { RequiredProperty = "foo", NullableProperty = ["hello", "world"] },
                client.CollectionsStringGetNonNullAsync,
                client.CollectionsStringPatchNonNullAsync
            },
            {
                "CollectionsString_*Null",
                new CollectionsStringProperty { RequiredProperty = "foo", NullableProperty = null },
                client.CollectionsStringGetNullAsync,
                client.CollectionsStringPatchNullAsync
            },
        };
    }
}
