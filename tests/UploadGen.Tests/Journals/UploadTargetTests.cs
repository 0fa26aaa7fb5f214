namespace UploadGen.Tests;

public class UploadTargetTests
{
    [Theory]
    [InlineData("https://core.runflow.example/api/v1/", null, "https://core.runflow.example/api/v1")]
    [InlineData("https://core.runflow.example:8443", "ada@example.com", "https://core.runflow.example:8443 as ada@example.com")]
    [InlineData("https://ada:topsecret@api.example.com/v1?key=topsecret#x", null, "https://api.example.com/v1")]
    [InlineData("http://127.0.0.1:5000/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/", "bot", "http://127.0.0.1:5000/… as bot")]
    [InlineData(null, null, "")]
    public void It_is_the_address_as_far_as_that_is_harmless_and_the_account(string? address, string? account, string expected)
        => Assert.Equal(expected, UploadTarget.Of(address is null ? null : new Uri(address), account).ToString());
}
