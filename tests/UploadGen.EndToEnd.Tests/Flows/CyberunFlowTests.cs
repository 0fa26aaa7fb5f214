using UploadGen.EndToEnd.Tests.Cyberun;

namespace UploadGen.EndToEnd.Tests.Flows;

public sealed class CyberunFlowTests : FlowTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(50_000)]
    [InlineData(3_000_000)]
    public async Task One_call_brings_a_file_in(int length)
    {
        using var file = new SampleFile(length, "input image.png");

        var uploaded = await Cyberun().UploadFileAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal(file.Sha256, Server.FindObject(uploaded.FileKey)!.Sha256);
        Assert.Equal(["POST /api/v1/r/files/presign 200", $"PUT /storage/{uploaded.FileKey.Replace(" ", "%20", StringComparison.Ordinal)} 200"], Exchanges);
    }

    [Fact]
    public async Task Storage_sees_the_headers_of_the_answer_and_nothing_else()
    {
        using var file = new SampleFile(50_000);

        await Cyberun().UploadFileAsync(file.Content(), cancellationToken: Cancellation);

        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Length: 50000", "If-None-Match: *");
        var body = """{"file_name":"perfume bottle.webp","file_size":50000,"content_type":"image/webp"}""";
        HasExactly(Only("POST"), [.. ApiHeaders, "Content-Type: application/json", $"Content-Length: {body.Length}"]);
    }

    [Fact]
    public async Task Step_by_step_a_second_PUT_does_not_replace_the_first()
    {
        using var file = new SampleFile(1000);
        using var other = new SampleFile(1000);
        var client = Cyberun();

        var session = await PresignAsync(client);
        await client.PutFileUploadAsync(session, file.Content(), cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutFileUploadAsync(session, other.Content(), cancellationToken: Cancellation));

        Assert.Equal((412, "PreconditionFailed"), (refused.StatusCode, refused.StorageCode));
        Assert.Contains("an object at this place already", refused.Message, StringComparison.Ordinal);
        IsRedacted(refused, session.UploadUrl);
        Assert.Equal(file.Sha256, Server.FindObject(session.FileKey)!.Sha256);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"tag\"")]
    public async Task A_signed_header_that_is_missing_or_changed_is_refused(string? ifNoneMatch)
    {
        using var file = new SampleFile(1000);
        var client = Cyberun();
        var session = await PresignAsync(client);
        var headers = session.UploadHeaders.Where(header => header.Key != "If-None-Match").ToDictionary();
        if (ifNoneMatch is not null)
        {
            headers["If-None-Match"] = ifNoneMatch;
        }

        var refused = await Assert.ThrowsAsync<UploadException>(
            () => client.PutFileUploadAsync(session with { UploadHeaders = headers }, file.Content(), cancellationToken: Cancellation));

        Assert.Equal((403, "SignatureDoesNotMatch"), (refused.StatusCode, refused.StorageCode));
        Assert.Contains("if-none-match", refused.Message, StringComparison.Ordinal);
        IsRedacted(refused, session.UploadUrl);
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task A_file_of_another_length_than_the_signed_one_is_refused_before_it_is_sent()
    {
        using var file = new SampleFile(1001);
        var client = Cyberun();
        var session = await PresignAsync(client);

        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutFileUploadAsync(session, file.Content(), cancellationToken: Cancellation));

        Assert.Null(refused.StatusCode);
        Assert.All(["1000", "1001", "Nothing was sent"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        IsRedacted(refused, session.UploadUrl);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_session_token_needs_the_team()
    {
        using var file = new SampleFile(1000);
        var client = new CyberunClient(OptionsFor<CyberunClientOptions>(Server.CyberunBaseAddress, Server.SessionToken));
        var team = Guid.NewGuid();

        var refused = await Assert.ThrowsAsync<ApiException>(() => client.UploadFileAsync(file.Content(), cancellationToken: Cancellation));
        var uploaded = await client.UploadFileAsync(file.Content(), team, cancellationToken: Cancellation);

        Assert.Equal((400, "presignFile"), (refused.StatusCode, refused.OperationId));
        Assert.Contains("X-Team-ID is missing beside a user's session token", refused.Message, StringComparison.Ordinal);
        Assert.Contains("X-Team-ID must name the team", refused.BodyStart, StringComparison.Ordinal);
        Assert.StartsWith($"inputs/{team}/", uploaded.FileKey, StringComparison.Ordinal);
    }

    private static Task<PresignFileResponse> PresignAsync(CyberunClient client)
        => client.PresignFileAsync(new() { FileName = "bottle.webp", FileSize = 1000, ContentType = "image/webp" }, cancellationToken: Cancellation);
}
