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

    /// <summary>Every request of every protocol, whatever becomes of it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whichever_request_goes_wrong_the_file_arrives_once(string kind)
    {
        var count = await RequestsAsync(kind);
        foreach (var fault in new[] { SessionFault.Busy, SessionFault.Cut, SessionFault.LostAnswer })
        {
            for (var request = 1; request <= count; request++)
            {
                await using var server = await BargeServer.StartAsync();
                Fail(server, request, fault);

                var failure = await Record.ExceptionAsync(() => UploadAsync(server, kind, File));

                Assert.Empty(server.Violations);
                Assert.Equal(File, Assert.Single(server.Complete));
                Assert.Equal(1, server.Opened);
                if (failure is not null)
                {
                    // A session that ends with its file takes the answer along.
                    Assert.Equal((BargeUploads.Drive, SessionFault.LostAnswer), (kind, fault));
                    Assert.Null(Assert.IsType<UploadException>(failure).IsStored);
                }
            }
        }
    }

    [Theory]
    [InlineData(BargeUploads.Film)]
    [InlineData(BargeUploads.Drive)]
    [InlineData(BargeUploads.Draft)]
    [InlineData(BargeUploads.Stream)]
    [InlineData(BargeUploads.Harbor)]
    public async Task A_session_that_has_expired_is_opened_anew(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        var last = await RequestsAsync(kind);
        server.Opens = session =>
        {
            if (server.Opened == 1)
            {
                session.Fail(last, SessionFault.Gone);
            }
        };

        await UploadAsync(server, kind, File);

        Assert.Equal(2, server.Opened);
        Assert.Equal(File, Assert.Single(server.Complete));
    }

    /// <summary>Where a session in ranges stands elsewhere, Google's is unavailable: it may have taken what was sent, so only more than the file is certain.</summary>
    [Theory]
    [InlineData(BargeUploads.Film, 2_097_152)]
    [InlineData(BargeUploads.Drive, 524_288)]
    [InlineData(BargeUploads.Drive, 2_097_152)]
    [InlineData(BargeUploads.Draft, 524_288)]
    [InlineData(BargeUploads.Draft, 2_097_152)]
    [InlineData(BargeUploads.Stream, 524_288)]
    [InlineData(BargeUploads.Stream, 2_097_152)]
    public async Task A_server_that_has_more_than_was_sent_is_told_of_and_gets_nothing(string kind, int count)
    {
        await using var server = await BargeServer.StartAsync();
        server.Opens = session => session.Add(count);

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server, kind, File));

        Assert.Contains("nother program sends to", failure.Message, StringComparison.Ordinal);
        Assert.Contains("open a new one", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{count:N0} bytes", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Complete);
    }

    /// <summary>What a later run finds counts, and not what an earlier one has sent.</summary>
    [Theory]
    [InlineData(BargeUploads.Film)]
    [InlineData(BargeUploads.Stream)]
    [InlineData(BargeUploads.Harbor)]
    public async Task A_server_that_has_lost_some_gets_it_again(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        using var file = new KeptFile([.. Enumerable.Repeat(File, 3).SelectMany(bytes => bytes)]);
        Fail(server, await RequestsAsync(kind), SessionFault.Cut);
        await Assert.ThrowsAsync<UploadException>(
            () => server.Client(options => options.Retry.MaxAttempts = 1).UploadAsync(kind, file.Content, file.Options, Cancellation));
        var session = server.Sessions[0];
        Assert.NotEqual(0, session.Count);
        session.Fail(session.Requests.Count + 1, SessionFault.Loses);

        await server.Client().UploadAsync(kind, file.Content, file.Options, Cancellation);

        Assert.Equal(file.Bytes, Assert.Single(server.Complete));
        Assert.Equal(1, server.Opened);
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(BargeUploads.Stream)]
    [InlineData(BargeUploads.Harbor)]
    public async Task Bytes_that_are_changed_on_their_way_to_a_server_that_checks_them_are_sent_again(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        server.TusExtensions = "creation,checksum";
        Fail(server, await RequestsAsync(kind), SessionFault.Changed);

        await UploadAsync(server, kind, File);

        Assert.Equal(File, Assert.Single(server.Complete));
        Assert.Contains(server.Sessions[0].Requests, request => request.EndsWith("460", StringComparison.Ordinal));
        Assert.Empty(server.Violations);
    }

    /// <summary>Blocks that no list names go by themselves, and of what was created at an endpoint nobody but the server knows that it is left.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_upload_that_fails_is_given_up_where_the_protocol_has_a_way_to(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var last = await RequestsAsync(kind);
        server.Opens = session => session.Arrives = request => CancelAt(request);
        server.OpensBlob = blob => blob.Arrives = request => CancelAt(request);

        // More than the network holds on its way.
        var failure = await Assert.ThrowsAsync<UploadCanceledException>(
            () => server.Client().UploadAsync(kind, Content(new byte[50_000_000]), null, end.Token));

        void CancelAt(int request)
        {
            if (request == last)
            {
                end.Cancel();
            }
        }

        Assert.False(failure.IsStored);
        var hasWay = kind is not (BargeUploads.Blob or BargeUploads.Harbor);
        Assert.Equal(hasWay, failure.Message.Contains("The upload was given up with the API.", StringComparison.Ordinal));
        Assert.All(server.Sessions, session => Assert.NotEqual(hasWay, session.IsOpen));
        Assert.Empty(server.Violations);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_state_is_refused_for_another_API_another_file_and_another_call(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        await using var other = await BargeServer.StartAsync();
        using var file = new KeptFile(File);
        using var another = new KeptFile([.. File, 1]);
        Fail(server, await RequestsAsync(kind), SessionFault.Busy);
        UploadState? state = null;
        var kept = new UploadOptions { StateChanged = changed => state = changed };
        await Assert.ThrowsAsync<UploadException>(
            () => server.Client(options => options.Retry.MaxAttempts = 1).UploadAsync(kind, file.Content, kept, Cancellation));
        var requests = server.Requests;
        kept = new UploadOptions { State = UploadState.FromJson(state!.ToJson()) };

        await Assert.ThrowsAsync<ArgumentException>(() => other.Client().UploadAsync(kind, file.Content, kept, Cancellation));
        await Assert.ThrowsAsync<IOException>(() => server.Client().UploadAsync(kind, another.Content, kept, Cancellation));
        foreach (var call in BargeUploads.All.Where(call => call != kind))
        {
            await Assert.ThrowsAsync<ArgumentException>(() => server.Client().UploadAsync(call, file.Content, kept, Cancellation));
        }

        Assert.Equal((1, 0, requests), (server.Opened, other.Opened, server.Requests));
        await server.Client().UploadAsync(kind, file.Content, kept, Cancellation);
        Assert.Equal(File, Assert.Single(server.Complete));
        Assert.Equal(1, server.Opened);
    }

    /// <summary>An operation that is the protocol's own question: what it tells is all in headers.</summary>
    [Fact]
    public async Task What_an_answer_to_HEAD_tells_can_be_read()
    {
        await using var server = await BargeServer.StartAsync();

        var answer = await server.Client().GetStreamOffsetAsync("1", Cancellation);

        Assert.Equal(("7", null), (answer.UploadOffset, answer.UploadLength));
        Assert.Contains("UploadOffset = 7", answer.ToString(), StringComparison.Ordinal);
    }

    /// <summary>How many requests an upload takes that nothing happens to.</summary>
    private static async Task<int> RequestsAsync(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        await UploadAsync(server, kind, File);
        return server.Requests;
    }

    private static void Fail(BargeServer server, int request, SessionFault fault)
    {
        server.Opens = session => session.Fail(request, fault);
        server.OpensBlob = blob => blob.Fail(request, fault);
    }

    private static UploadContent Content(byte[] bytes) => UploadContent.FromBytes(bytes, "a.bin");

    private static Task UploadAsync(BargeServer server, string kind, byte[] bytes, UploadOptions? options = null)
        => server.Client().UploadAsync(kind, Content(bytes), options, Cancellation);

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
