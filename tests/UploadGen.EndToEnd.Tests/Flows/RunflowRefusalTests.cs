using UploadGen.EndToEnd.Tests.Runflow;
using UploadGen.EndToEnd.Tests.Server;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Flows;

#pragma warning disable UPG105 // Limits are broken here to see what becomes of it.

public sealed class RunflowRefusalTests : FlowTests
{
    private readonly ControlledClock _clock = new();

    private protected override UploadServerOptions Options => new() { TimeProvider = _clock, UrlLifetime = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_a_request()
    {
        var content = UploadContent.FromStream(new ZeroStream(52_428_801), "film.mp4", length: 52_428_801);

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => Runflow().UploadAssetAsync(content, cancellationToken: Cancellation));

        Assert.Equal("createAssetUpload", refused.OperationId);
        var violation = Assert.Single(refused.Violations);
        Assert.Equal(
            ("/size_bytes", "maximum", "52,428,800 bytes (50 MiB)", "52,428,801 bytes (50 MiB and 1 byte)", "film.mp4"),
            (violation.Pointer, violation.Keyword, violation.Limit, violation.Actual, violation.FileName));
        Assert.Equal(
            """
            createAssetUpload: the request breaks limits of the API's document and was not sent.
              /size_bytes: film.mp4 is 52,428,801 bytes (50 MiB and 1 byte), maximum is 52,428,800 bytes (50 MiB).
            """
            + " Exact size of the file in bytes, up to 50 MiB. A larger file is not taken here: host it at a public URL and pass that URL in the input of"
            + " the run. A file under 1 MiB can also go inline, as base64.",
            refused.Message);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_file_at_the_limit_is_accepted()
    {
        var content = UploadContent.FromStream(new ZeroStream(52_428_800), "film.mp4", length: 52_428_800);

        var asset = await Runflow().UploadAssetAsync(content, cancellationToken: Cancellation);

        Assert.Equal(52_428_800, asset.SizeBytes);
    }

    [Fact]
    public async Task Every_limit_that_a_request_breaks_is_named_at_once()
    {
        var refused = await Assert.ThrowsAsync<RequestValidationException>(
            () => Runflow().CreateAssetUploadAsync(new() { Filename = "", MimeType = new string('x', 256), SizeBytes = 0 }, cancellationToken: Cancellation));

        Assert.Equal(
            ["/filename minLength", "/mime_type maxLength", "/size_bytes minimum"],
            refused.Violations.Select(violation => $"{violation.Pointer} {violation.Keyword}"));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Without_the_check_the_API_refuses_and_its_errors_are_typed()
    {
        var options = OptionsFor<RunflowClientOptions>(Server.BaseAddress);
        options.ValidateRequests = false;

        var refused = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(() => new RunflowClient(options).CreateAssetUploadAsync(
            new() { Filename = "film.mp4", MimeType = "video/mp4", SizeBytes = 52_428_801 }, cancellationToken: Cancellation));

        Assert.Equal((422, "VALIDATION_ERROR"), (refused.StatusCode, refused.Error.Code));
        Assert.Equal("size_bytes", Assert.Single(refused.Error.Errors!)["loc"][1].GetString());
    }

    [Fact]
    public async Task A_confirmation_without_a_PUT_is_a_conflict()
    {
        var client = Runflow();
        var session = await OpenAsync(client);

        var conflict = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(
            () => client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: Cancellation));

        Assert.Equal((409, "UPLOAD_INCOMPLETE", "createAssetUploadConfirmation"), (conflict.StatusCode, conflict.Error.Code, conflict.OperationId));
        Assert.Contains("most often nothing was PUT to its URL yet", conflict.Message, StringComparison.Ordinal);
        Assert.Contains("UPLOAD_INCOMPLETE", conflict.BodyStart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_URL_says_to_open_the_upload_again_and_keeps_the_signature_secret()
    {
        using var file = new SampleFile(1000);
        var client = Runflow();
        var session = await OpenAsync(client);
        _clock.Advance(TimeSpan.FromSeconds(61));

        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutAssetUploadAsync(session, file.Content(), cancellationToken: Cancellation));

        Assert.Equal((UploadStep.Put, "createAssetUpload", 403, "AccessDenied"), (refused.Step, refused.OperationId, refused.StatusCode, refused.StorageCode));
        Assert.Contains("expired", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Open the upload again", refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.StorageRequestId!, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("/perfume%20bottle.webp?…", refused.Url, StringComparison.Ordinal);
        IsRedacted(refused, session.UploadUrl);
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task Another_media_type_than_the_declared_one_is_refused_and_the_signed_headers_named()
    {
        using var file = new SampleFile(1000, "bottle.png");
        var client = Runflow();
        var session = await OpenAsync(client);

        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutAssetUploadAsync(session, file.Content(), cancellationToken: Cancellation));

        Assert.Equal((403, "SignatureDoesNotMatch"), (refused.StatusCode, refused.StorageCode));
        Assert.Contains("content-length, content-type, host", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS4-HMAC", refused.ToString(), StringComparison.Ordinal);
        IsRedacted(refused, session.UploadUrl);
    }

    [Fact]
    public async Task A_wrong_token_is_typed_and_never_shown()
    {
        using var file = new SampleFile(1000);
        var client = new RunflowClient(OptionsFor<RunflowClientOptions>(Server.BaseAddress, "rf-not-the-key"));

        var refused = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(() => client.UploadAssetAsync(file.Content(), cancellationToken: Cancellation));

        Assert.Equal((401, "UNAUTHORIZED", "POST"), (refused.StatusCode, refused.Error.Code, refused.Method));
        Assert.DoesNotContain("rf-not-the-key", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task An_organization_of_others_is_forbidden()
    {
        using var file = new SampleFile(1000);

        var refused = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(
            () => Runflow().UploadAssetAsync(file.Content(), Guid.NewGuid().ToString(), cancellationToken: Cancellation));

        Assert.Equal((403, "ORGANIZATION_MEMBERSHIP_REQUIRED"), (refused.StatusCode, refused.Error.Code));
    }

    private static Task<AssetUploadResponse> OpenAsync(RunflowClient client)
        => client.CreateAssetUploadAsync(
            new() { Filename = "perfume bottle.webp", MimeType = "image/webp", SizeBytes = 1000 }, cancellationToken: Cancellation);
}
