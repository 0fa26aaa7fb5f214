using UploadGen.EndToEnd.Tests.Server;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Files that are not, or not any more, what was announced: each is an error that says so, and none leaves an object behind.</summary>
public sealed class BrokenFileTests : FlowTests
{
    [Fact]
    public void A_missing_file_is_named_at_once()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => UploadContent.FromFile("no/such/bottle.webp"));

        Assert.Contains("no/such/bottle.webp", missing.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_file_that_has_gone_is_named_and_no_upload_opened()
    {
        using var file = new SampleFile(1000);
        var content = file.Content();
        File.Delete(file.Path);

        var gone = await Assert.ThrowsAsync<FileNotFoundException>(() => Runflow().UploadAssetAsync(content, cancellationToken: Cancellation));

        Assert.Contains(file.Path, gone.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_locked_file_is_named_and_no_upload_opened()
    {
        using var file = new SampleFile(1000);
        var content = file.Content();
        await using var writer = new FileStream(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var locked = await Assert.ThrowsAsync<IOException>(() => Runflow().UploadAssetAsync(content, cancellationToken: Cancellation));

        Assert.All([file.Path, "another program"], part => Assert.Contains(part, locked.Message, StringComparison.Ordinal));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task An_empty_file_is_refused_where_the_document_wants_a_byte()
    {
        using var file = new SampleFile(0);

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => Runflow().UploadAssetAsync(file.Content(), cancellationToken: Cancellation));

        Assert.Single(refused.Violations);
        Assert.Contains("/size_bytes: perfume bottle.webp is 0 bytes, minimum is 1 byte. Exact size", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_file_that_has_grown_since_is_named_and_no_upload_opened()
    {
        using var file = new SampleFile(1000);
        var content = file.Content();
        await File.AppendAllTextAsync(file.Path, "more", Cancellation);

        var changed = await Assert.ThrowsAsync<IOException>(() => Runflow().UploadAssetAsync(content, cancellationToken: Cancellation));

        Assert.All([file.Path, "1000", "1004"], part => Assert.Contains(part, changed.Message, StringComparison.Ordinal));
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData(8_000_001)]
    [InlineData(7_000_000)]
    public async Task A_file_that_changes_its_length_while_it_is_sent_leaves_no_object(int newLength)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody write to a file that is being sent.");
        using var file = new SampleFile(8_000_000);
        var resize = AtTheFirstByte(() => Resize(file.Path, newLength));

        var changed = await Assert.ThrowsAsync<IOException>(() => Cyberun().UploadFileAsync(file.Content(), progress: resize, cancellationToken: Cancellation));

        Assert.All(["perfume bottle.webp", "8000000"], part => Assert.Contains(part, changed.Message, StringComparison.Ordinal));
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task A_file_whose_bytes_change_while_it_is_sent_leaves_no_object()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody write to a file that is being sent.");
        using var file = new SampleFile(8_000_000);

        await Assert.ThrowsAsync<IOException>(() => Images().UploadAsync(file.Content(), AtTheFirstByte(() => Resize(file.Path, 8_000_000)), Cancellation));

        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task A_stream_that_ends_early_leaves_no_object()
    {
        var content = UploadContent.FromStream(new ZeroStream(999), "bottle.webp", length: 1000);

        var ended = await Assert.ThrowsAsync<IOException>(() => Runflow().UploadAssetAsync(content, cancellationToken: Cancellation));

        Assert.All(["bottle.webp", "999 of 1000"], part => Assert.Contains(part, ended.Message, StringComparison.Ordinal));
        Assert.Empty(Server.Objects);
        Assert.DoesNotContain(Server.Requests, request => request.Path.EndsWith("/confirmations", StringComparison.Ordinal));
    }

    private static Observer AtTheFirstByte(Action act)
    {
        var acted = false;
        return new Observer(report =>
        {
            if (acted || report.BytesSent == 0)
            {
                return;
            }

            acted = true;
            act();
        });
    }

    private static void Resize(string path, int length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
        file.WriteByte(1);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(1));
    }
}
