using UploadServer.Signing;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed class SignatureTests
{
    /// <summary>The example of the AWS documentation for Signature Version 4 in query parameters.</summary>
    [Fact]
    public void A_URL_is_signed_as_AWS_signs_it()
    {
        var signer = new UrlSigner(
            new SigningKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            new FixedClock(new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero)),
            TimeSpan.FromDays(1));

        Assert.Equal(
            "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            signer.Sign("GET", "examplebucket.s3.amazonaws.com", "/test.txt", []));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
