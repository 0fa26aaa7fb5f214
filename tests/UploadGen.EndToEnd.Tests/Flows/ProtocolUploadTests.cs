namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Uploads by each protocol in one generated call: what goes wrong on the way, and what is said of it.</summary>
public sealed class ProtocolUploadTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 1_000_000).Select(place => (byte)(place % 251))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. BargeUploads.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_empty_file_is_sent_where_the_protocol_has_a_way_to(string kind)
    {
        await using var server = await BargeServer.StartAsync();

        var failure = await Record.ExceptionAsync(() => UploadAsync(server, kind, []));

        Assert.Empty(server.Violations);
        if (kind != BargeUploads.Drive)
        {
            Assert.Null(failure);
            Assert.Empty(Assert.Single(server.Complete));
            return;
        }

        var refused = Assert.IsType<UploadException>(failure);
        Assert.Equal((UploadStep.Create, false, 0), (refused.Step, refused.IsStored, server.Opened));
        Assert.Contains("is empty", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no upload was opened", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BargeUploads.Drive)]
    [InlineData(BargeUploads.Blob)]
    public async Task What_cannot_be_sent_as_the_protocol_wants_it_opens_no_upload(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        using var stream = new OnceStream();
        var content = UploadContent.FromStream(stream, "a.bin", length: 300 * 1024 * 1024);

        var failure = await Assert.ThrowsAsync<UploadException>(() => server.Client().UploadAsync(kind, content, null, Cancellation));

        Assert.Contains("can't seek", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Opened);
    }

    private static Task UploadAsync(BargeServer server, string kind, byte[] bytes, UploadOptions? options = null)
        => server.Client().UploadAsync(kind, UploadContent.FromBytes(bytes, "a.bin"), options, Cancellation);

    /// <summary>A stream that can't seek, and that nobody gets to read.</summary>
    private sealed class OnceStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It was read.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
