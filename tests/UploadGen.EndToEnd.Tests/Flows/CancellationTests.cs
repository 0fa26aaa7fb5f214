using UploadGen.EndToEnd.Tests.Server;

namespace UploadGen.EndToEnd.Tests.Flows;

public sealed class CancellationTests : FlowTests
{
    private const int Length = 40_000_000;

    [Fact]
    public async Task Canceled_in_the_middle_of_the_PUT_an_upload_leaves_no_object()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Runflow().UploadAssetAsync(Content(), progress: CancelInTheMiddle(canceled), cancellationToken: canceled.Token));

        Assert.Equal(canceled.Token, ended.CancellationToken);
        await UntilBrokenOffAsync("PUT");
        Assert.Equal(2, Server.Requests.Count);
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task Canceled_in_the_middle_of_a_form_an_upload_leaves_no_object()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var content = UploadContent.FromStream(new ZeroStream(20_000_000), "bottle.png", length: 20_000_000);

        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Images().UploadAsync(content, CancelInTheMiddle(canceled), canceled.Token));

        Assert.Equal(canceled.Token, ended.CancellationToken);
        await UntilBrokenOffAsync("POST");
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task Canceled_before_it_began_an_upload_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Runflow().UploadAssetAsync(Content(), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(Server.Requests);
    }

    private static UploadContent Content() => UploadContent.FromStream(new ZeroStream(Length), "film.mp4", length: Length);

    private static Observer CancelInTheMiddle(CancellationTokenSource canceled)
        => new(report =>
        {
            if (report.BytesSent > 0)
            {
                canceled.Cancel();
            }
        });

    private async Task UntilBrokenOffAsync(string method)
    {
        while (!Server.Requests.Any(request => request.Method == method && request.Status is null))
        {
            await Task.Delay(20, Cancellation);
        }
    }
}
