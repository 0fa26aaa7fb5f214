using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Naming;

public class CSharpNameTests
{
    public static TheoryData<string> AnyNames
        => [.. Hostile.Strings, .. Hostile.LoneSurrogates, "", "1", "class", "_", "@", "e\u0301", "\u0301", "Ⅷ", "१२", "\U0001d11e", new string('9', 1000)];

    [Theory]
    [InlineData("size_bytes", "SizeBytes")]
    [InlineData("HTTPValidationError", "HttpValidationError")]
    [InlineData("createAssetUpload", "CreateAssetUpload")]
    [InlineData("get-/crm/v3/objects", "GetCrmV3Objects")]
    [InlineData("post_oauth2_token#refresh", "PostOauth2TokenRefresh")]
    [InlineData("(Deprecated) list", "DeprecatedList")]
    [InlineData("filter*", "Filter")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("*", "Star")]
    [InlineData("1st", "Value1st")]
    [InlineData("", "Value")]
    [InlineData("class", "Class")]
    [InlineData("画像", "画像")]
    public void A_document_s_name_becomes_one_that_a_person_would_have_written(string name, string expected)
        => Assert.Equal(expected, CSharpName.Pascal(name, "Value"));

    [Theory]
    [InlineData("Etc/GMT+0", "EtcSlashGmtPlus0")]
    [InlineData("a-b", "AMinusB")]
    public void Symbols_are_spelled_out_where_nothing_else_tells_names_apart(string name, string expected)
        => Assert.Equal(expected, CSharpName.PascalWithSymbols(name, "Value"));

    [Theory]
    [InlineData("SizeBytes", "sizeBytes")]
    [InlineData("Class", "@class")]
    [InlineData("String", "@string")]
    [InlineData("Record", "record")]
    [InlineData("Await", "@await")]
    [InlineData("Var", "var")]
    [InlineData("X", "x")]
    public void A_parameter_that_would_be_a_keyword_is_escaped(string pascal, string expected) => Assert.Equal(expected, CSharpName.Camel(pascal));

    [Theory]
    [MemberData(nameof(AnyNames))]
    public void Whatever_the_name_an_identifier_comes_of_it(string name)
    {
        var pascal = CSharpName.Pascal(name, "Value");
        foreach (var identifier in new[] { pascal, CSharpName.PascalWithSymbols(name, "Value"), CSharpName.Camel(pascal).TrimStart('@') })
        {
            Assert.True(SyntaxFacts.IsValidIdentifier(identifier), identifier);
            Assert.InRange(identifier.Length, 1, 2000);
        }
    }
}
