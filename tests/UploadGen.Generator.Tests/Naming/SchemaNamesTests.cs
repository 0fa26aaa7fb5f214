using UploadGen.Generator.Naming;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Tests.Naming;

public class SchemaNamesTests
{
    [Theory]
    [InlineData("Asset", "Asset")]
    [InlineData("models__asset__Asset__FullValidator", "FullValidator")]
    [InlineData("Acme.Api.Asset", "Asset")]
    [InlineData("Acme.Api.Asset+Kind", "Kind")]
    [InlineData("HTTPValidationError", "HttpValidationError")]
    [InlineData("asset-upload", "AssetUpload")]
    [InlineData("Acme.Asset.v1 Acme.Asset.v2", "V1 V2")]
    [InlineData("a.X b.X", "AX BX")]
    [InlineData("a.b.X c.b.X", "ABX CBX")]
    [InlineData("X a.X", "X AX")]
    [InlineData("Client Asset", "Client2 Asset")]
    [InlineData("+ -", "Plus Minus")]
    [InlineData("Violation a.UploadStep", "ViolationModel AUploadStep")]
    public void A_qualified_name_becomes_the_shortest_suffix_that_is_its_own(string ids, string expected)
        => Assert.Equal(expected.Split(' '), Names(ids.Split(' '), "Client"));

    [Fact]
    public void Names_are_unique_whatever_they_are_made_of()
    {
        string[] ids = ["a", "A", "a_", "a-", "a.a", "A.A", "a__a", "", ".", "..", "1", "a1", "a 1", "System", "Object", "Equals"];

        var names = Names(ids);

        Assert.Equal(ids.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Asset models__Image", "models__Unrelated")]
    [InlineData("Asset Image", "Zebra")]
    [InlineData("Acme.Asset Acme.Image", "Other.Zebra")]
    public void A_schema_that_is_added_renames_none_that_it_shares_no_word_with(string ids, string added)
    {
        var before = ids.Split(' ');

        Assert.Equal(Names(before), Names([.. before, added]).Take(before.Length));
    }

    private static List<string> Names(string[] ids, params string[] reserved)
    {
        var names = SchemaNames.Assign(ids, new NameScope(reserved));
        return ids.Select(id => names[id]).ToList();
    }
}
