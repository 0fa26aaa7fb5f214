namespace UploadGen.Tests;

public class UploadContentTests
{
    private static Task PutAsync(WireServer server, UploadContent content, CancellationToken? cancellationToken = null)
        => new ApiConnection(null, new UploadClientOptions(), "https://api.example").Storage.PutAsync(
            "createUpload", server.Address + "/k", content, null, null, cancellationToken ?? TestContext.Current.CancellationToken);

    [Fact]
    public void A_missing_file_is_told_at_once()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => UploadContent.FromFile("/no/such/file.png"));
        Assert.Contains("/no/such/file.png", missing.Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<FileNotFoundException>(() => UploadContent.FromFile(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_tells_its_name_type_and_length()
    {
        using var file = new TestFile(new byte[3], "Bottle.WEBP");
        var content = UploadContent.FromFile(file.FilePath);
        Assert.Equal(("Bottle.WEBP", "image/webp", 3L, true), (content.FileName, content.MediaType, content.Length, content.CanReplay));
        Assert.Equal("other.bin", UploadContent.FromFile(file.FilePath, fileName: "other.bin").FileName);
    }

    [Theory]
    [InlineData("a.jpeg", "image/jpeg")]
    [InlineData("a.tar.gz", "application/gzip")]
    [InlineData("a", "application/octet-stream")]
    [InlineData(".png", "image/png")]
    [InlineData("a.unheard-of", "application/octet-stream")]
    public void The_media_type_is_guessed_from_the_extension(string name, string type)
        => Assert.Equal(type, UploadContent.FromBytes(default, name).MediaType);

    [Theory]
    [InlineData("image/png; charset=UTF-8")]
    [InlineData("Text/Plain;a=b")]
    public void A_given_media_type_is_kept_letter_by_letter(string type) => Assert.Equal(type, UploadContent.FromBytes(default, "a", type).MediaType);

    [Theory]
    [InlineData("png")]
    [InlineData("")]
    [InlineData("image/png\r\nX-Evil: 1")]
    public void What_is_no_media_type_is_refused(string type) => Assert.Throws<ArgumentException>(() => UploadContent.FromBytes(default, "a", type));

    [Fact]
    public async Task A_locked_file_is_told_before_anything_is_sent()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var file = new TestFile(Bytes.Of(10));
        var content = UploadContent.FromFile(file.FilePath);
        using FileStream locked = new(file.FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var failure = await Assert.ThrowsAsync<IOException>(() => PutAsync(server, content));

        Assert.Contains(file.FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.Empty(requests);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(10)]
    public async Task A_file_that_changed_after_it_was_prepared_is_not_sent(int newLength)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var file = new TestFile(Bytes.Of(10));
        var content = UploadContent.FromFile(file.FilePath);
        await File.WriteAllBytesAsync(file.FilePath, new byte[newLength], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file.FilePath, DateTime.UtcNow.AddSeconds(1));

        var failure = await Assert.ThrowsAsync<IOException>(() => PutAsync(server, content));

        Assert.Contains($"has {newLength} now", failure.Message, StringComparison.Ordinal);
        Assert.Empty(requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task A_file_that_changes_while_it_is_sent_never_arrives_whole(int growth)
    {
        const int Length = 16 * 1024 * 1024;
        using var file = new TestFile(new byte[Length]);
        long received = 0;
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await connection.ReadAsync(1024);
            using (var other = new FileStream(file.FilePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                other.SetLength(Length + growth);
            }

            if (growth == 0)
            {
                File.SetLastWriteTimeUtc(file.FilePath, DateTime.UtcNow.AddSeconds(1));
            }

            received = 1024 + await connection.DrainAsync();
        });

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => PutAsync(server, UploadContent.FromFile(file.FilePath)));

        Assert.Contains("bottle.webp", failure.Message, StringComparison.Ordinal);
        await server.HandledAsync();
        Assert.True(received < Length, $"{received} bytes arrived");
    }

    [Theory]
    [InlineData(999, "ended after 999 of 1000 bytes")]
    [InlineData(1001, "more than the 1000 bytes")]
    public async Task A_stream_of_another_length_than_announced_is_an_error_and_the_object_never_whole(int actual, string told)
    {
        long received = 0;
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            received = await connection.DrainAsync();
        });
        using var stream = new ForwardStream(new byte[actual]);

        var failure = await Assert.ThrowsAsync<IOException>(() => PutAsync(server, UploadContent.FromStream(stream, "a.bin", length: 1000)));

        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        await server.HandledAsync();
        Assert.True(received < 1000, $"{received} bytes arrived");
    }

    [Fact]
    public async Task A_stream_is_sent_from_where_it_stood_each_time_and_left_open()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var bytes = Bytes.Of(100_000);
        using var stream = new MemoryStream(bytes) { Position = 40_000 };
        var content = UploadContent.FromStream(stream, "a.bin");
        Assert.Equal(60_000, content.Length);

        await PutAsync(server, content);
        await PutAsync(server, content);

        Assert.All(requests, request => Assert.Equal(bytes[40_000..], request.Body));
        Assert.Equal(2, requests.Count);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once_only()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var stream = new ForwardStream(Bytes.Of(10));
        var content = UploadContent.FromStream(stream, "a.bin", length: 10);
        Assert.False(content.CanReplay);
        await PutAsync(server, content);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PutAsync(server, content));
        Assert.Single(requests);
    }

    [Fact]
    public async Task A_stream_is_not_sent_twice_at_once()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var stream = new MemoryStream(Bytes.Of(10));
        var content = UploadContent.FromStream(stream, "a.bin");
        using (new ContentReader(content))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => PutAsync(server, content));
        }

        await PutAsync(server, content);
        Assert.Equal(Bytes.Of(10), Assert.Single(requests).Body);
    }

    [Fact]
    public void Bytes_in_the_middle_of_an_array_are_opened_as_such()
    {
        using var stream = UploadContent.FromBytes(Bytes.Of(100).AsMemory(10, 20), "a").Source.Open();
        var read = new byte[20];
        stream.ReadExactly(read);
        Assert.Equal(Bytes.Of(100)[10..30], read);
        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public void A_stream_of_unknown_length_is_refused_with_the_reason()
    {
        using var stream = new ForwardStream([]);
        var refused = Assert.Throws<ArgumentException>(() => UploadContent.FromStream(stream, "a"));
        Assert.Equal("length", refused.ParamName);
        Assert.Contains("chunked", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_is_wrong_for_a_stream_that_seeks_is_refused()
    {
        using var stream = new MemoryStream(new byte[10]) { Position = 4 };
        Assert.Throws<ArgumentException>(() => UploadContent.FromStream(stream, "a", length: 10));
        Assert.Equal(6, UploadContent.FromStream(stream, "a", length: 6).Length);
    }

    [Fact]
    public void A_closed_stream_is_refused()
    {
        var stream = new MemoryStream();
        stream.Dispose();
        Assert.Throws<ArgumentException>(() => UploadContent.FromStream(stream, "a"));
    }

    [Fact]
    public async Task The_same_file_may_be_sent_many_times_at_once_and_is_closed_after()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var file = new TestFile(Bytes.Of(500_000));
        var content = UploadContent.FromFile(file.FilePath);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(server, content)));

        Assert.Equal(8, requests.Count);
        Assert.All(requests, request => Assert.Equal(Bytes.Of(500_000), request.Body));
        // Fails while any handle is open.
        await using var exclusive = new FileStream(file.FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }
}
