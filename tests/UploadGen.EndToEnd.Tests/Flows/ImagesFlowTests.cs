using System.Security.Cryptography;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Server;

namespace UploadGen.EndToEnd.Tests.Flows;

public sealed class ImagesFlowTests : FlowTests
{
    [Theory]
    [InlineData(0, "bottle.png")]
    [InlineData(50_000, "perfume \"bottle\"; ä.png")]
    [InlineData(5_000_000, "瓶.webp")]
    public async Task A_form_brings_an_image_in(int length, string name)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);

        var uploaded = await Images().UploadAsync(UploadContent.FromBytes(bytes, name), cancellationToken: Cancellation);

        var stored = Server.FindObject(uploaded.UploadKey)!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
        Assert.Equal(name.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/webp", stored.ContentType);
        Assert.EndsWith(name.Replace("\"", "%22", StringComparison.Ordinal), uploaded.UploadKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_holds_the_image()
    {
        using var file = new SampleFile(10_000);

        var uploaded = await Images().UploadAsync(file.Content(), cancellationToken: Cancellation);
        var preview = await Running.SendAsync(new HttpRequestMessage(HttpMethod.Get, uploaded.ImageUrl));

        Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(await RunningServer.BytesAsync(preview))));
    }

    [Fact]
    public async Task The_API_sees_a_form_of_known_length()
    {
        using var file = new SampleFile(1000, "bottle.webp");

        await Images().UploadAsync(file.Content(), cancellationToken: Cancellation);

        var request = Only("POST");
        var type = request.Headers["Content-Type"];
        Assert.Matches("^multipart/form-data; boundary=[0-9A-Za-z-]{1,70}$", type);
        HasExactly(request, [.. ApiHeaders, $"Content-Type: {type}", $"Content-Length: {request.BodyLength}"]);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_a_request()
    {
        var content = UploadContent.FromStream(new ZeroStream(26_214_401), "bottle.png", length: 26_214_401);

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => Images().UploadAsync(content, cancellationToken: Cancellation));

        Assert.Equal("/file", Assert.Single(refused.Violations).Pointer);
        Assert.EndsWith(
            "/file: bottle.png is 26,214,401 bytes (25 MiB and 1 byte), maxLength is 26,214,400 bytes (25 MiB). The image: JPEG, PNG or WebP, up to 25 MiB.",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_file_at_the_limit_is_accepted()
    {
        var content = UploadContent.FromStream(new ZeroStream(26_214_400), "bottle.png", length: 26_214_400);

        var uploaded = await Images().UploadAsync(content, cancellationToken: Cancellation);

        Assert.Equal(26_214_400, Server.FindObject(uploaded.UploadKey)!.Length);
    }

    [Fact]
    public async Task A_media_type_that_is_not_taken_is_refused_without_a_request()
    {
        var content = UploadContent.FromBytes(new byte[10], "bottle.gif");

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => Images().UploadAsync(content, cancellationToken: Cancellation));

        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("/file", "image/jpeg, image/png, image/webp", "image/gif"), (violation.Pointer, violation.Limit, violation.Actual));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Without_the_check_the_API_refuses_and_its_errors_are_typed()
    {
        var options = OptionsFor<ImagesClientOptions>(Server.BaseAddress);
        options.ValidateRequests = false;

        var refused = await Assert.ThrowsAsync<ApiException<HttpValidationError>>(
            () => new ImagesClient(options).UploadAsync(UploadContent.FromBytes(new byte[10], "bottle.gif"), cancellationToken: Cancellation));

        Assert.Equal(422, refused.StatusCode);
        var error = Assert.Single(refused.Error.Detail!);
        Assert.Equal(["body", "file"], error.Loc.Select(item => item.Match(name => name, index => $"[{index}]")));
        Assert.Equal("value_error", error.Type);
    }
}
