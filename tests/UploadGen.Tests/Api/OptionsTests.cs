namespace UploadGen.Tests;

public class OptionsTests
{
    [Fact]
    public void No_secret_is_in_the_text_of_options_and_credentials()
    {
        var options = new UploadClientOptions
        {
            BaseAddress = new Uri("https://user:topsecret@api.example/v1?key=topsecret"),
            Credential = ApiCredential.FromToken("topsecret"),
        };
        options.Credentials["basic"] = ApiCredential.FromBasic("user", "topsecret");
        var text = $"{options} {options.Credential} {options.Credentials["basic"]}";
        Assert.DoesNotContain("topsecret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("user:topsecret"u8), text, StringComparison.Ordinal);
        Assert.Contains("https://api.example/v1?…", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_timeout_must_be_above_zero(int milliseconds)
    {
        var options = new UploadClientOptions();
        Assert.Throws<ArgumentOutOfRangeException>(() => options.StallTimeout = TimeSpan.FromMilliseconds(milliseconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.ResponseTimeout = TimeSpan.FromMilliseconds(milliseconds));
        options.StallTimeout = Timeout.InfiniteTimeSpan;
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("s3cr3t\n")]
    [InlineData("s3cr3t\u00e4")]
    public void A_token_that_cannot_be_sent_is_refused_without_showing_it(string token)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(() => ApiCredential.FromToken(token));
        Assert.DoesNotContain("s3cr3t", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused() => Assert.Throws<ArgumentException>(() => ApiCredential.FromBasic("a:b", ""));
}
