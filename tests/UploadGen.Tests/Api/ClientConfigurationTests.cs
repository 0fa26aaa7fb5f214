namespace UploadGen.Tests;

public class ClientConfigurationTests
{
    private static UploadClientOptions Applied(Dictionary<string, string?> section)
    {
        var options = new UploadClientOptions();
        ClientConfiguration.Apply(options, "Vendor", section.GetValueOrDefault);
        return options;
    }

    private static async Task<string> SecretAsync(UploadClientOptions options) => await options.Credential!.GetAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Each_setting_reaches_its_option()
    {
        var options = Applied(new()
        {
            ["BaseAddress"] = "https://api.example/v1",
            ["Account"] = "ada",
            ["ApiKey"] = "key",
            ["StallTimeout"] = "00:00:05",
            ["ResponseTimeout"] = "-00:00:00.001",
            ["ValidateRequests"] = "False",
            ["CompareDigests"] = "False",
            ["Retry:MaxAttempts"] = "7",
            ["Retry:BaseDelay"] = "00:00:01",
            ["Retry:MaxDelay"] = "00:00:02",
            ["Retry:MaxRetryAfter"] = "00:00:03",
            ["Retry:TimeLimit"] = "00:00:04",
        });

        Assert.Equal(("https://api.example/v1", "ada"), (options.BaseAddress!.OriginalString, options.Account));
        Assert.Equal((TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan, false), (options.StallTimeout, options.ResponseTimeout, options.ValidateRequests));
        Assert.False(options.CompareDigests);
        Assert.Equal("key", await SecretAsync(options));
        var retry = options.Retry;
        Assert.Equal(
            (7, 1, 2, 3, 4),
            (retry.MaxAttempts, retry.BaseDelay.TotalSeconds, retry.MaxDelay.TotalSeconds, retry.MaxRetryAfter.TotalSeconds, retry.TimeLimit.TotalSeconds));
    }

    [Fact]
    public void What_is_missing_or_empty_stays_as_it_is()
    {
        var options = new UploadClientOptions { StallTimeout = TimeSpan.FromSeconds(3), Credential = ApiCredential.FromToken("mine") };
        var before = options.ToString();

        ClientConfiguration.Apply(options, "Vendor", name => name == "ApiKey" ? "" : null);

        Assert.Equal(before, options.ToString());
    }

    [Fact]
    public async Task A_user_name_and_its_password_are_for_Basic()
    {
        var options = Applied(new() { ["User"] = "Aladdin", ["Password"] = "open sesame" });

        Assert.True(options.Credential!.IsBasic);
        Assert.Equal("QWxhZGRpbjpvcGVuIHNlc2FtZQ==", await SecretAsync(options));
    }

    [Fact]
    public async Task The_key_is_the_one_that_stands_there_now()
    {
        var section = new Dictionary<string, string?> { ["ApiKey"] = "first" };
        var options = Applied(section);
        Assert.Equal("first", await SecretAsync(options));

        section["ApiKey"] = "second";
        Assert.Equal("second", await SecretAsync(options));

        section["ApiKey"] = null;
        await Assert.ThrowsAsync<ArgumentException>(() => SecretAsync(options));
    }

    [Theory]
    [InlineData("BaseAddress", "s3cr3t")]
    [InlineData("StallTimeout", "s3cr3t")]
    [InlineData("StallTimeout", "00:00:00")]
    [InlineData("ResponseTimeout", "99999999999999.00:00:00")]
    [InlineData("ValidateRequests", "s3cr3t")]
    [InlineData("Retry:MaxAttempts", "s3cr3t")]
    [InlineData("Retry:MaxAttempts", "0")]
    [InlineData("Retry:TimeLimit", "2.00:00:00")]
    [InlineData("User", "s3cr3t:b")]
    [InlineData("ApiKey", "s3cr3t\n")]
    public void A_setting_that_is_not_valid_is_named_and_not_shown(string name, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Applied(new() { [name] = value }));

        Assert.Contains($"Vendor:{name} ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", refused.ToString(), StringComparison.Ordinal);
    }
}
