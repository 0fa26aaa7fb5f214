using System.Text.RegularExpressions;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>An upload in parts, each to a signed URL of its own.</summary>
public sealed class PrintsFlowTests : FlowTests
{
    private const int PartSize = 128 * 1024;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(PartSize, 1)]
    [InlineData(PartSize + 1, 2)]
    [InlineData(1_000_000, 8)]
    public async Task One_call_sends_all_parts_and_completes(int length, int parts)
    {
        using var file = new SampleFile(length, "poster.png");

        var printed = await Prints().UploadPrintFileAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal((file.Sha256, parts, length), (printed.Sha256, printed.PartCount, (int)printed.FileSize));
        Assert.Equal(file.Sha256, Server.FindObject($"prints/{printed.Id}/poster.png")!.Sha256);
        Assert.Equal(
            ["POST /v1/print-files 201", .. Enumerable.Range(1, parts).Select(number => $"PUT /storage/prints/{printed.Id}/parts/{number} 200")],
            Exchanges.SkipLast(1).Order(StringComparer.Ordinal).OrderBy(line => line.Length));
        Assert.Equal($"POST /v1/print-files/{printed.Id}/complete 200", Exchanges.Last());
    }

    [Fact]
    public async Task A_part_s_request_carries_its_length_and_nothing_of_the_API()
    {
        using var file = new SampleFile(PartSize + 5, "poster.png");

        await Prints().UploadPrintFileAsync(file.Content(), cancellationToken: Cancellation);

        var last = Server.Requests.Single(request => request.Path.EndsWith("/parts/2", StringComparison.Ordinal));
        HasExactly(last, $"Host: {Server.BaseAddress.Authority}", "Content-Length: 5");
    }

    [Fact]
    public async Task An_upload_that_is_canceled_is_given_up_with_the_parts_that_are_there()
    {
        using var file = new SampleFile(1_000_000, "poster.png");
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Prints().UploadPrintFileAsync(
            file.Content(), progress: new Observer(value => CancelBehind(value, cancel)), cancellationToken: cancel.Token));

        Assert.Single(Exchanges, line => Regex.IsMatch(line, "^DELETE /v1/print-files/[0-9a-f-]+ 204$"));
        Assert.DoesNotContain(Exchanges, line => line.Contains("/complete", StringComparison.Ordinal));
    }

    private static void CancelBehind(UploadProgress value, CancellationTokenSource cancel)
    {
        if (value.BytesSent > PartSize)
        {
            cancel.Cancel();
        }
    }
}
