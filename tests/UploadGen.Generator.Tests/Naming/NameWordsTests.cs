using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Naming;

public class NameWordsTests
{
    [Theory]
    [InlineData("size_bytes", "size bytes")]
    [InlineData("sizeBytes", "size Bytes")]
    [InlineData("SizeBytes", "Size Bytes")]
    [InlineData("X-Organization-Id", "X Organization Id")]
    [InlineData("HTTPValidationError", "HTTP Validation Error")]
    [InlineData("uploadURL", "upload URL")]
    [InlineData("presignedURLs", "presigned Urls")]
    [InlineData("IDs", "Ids")]
    [InlineData("S3Url", "S3 Url")]
    [InlineData("2DImage", "2D Image")]
    [InlineData("image2D", "image2D")]
    [InlineData("v1beta2", "v1beta2")]
    [InlineData("Etc/GMT+0", "Etc GMT 0")]
    [InlineData("größe_in_px", "größe in px")]
    [InlineData("画像", "画像")]
    [InlineData("+", "")]
    [InlineData("", "")]
    [InlineData("__a__", "a")]
    public void A_name_is_split_where_its_author_saw_words(string name, string words) => Assert.Equal(words, string.Join(" ", NameWords.Split(name)));

    [Theory]
    [InlineData("+", "Plus")]
    [InlineData("-1", "Minus 1")]
    [InlineData("a*b", "a Star b")]
    [InlineData("a_b c", "a_b c")]
    [InlineData("\u2192", "U2192")]
    public void A_symbol_has_a_name(string name, string spelled)
        => Assert.Equal(spelled, string.Join(" ", NameWords.SpellSymbols(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("python 3 11", "Python3_11")]
    [InlineData("HTTP error", "HttpError")]
    [InlineData("größe", "Größe")]
    public void Words_become_one_name(string words, string name) => Assert.Equal(name, NameWords.Pascal(words.Split(' ')));

    [Fact]
    public void A_name_without_end_is_cut() => Assert.Single(NameWords.Split(new string('a', 100_000)), word => word.Length == 200);
}
