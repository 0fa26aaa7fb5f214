using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Naming;

/// <summary>Whoever misspells a name is told which one was meant, and nobody is told what has nothing to do with it.</summary>
public class NearestNameTests
{
    private static readonly string[] Known = ["url", "method", "headers", "contentType", "operationId", "status", "id"];

    [Theory]
    [InlineData("uri", "url")]
    [InlineData("ur", "url")]
    [InlineData("URL", "url")]
    [InlineData("header", "headers")]
    [InlineData("contenttype", "contentType")]
    [InlineData("content_type", "contentType")]
    [InlineData("operatoinId", "operationId")]
    [InlineData("stat", "status")]
    [InlineData("statusCode", "status")]
    [InlineData("weather", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_where_one_is_near(string name, string? expected) => Assert.Equal(expected, NearestName.Find(name, Known));

    [Fact]
    public void A_name_without_end_is_like_none() => Assert.Null(NearestName.Find(new string('u', 100_000), [new string('u', 100_000)]));

    [Theory]
    [InlineData("methd", "; did you mean 'method'?")]
    [InlineData("weather", ".")]
    public void A_sentence_ends_with_a_question_or_without_one(string name, string end) => Assert.Equal(end, NearestName.Question(name, Known));
}
