using System.Text.RegularExpressions;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>An upload by tus to a server that breaks off the first request that brings bytes.</summary>
public sealed class GalleryFlowTests : FlowTests
{
    private protected override UploadServerOptions Options { get; } = new() { CutsFirstPatch = true };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3_000_001)]
    public async Task One_call_goes_on_from_where_the_server_stands(int length)
    {
        using var file = new SampleFile(length, "still.png");

        var picture = await Gallery().UploadPictureAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal((file.Sha256, length), (picture.Sha256, (int)picture.FileSize));
        Assert.Equal(file.Sha256, Server.FindObject($"pictures/{picture.Id}/still.png")!.Sha256);
        Assert.Equal(["POST", "OPTIONS", "PATCH", "HEAD", "PATCH", "POST"], Server.Requests.Select(request => request.Method));
        Assert.Equal([201, 204, null, 200, 204, 201], Server.Requests.Select(request => request.Status));
        var patches = Server.Requests.Where(request => request.Method == "PATCH").ToList();
        Assert.Equal(["0", $"{length / 2}"], patches.Select(request => request.Headers["Upload-Offset"]));
        Assert.Equal(length, patches.Sum(request => request.BodyLength));
    }

    [Fact]
    public async Task The_upload_s_URL_gets_nothing_of_the_API()
    {
        using var file = new SampleFile(1000, "still.png");

        await Gallery().UploadPictureAsync(file.Content(), cancellationToken: Cancellation);

        HasExactly(
            Server.Requests[4],
            $"Host: {Server.BaseAddress.Authority}",
            "Content-Length: 500",
            "Content-Type: application/offset+octet-stream",
            "Tus-Resumable: 1.0.0",
            "Upload-Offset: 500");
    }

    [Fact]
    public async Task An_upload_that_is_canceled_is_ended_by_the_protocol()
    {
        using var file = new SampleFile(1_000_000, "still.png");
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Gallery().UploadPictureAsync(
            file.Content(), progress: new Observer(value => CancelBehindBreak(value, cancel)), cancellationToken: cancel.Token));

        Assert.Single(Exchanges, line => Regex.IsMatch(line, "^DELETE /tus/[0-9a-f-]{36} 204$"));
        Assert.DoesNotContain(Exchanges, line => line.Contains("/confirmation", StringComparison.Ordinal));
    }

    private void CancelBehindBreak(UploadProgress value, CancellationTokenSource cancel)
    {
        if (value.BytesSent > 0 && Server.Requests.Any(request => request.Method == "HEAD"))
        {
            cancel.Cancel();
        }
    }
}
