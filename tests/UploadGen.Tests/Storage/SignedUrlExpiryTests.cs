namespace UploadGen.Tests;

/// <summary>When a signed URL expires, as each vendor writes it. An upload is opened again because of it, so what isn't signed counts for nothing.</summary>
public class SignedUrlExpiryTests
{
    [Theory]
    [InlineData("?X-Amz-Date=20200101T000000Z&X-Amz-Expires=3600")]
    [InlineData("?X-Goog-Date=20200101T000000Z&X-Goog-Expires=3600")]
    [InlineData("?sv=2024-08-04&se=2020-01-01T01%3A00%3A00Z&sig=abc")]
    [InlineData("?AWSAccessKeyId=a&Expires=1577840400&Signature=abc")]
    public void Each_vendors_end_is_read(string query)
        => Assert.Equal(new DateTimeOffset(2020, 1, 1, 1, 0, 0, TimeSpan.Zero), Read(query));

    [Theory]
    [InlineData("")]
    [InlineData("?X-Amz-Date=20200101T000000Z")]
    [InlineData("?se=2020-01-01T01%3A00%3A00Z")]
    [InlineData("?Expires=1577840400")]
    public void A_URL_without_a_signature_or_a_duration_states_no_end(string query) => Assert.Null(Read(query));

    [Theory]
    [InlineData("?X-Amz-Date=99991231T235959Z&X-Amz-Expires=3600")]
    [InlineData("?Expires=253402300800&Signature=abc")]
    [InlineData("?Expires=-1&Signature=abc")]
    [InlineData("?se=never&sig=abc")]
    public void An_end_that_no_date_can_hold_is_none(string query) => Assert.Null(Read(query));

    private static DateTimeOffset? Read(string query) => SignedUrlExpiry.Read("https://storage.example/k" + query);
}
