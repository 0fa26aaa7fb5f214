using System.Buffers.Binary;
using System.Security.Cryptography;

namespace UploadGen.Tests;

/// <summary>What storage says that it holds is compared with what was sent, where it is certain what it says.</summary>
public class StoredDigestTests
{
    private const string OfS3 = "x-amz-request-id: 1\r\n";
    private const string NoContent = "HTTP/1.1 204 x";

    private static readonly byte[] File = Bytes.Of(1000);
    private static readonly byte[] Other = Bytes.Of(999);

    private readonly List<WireRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A header for the digest of these bytes, and what makes it certain.</summary>
    public static TheoryData<string, string> Certain => new()
    {
        { "x-amz-checksum-crc32", "crc32" },
        { "x-amz-checksum-crc32c", "crc32c" },
        { "x-amz-checksum-crc64nvme", "crc64nvme" },
        { "x-amz-checksum-crc64nvme with type", "crc64nvme" },
        { "x-amz-checksum-sha1", "sha1" },
        { "x-amz-checksum-sha256", "sha256" },
        { "x-goog-hash crc32c", "crc32c" },
        { "x-goog-hash md5", "md5" },
        { "x-ms-content-crc64", "crc64nvme" },
        { "Content-MD5", "md5" },
        { "Content-MD5 of Azure", "md5" },
        { "Repr-Digest in a 204", "sha256" },
        { "Digest in a 204", "sha256" },
        { "ETag of S3", "md5" },
        { "ETag of S3 in capitals", "md5" },
        { "ETag of S3 with its own key", "md5" },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public async Task Another_digest_is_an_error_with_both_after_one_more_try(string header, string algorithm)
    {
        await using var server = WireServer.Recording(_requests, Answer(header, Other));

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server));

        Assert.Equal(($"{algorithm}:{Hex(algorithm, Other)}", $"{algorithm}:{Hex(algorithm, File)}"), (failure.StoredDigest, failure.SentDigest));
        Assert.Equal((UploadStep.Put, (bool?)false, true, 2), (failure.Step, failure.IsStored, failure.IsTransient, failure.Attempts));
        Assert.Contains(failure.StoredDigest!, failure.Message, StringComparison.Ordinal);
        Assert.Contains(failure.SentDigest!, failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, _requests.Count);
    }

    [Theory]
    [MemberData(nameof(Certain))]
    public async Task The_files_digest_is_a_success_and_another_is_none_where_the_host_is_known(string header, string algorithm)
    {
        await using var server = WireServer.Recording(_requests, Answer(header, File), Answer(header, File), Answer(header, Other));
        var client = Client(server);

        await PutAsync(client, server, UploadContent.FromBytes(File, "a"));
        await PutAsync(client, server, UploadContent.FromBytes(File, "a"));
        Assert.Equal(2, _requests.Count);
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(client, server, UploadContent.FromBytes(File, "a")));

        Assert.Equal($"{algorithm}:{Hex(algorithm, File)}", failure.SentDigest);
    }

    /// <summary>Whatever may mean something else is never an alarm.</summary>
    [Theory]
    [InlineData("ETag", "")]
    [InlineData("ETag", "x-amz-request-id: 1\r\nx-amz-server-side-encryption: aws:kms\r\n")]
    [InlineData("ETag", "x-amz-request-id: 1\r\nx-amz-server-side-encryption: aws:kms:dsse\r\n")]
    [InlineData("ETag", "x-amz-request-id: 1\r\nx-amz-server-side-encryption-customer-algorithm: AES256\r\n")]
    [InlineData("ETag", "x-amz-request-id: 1\r\nibm-sse-kp-enabled: true\r\n")]
    [InlineData("ETag", "x-amz-request-id: 1\r\nx-goog-generation: 1\r\n")]
    [InlineData("ETag weak", OfS3)]
    [InlineData("ETag without quotes", OfS3)]
    [InlineData("ETag of parts", OfS3)]
    [InlineData("x-amz-checksum-sha256 of parts", OfS3)]
    [InlineData("x-amz-checksum-crc32", "x-amz-checksum-type: COMPOSITE\r\n")]
    [InlineData("x-amz-checksum-sha256 cut", OfS3)]
    [InlineData("Content-MD5 of nothing", "")]
    [InlineData("Content-MD5 of a body", "")]
    [InlineData("Repr-Digest in a 200", "ETag: \"1\"\r\n")]
    [InlineData("Repr-Digest in a 204 without validator", "")]
    [InlineData("Content-Digest in a 204", "")]
    public async Task What_may_mean_something_else_is_not_compared(string header, string others)
    {
        await using var server = WireServer.Recording(_requests, Answer(header, Other, others));

        await PutAsync(server);
        await PutAsync(server);

        Assert.Equal(2, _requests.Count);
    }

    [Theory]
    [InlineData("/bucket--use1-az4--x-s3/k")]
    [InlineData("/point--use1-az4--xa-s3/k")]
    public async Task The_ETag_of_a_directory_bucket_is_no_digest(string path)
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other));

        await PutAsync(server, path: path);

        Assert.Single(_requests);
    }

    [Theory]
    [InlineData("x-amz-server-side-encryption", "aws:kms")]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256")]
    public async Task A_file_that_is_stored_under_a_key_has_no_digest_as_its_ETag(string name, string value)
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other));

        await PutAsync(server, headers: new() { [name] = value });

        Assert.Single(_requests);
    }

    [Theory]
    [InlineData("?X-Amz-Signature=0a")]
    [InlineData("?AWSAccessKeyId=a&Signature=0a&Expires=4000000000")]
    public async Task A_URL_with_AWS_s_signature_leads_to_a_store_that_speaks_as_S3(string query)
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag", Other));

        await Assert.ThrowsAsync<UploadException>(() => PutAsync(server, path: "/k" + query));
    }

    [Fact]
    public async Task A_file_that_was_damaged_once_is_sent_again()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other), Answer("ETag of S3", File));

        await PutAsync(server);

        Assert.Equal(2, _requests.Count);
    }

    /// <summary>Storage refuses to replace what this upload has put there.</summary>
    [Fact]
    public async Task A_difference_is_told_even_if_nothing_may_be_replaced()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other), "HTTP/1.1 412 x\r\nContent-Length: 0\r\n\r\n");

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server, headers: new() { ["If-None-Match"] = "*" }));

        Assert.Equal(($"md5:{Hex("md5", Other)}", (bool?)false, (int?)200), (failure.StoredDigest, failure.IsStored, failure.StatusCode));
        Assert.Equal(2, _requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_compared_where_that_is_switched_off(bool compares)
    {
        await using var server = WireServer.Recording(_requests, Answer("x-goog-hash md5", Other));
        var put = PutAsync(Client(server, compares), server, UploadContent.FromBytes(File, "a"));

        await (compares ? Assert.ThrowsAsync<UploadException>(() => put) : put);
    }

    /// <summary>The first file that goes to a host is read again for its digest; of those that follow, it is made while they are sent.</summary>
    [Theory]
    [InlineData("ETag of S3")]
    [InlineData("x-amz-checksum-crc64nvme")]
    public async Task A_file_is_read_twice_only_as_long_as_the_host_is_unknown(string header)
    {
        await using var server = WireServer.Recording(_requests, Answer(header, File));
        var client = Client(server);
        List<int> reads = [];
        for (var i = 0; i < 3; i++)
        {
            using var stream = new CountedStream(File);
            await PutAsync(client, server, UploadContent.FromStream(stream, "a"));
            reads.Add(stream.BytesRead);
        }

        Assert.Equal([2 * File.Length, File.Length, File.Length], reads);
    }

    [Fact]
    public async Task Nothing_is_read_again_for_a_host_that_tells_no_digest()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag", File));
        var client = Client(server);
        for (var i = 0; i < 2; i++)
        {
            using var stream = new CountedStream(File);
            await PutAsync(client, server, UploadContent.FromStream(stream, "a"));
            Assert.Equal(File.Length, stream.BytesRead);
        }
    }

    /// <summary>A host may begin and cease to tell.</summary>
    [Fact]
    public async Task What_a_host_answers_with_is_learned_from_its_last_answer()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", File), WireServer.Ok, Answer("x-goog-hash crc32c", File));
        var client = Client(server);
        List<int> reads = [];
        for (var i = 0; i < 4; i++)
        {
            using var stream = new CountedStream(File);
            await PutAsync(client, server, UploadContent.FromStream(stream, "a"));
            reads.Add(stream.BytesRead / File.Length);
        }

        Assert.Equal([2, 1, 2, 1], reads);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_again_is_compared_where_the_host_is_known()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other), Answer("ETag of S3", Other));
        var client = Client(server);

        await PutAsync(client, server, Forward());
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(client, server, Forward()));

        Assert.Equal(($"md5:{Hex("md5", Other)}", 1), (failure.StoredDigest, failure.Attempts));
        Assert.Contains("can't be read a second time", failure.Message, StringComparison.Ordinal);

        static UploadContent Forward() => UploadContent.FromStream(new ForwardStream(File), "a", length: File.Length);
    }

    /// <summary>What was sent isn't known any more, and what was sent was the file.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_has_changed_or_gone_since_it_was_sent_is_not_compared(bool isGone)
    {
        using var file = new TestFile(File);
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            if (isGone)
            {
                System.IO.File.Delete(file.FilePath);
            }
            else
            {
                await System.IO.File.WriteAllBytesAsync(file.FilePath, Other);
            }

            await connection.WriteAsync(Answer("ETag of S3", File));
        });

        await PutAsync(Client(server), server, UploadContent.FromFile(file.FilePath));
    }

    [Fact]
    public async Task A_part_is_compared_with_its_own_digest()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", File[..500]), Answer("ETag of S3", File));
        var storage = Client(server);
        var content = UploadContent.FromBytes(File, "a");

        await storage.SendPartAsync("createUpload", Part(), headers: null, needsETag: true, progress: null, Token);
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => storage.SendPartAsync("createUpload", Part(), headers: null, needsETag: true, progress: null, Token));

        Assert.Equal($"md5:{Hex("md5", File[..500])}", failure.SentDigest);

        FilePart Part() => new(content, index: 0, count: 1, offset: 0, length: 500, isSummed: true) { Target = new PartTarget(server.Address + "/k") };
    }

    [Fact]
    public async Task A_file_in_a_form_is_compared_without_the_form()
    {
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", File), Answer("ETag of S3", File), Answer("ETag of S3", Other));
        var storage = Client(server);

        await PostAsync();
        await PostAsync();
        var failure = await Assert.ThrowsAsync<UploadException>(PostAsync);

        Assert.Equal($"md5:{Hex("md5", File)}", failure.SentDigest);

        Task PostAsync()
            => storage.PostFormAsync(
                "createUpload", server.Address + "/k", UploadContent.FromBytes(File, "a"), new StorageForm([new("key", "k")]), progress: null, Token);
    }

    [Fact]
    public async Task An_empty_file_has_a_digest_too()
    {
        await using var server = WireServer.Recording(_requests, Answer("x-amz-checksum-crc64nvme", []));
        var client = Client(server);
        for (var i = 0; i < 2; i++)
        {
            await PutAsync(client, server, UploadContent.FromBytes(default, "a"));
        }
    }

    [Fact]
    public async Task No_secret_that_is_told_as_a_digest_is_shown()
    {
        var secret = Hex("md5", Other);
        await using var server = WireServer.Recording(_requests, Answer("ETag of S3", Other));

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server, headers: new() { ["X-Token"] = secret }));

        Assert.DoesNotContain(secret, failure.ToString() + failure.StoredDigest, StringComparison.Ordinal);
    }

    private static string Answer(string header, byte[] held, string others = "")
    {
        var md5 = Base64("md5", held);
        var sha256 = Base64("sha256", held);
        var tag = Hex("md5", held);
        var (status, line) = header switch
        {
            "x-amz-checksum-crc64nvme with type" => ("", $"x-amz-checksum-crc64nvme: {Base64("crc64nvme", held)}\r\nx-amz-checksum-type: FULL_OBJECT"),
            "x-amz-checksum-sha256 of parts" => ("", $"x-amz-checksum-sha256: {sha256}-2"),
            "x-amz-checksum-sha256 cut" => ("", $"x-amz-checksum-sha256: {sha256[..24]}"),
            "x-goog-hash crc32c" => ("", $"x-goog-hash: crc32c={Base64("crc32c", held)}"),
            "x-goog-hash md5" => ("", $"x-goog-hash: crc32c=?\r\nx-goog-hash: md5={md5}"),
            "x-ms-content-crc64" => ("HTTP/1.1 201 x", $"x-ms-content-crc64: {Convert.ToBase64String([.. Digest("crc64nvme", held).Reverse()])}"),
            "Content-MD5" => ("", $"Content-MD5: {md5}"),
            "Content-MD5 of nothing" => ("", "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg=="),
            "Content-MD5 of a body" => ("HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\nok", $"Content-MD5: {md5}"),
            "Content-MD5 of Azure" => ("HTTP/1.1 201 x", $"x-ms-request-id: 1\r\nContent-MD5: {md5}"),
            "Repr-Digest in a 204" => (NoContent, $"ETag: \"1\"\r\nRepr-Digest: sha-256=:{sha256}:"),
            "Repr-Digest in a 204 without validator" => (NoContent, $"ETag: W/\"1\"\r\nRepr-Digest: sha-256=:{sha256}:"),
            "Content-Digest in a 204" => (NoContent, $"ETag: \"1\"\r\nContent-Digest: sha-256=:{sha256}:"),
            "Digest in a 204" => (NoContent, $"Last-Modified: {DateTimeOffset.UtcNow:R}\r\nDigest: SHA-256={sha256}"),
            "Repr-Digest in a 200" => ("", $"Repr-Digest: sha-256=:{sha256}:"),
            "ETag" => ("", $"ETag: \"{tag}\""),
            "ETag weak" => ("", $"ETag: W/\"{tag}\""),
            "ETag without quotes" => ("", $"ETag: {tag}"),
            "ETag of parts" => ("", $"ETag: \"{tag}-2\""),
            "ETag of S3" => ("", $"{OfS3}ETag: \"{tag}\""),
            "ETag of S3 in capitals" => ("", $"{OfS3}ETag: \"{tag.ToUpperInvariant()}\""),
            "ETag of S3 with its own key" => ("", $"{OfS3}x-amz-server-side-encryption: AES256\r\nETag: \"{tag}\""),
            _ => ("", $"{header}: {Base64(header[15..], held)}"),
        };
        var start = status.Length == 0 ? "HTTP/1.1 200 x" : status.Split("\r\n")[0];
        var end = status.IndexOf("\r\n", StringComparison.Ordinal) is var at and > 0 ? status[at..]
            : start == NoContent ? "\r\n\r\n"
            : "\r\nContent-Length: 0\r\n\r\n";
        return $"{start}\r\n{others}{line}{end}";
    }

    private static string Base64(string algorithm, byte[] bytes) => Convert.ToBase64String(Digest(algorithm, bytes));

    private static string Hex(string algorithm, byte[] bytes) => Convert.ToHexStringLower(Digest(algorithm, bytes));

    private static byte[] Digest(string algorithm, byte[] bytes) => algorithm switch
    {
        "crc32" => Sum(ReflectedCrc.Crc32.Append(0, bytes), 4),
        "crc32c" => Sum(Crc32C.Of(bytes), 4),
        "crc64nvme" => Sum(ReflectedCrc.Crc64Nvme.Append(0, bytes), 8),
        "md5" => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes),
        "sha1" => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes),
        _ => SHA256.HashData(bytes),
    };

    private static byte[] Sum(ulong sum, int length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, sum);
        return bytes[^length..];
    }

    private static StorageClient Client(WireServer server, bool compares = true)
        => new ApiConnection(
            null,
            new UploadClientOptions { BaseAddress = new Uri(server.Address), CompareDigests = compares, Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } },
            "").Storage;

    private static Task PutAsync(WireServer server, Dictionary<string, string>? headers = null, string path = "/k")
        => PutAsync(Client(server), server, UploadContent.FromBytes(File, "a"), headers, path);

    private static Task PutAsync(
        StorageClient storage, WireServer server, UploadContent content, Dictionary<string, string>? headers = null, string path = "/k")
        => storage.PutAsync("createUpload", server.Address + path, content, headers, progress: null, Token);
}
