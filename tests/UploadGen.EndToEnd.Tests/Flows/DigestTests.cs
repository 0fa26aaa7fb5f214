using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Digests that an API wants of a file are made by the one call, and the file is the one that they were made of: <c>ledger.json</c>.</summary>
public sealed class DigestTests
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(700_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A file, bytes, and a stream that seeks.</summary>
    public static TheoryData<string> Kinds => new("file", "bytes", "stream");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Digests_are_told_before_the_file_is_sent_and_again_when_it_is_there(string kind)
    {
        await using var server = await LedgerServer.StartAsync();
        using var file = new KindOfFile(kind);

        await server.Client.UploadScrollAsync(file.Content, cancellationToken: Cancellation);

        Assert.Equal(Bytes, server.Held);
        Assert.Equal(["POST /scrolls", "PUT /storage/1", "POST /scrolls/1/complete"], server.Log);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_digest_that_is_stated_is_told_to_what_confirms(string kind)
    {
        await using var server = await LedgerServer.StartAsync();
        using var file = new KindOfFile(kind);

        await server.Client.UploadLeafAsync(file.Content, cancellationToken: Cancellation);

        Assert.Equal(Bytes, server.Held);
    }

    /// <summary>It is made while the file is sent, so that even a stream that can't seek will do.</summary>
    [Fact]
    public async Task A_digest_for_the_end_needs_no_second_read()
    {
        await using var server = await LedgerServer.StartAsync();
        await using var stream = new BufferedStream(new ForwardOnly(Bytes));

        await server.Client.UploadLeafAsync(UploadContent.FromStream(stream, "a", length: Bytes.Length), cancellationToken: Cancellation);

        Assert.Equal(Bytes, server.Held);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_has_no_digest_beforehand()
    {
        await using var server = await LedgerServer.StartAsync();
        await using var stream = new BufferedStream(new ForwardOnly(Bytes));

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => server.Client.UploadScrollAsync(UploadContent.FromStream(stream, "a", length: Bytes.Length), cancellationToken: Cancellation));

        Assert.Contains("has to be read twice", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Log);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Headers_that_want_a_digest_of_the_body_get_the_files(string kind)
    {
        await using var server = await LedgerServer.StartAsync();
        using var file = new KindOfFile(kind);

        await server.Client.UploadTomeAsync(file.Content, cancellationToken: Cancellation);

        Assert.Equal(Bytes, server.Held);
        Assert.Equal(["POST /uploads", "PUT /uploads/1/content", "POST /uploads/1/complete"], server.Log);
    }

    /// <summary>What was told is of the bytes before. The last ones aren't sent, so that no server has the others whole.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_that_changes_after_its_digest_was_told_is_not_sent_whole(string kind)
    {
        await using var server = await LedgerServer.StartAsync();
        using var file = new KindOfFile(kind);
        server.Opened = file.Change;

        var failure = await Assert.ThrowsAsync<IOException>(() => server.Client.UploadScrollAsync(file.Content, cancellationToken: Cancellation));

        Assert.Contains("has changed since", failure.Message, StringComparison.Ordinal);
        Assert.Null(server.Held);
        Assert.DoesNotContain("POST /scrolls/1/complete", server.Log);
    }

    /// <summary>A content whose bytes can be changed under it.</summary>
    private sealed class KindOfFile : IDisposable
    {
        private readonly byte[] _bytes = [.. Bytes];
        private readonly string? _path;

        public KindOfFile(string kind)
        {
            if (kind == "file")
            {
                _path = Path.GetTempFileName();
                File.WriteAllBytes(_path, _bytes);
            }

            Content = kind switch
            {
                "file" => UploadContent.FromFile(_path!),
                "bytes" => UploadContent.FromBytes(_bytes, "a.bin"),
                _ => UploadContent.FromStream(new MemoryStream(_bytes), "a.bin"),
            };
        }

        public UploadContent Content { get; }

        /// <summary>Flips a bit, and puts the file's times back.</summary>
        public void Change()
        {
            _bytes[123_456] ^= 1;
            if (_path is null)
            {
                return;
            }

            var written = File.GetLastWriteTimeUtc(_path);
            File.WriteAllBytes(_path, _bytes);
            File.SetLastWriteTimeUtc(_path, written);
        }

        public void Dispose()
        {
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
    }

    private sealed class ForwardOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
