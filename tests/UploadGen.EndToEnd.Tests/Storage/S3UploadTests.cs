using System.Net;
using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Server;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>What gets through to an S3 store.</summary>
public sealed class S3UploadTests(StorageServers servers) : S3Tests(servers)
{
    public static TheoryData<string> AwkwardKeys { get; } =
    [
        "a b.txt", "a+b.txt", "ä€😀.txt", "a%20b.txt", "a%2Fb.txt", "a%2fb.txt", "100%.txt", "(x)!*'.txt", "a=b&c;d@e:f,g$.txt", "q?x#y.txt", "~-_.",
        "a//b.txt",
        "a/./b.txt", "a/../b.txt", "../b.txt", "a/..", "%2e%2e/b.txt", @"a\b|c^d`e{f}""<>.txt",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50_000)]
    [InlineData(5_000_000)]
    public async Task One_call_brings_a_file_in(int length)
    {
        using var file = new SampleFile(length);
        await using var api = await DepotApi.StartAsync(
            announced => new Ticket(Key, Store.SignPut(Key, put => put.ContentType = announced.ContentType)), Store.FindAsync);

        var record = await api.Client().UploadFileAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal(new StoredObject(length, file.Sha256, "image/webp"), await Store.FindAsync(Key));
        Assert.Equal((length, "image/webp"), (record.Size, record.ContentType));
        Assert.Equal((1, 1), (api.Opened, api.Confirmed));
    }

    [Fact]
    public async Task Every_signed_header_of_the_answer_is_sent_as_it_was_signed()
    {
        var (content, sha256) = RandomFile(3000);
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "image/webp;q=\"a b\"",
            ["Content-Length"] = "3000",
            ["Cache-Control"] = "no-store, max-age=0",
            ["Content-Disposition"] = "attachment; filename*=UTF-8''b%C3%A4.webp",
            ["If-None-Match"] = "*",
            ["x-amz-meta-owner"] = "Jane Doe",
        };
        await using var api = await GiveAsync(Store.SignPut(Key, headers), headers);

        await api.Client().UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal(new StoredObject(3000, sha256, "image/webp;q=\"a b\""), await Store.FindAsync(Key));
    }

    [Theory]
    [MemberData(nameof(AwkwardKeys))]
    public async Task The_URL_of_an_awkward_key_arrives_letter_by_letter(string name)
    {
        var (content, sha256) = RandomFile(1000);
        var folder = $"{Guid.NewGuid():N}/";
        await using var api = await DepotApi.StartAsync(_ => new Ticket(folder + name, Store.SignPut(folder + name)), Store.FindAsync);

        await api.Client().UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal([folder + name], await Store.KeysAsync(folder));
        Assert.Equal(sha256, (await Store.FindAsync(folder + name))!.Sha256);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_rewound_goes_out_with_its_length_because_the_store_refuses_chunks()
    {
        const int Length = 200_000;
        await using var api = await GiveAsync(Store.SignPut(Key));
        using var http = new HttpClient { DefaultRequestHeaders = { TransferEncodingChunked = true } };
        using var chunked = await http.PutAsync(new Uri(Store.SignPut(Key)), new ByteArrayContent(new byte[Length]), Cancellation);

        await api.Client().UploadFileAsync(UploadContent.FromStream(new ZeroStream(Length), "zeros.bin", length: Length), cancellationToken: Cancellation);

        Assert.Equal(HttpStatusCode.LengthRequired, chunked.StatusCode);
        Assert.Equal(Length, (await Store.FindAsync(Key))!.Length);
    }

    [Fact]
    public async Task Over_TLS_a_file_gets_to_a_server_that_is_trusted()
    {
        var (content, sha256) = RandomFile(2_000_000);
        using var http = Gateway.Certificate.TrustingClient();
        await using var api = await GiveAsync(Gateway.Tls.SignPut(Key));

        await api.Client(http).UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    [Fact]
    public async Task Over_TLS_nothing_gets_to_a_server_that_is_not_trusted()
    {
        var url = Gateway.Tls.SignPut(Key);
        await using var api = await GiveAsync(url);

        var failed = await Assert.ThrowsAsync<UploadException>(() => api.Client().UploadFileAsync(RandomFile(1000).Content, cancellationToken: Cancellation));

        Assert.Equal((UploadStep.Put, null), (failed.Step, failed.StatusCode));
        Assert.Contains("TLS", failed.Message, StringComparison.Ordinal);
        HoldsNoSecret(failed, new Uri(url));
        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal(0, api.Confirmed);
    }

    [Theory]
    [InlineData(2_000_000, 1_999_999)]
    [InlineData(2_000_000, 2_000_001)]
    [InlineData(1000, 999)]
    [InlineData(1000, 1001)]
    public async Task A_file_that_is_not_as_long_as_announced_leaves_no_object(int announced, int actual)
    {
        await using var api = await GiveAsync(Store.SignPut(Key));
        var content = UploadContent.FromStream(new ZeroStream(actual), "zeros.bin", length: announced);

        await Assert.ThrowsAsync<IOException>(() => api.Client().UploadFileAsync(content, cancellationToken: Cancellation));

        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal((1, 0), (api.Opened, api.Confirmed));
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_no_object()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new Observer(report =>
        {
            if (report.BytesSent > 0)
            {
                source.Cancel();
            }
        });
        await using var api = await GiveAsync(Store.SignPut(Key));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.Client().UploadFileAsync(RandomFile(20_000_000).Content, progress: progress, cancellationToken: source.Token));

        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal((1, 0), (api.Opened, api.Confirmed));
    }
}
