using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>How often a content is read for the digests that the steps of its upload tell.</summary>
public class DigestReadTests
{
    private static readonly byte[] File = Bytes.Of(300_000);

    private readonly List<string> _told = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_digests_that_are_told_beforehand_cost_one_read()
    {
        await using var server = WireServer.Recording([]);

        Assert.Equal(2 * File.Length, await UploadAsync(server, beforehand: [DigestAlgorithm.Sha256, DigestAlgorithm.Md5], atTheEnd: []));
        Assert.Equal([Hex(HashAlgorithmName.SHA256), Hex(HashAlgorithmName.MD5)], _told);
    }

    [Fact]
    public async Task What_is_told_when_the_file_is_there_costs_none()
    {
        await using var server = WireServer.Recording([]);

        Assert.Equal(File.Length, await UploadAsync(server, beforehand: [], atTheEnd: [DigestAlgorithm.Sha256, DigestAlgorithm.Sha1]));
        Assert.Equal([Hex(HashAlgorithmName.SHA256), Hex(HashAlgorithmName.SHA1)], _told);
    }

    /// <summary>It is that of the attempt that got through.</summary>
    [Fact]
    public async Task A_file_that_is_sent_again_has_the_same_digest()
    {
        await using var server = WireServer.Recording([], "HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n", WireServer.Ok);

        Assert.Equal(2 * File.Length, await UploadAsync(server, beforehand: [], atTheEnd: [DigestAlgorithm.Sha256]));
        Assert.Equal([Hex(HashAlgorithmName.SHA256)], _told);
    }

    /// <summary>Storage tells the digest that was told to the API: it is made once for both.</summary>
    [Fact]
    public async Task What_storage_tells_is_compared_with_what_was_made()
    {
        var answer = $"HTTP/1.1 200 x\r\nx-amz-request-id: 1\r\nETag: \"{Hex(HashAlgorithmName.MD5)}\"\r\nContent-Length: 0\r\n\r\n";
        await using var server = WireServer.Recording([], answer);

        Assert.Equal(File.Length, await UploadAsync(server, beforehand: [], atTheEnd: [DigestAlgorithm.Md5]));
    }

    private async Task<int> UploadAsync(WireServer server, DigestAlgorithm[] beforehand, DigestAlgorithm[] atTheEnd)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } };
        var storage = new ApiConnection(null, options, "").Storage;
        var flow = new UploadFlow<string, string>("Thing", "openThing")
        {
            Digests = [.. beforehand, .. atTheEnd],
            Create = (file, _) => TellAsync(file, beforehand),
            Put = (_, file, progress, token) => storage.PutAsync("openThing", server.Address + "/k", file, headers: null, progress, token),
            Confirm = (_, file, _) => TellAsync(file, atTheEnd),
        };
        using var stream = new CountedStream(File);
        await new UploadRunner(NullLogger.Instance).RunAsync(flow, UploadContent.FromStream(stream, "a"), null, null, Token);
        return stream.BytesRead;
    }

    private async Task<string> TellAsync(UploadContent file, DigestAlgorithm[] algorithms)
    {
        foreach (var algorithm in algorithms)
        {
            _told.Add(await ContentDigest.WriteAsync(file, algorithm, DigestEncoding.Hex, Token));
        }

        return "";
    }

    private static string Hex(HashAlgorithmName name) => Convert.ToHexStringLower(CryptographicOperations.HashData(name, File));
}
