using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>What an S3 store refuses, and what the caller is told.</summary>
public sealed class S3RefusalTests(StorageServers servers) : S3Tests(servers)
{
    [Fact]
    public async Task After_its_expiry_a_URL_is_worth_nothing()
    {
        var url = Store.SignPut(Key, put => put.Expires = DateTime.UtcNow.AddSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(2.5), Cancellation);

        var refused = await RefusedAsync(url, RandomFile(1000).Content);

        IsRefusal(refused, 403, "AccessDenied", new Uri(url));
        Assert.Contains("expired", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Open the upload again", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type", "image/png")]
    [InlineData("Content-Length", "999")]
    [InlineData("If-None-Match", "*")]
    [InlineData("x-amz-meta-owner", "Jane")]
    public async Task A_header_that_is_signed_and_not_told_is_named(string name, string value)
    {
        var url = Store.SignPut(Key, new Dictionary<string, string> { [name] = value });

        var refused = await RefusedAsync(url, RandomFile(1000).Content);

        IsRefusal(refused, 403, "SignatureDoesNotMatch", new Uri(url));
        // In lower case, as the signature lists it; the headers sent are named as they were sent.
        Assert.Contains(name.ToLowerInvariant(), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type", "image/webp", "image/WEBP")]
    [InlineData("If-None-Match", "*", "\"*\"")]
    [InlineData("x-amz-meta-owner", "Jane", "John")]
    public async Task A_header_with_another_value_than_the_signed_one_is_named(string name, string promised, string told)
    {
        var url = Store.SignPut(Key, new Dictionary<string, string> { [name] = promised });

        var refused = await RefusedAsync(url, RandomFile(1000).Content, new Dictionary<string, string> { [name] = told });

        IsRefusal(refused, 403, "SignatureDoesNotMatch", new Uri(url));
        // In lower case, as the signature lists it; the headers sent are named as they were sent.
        Assert.Contains(name.ToLowerInvariant(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_length_than_the_signed_one_is_not_sent()
    {
        var headers = new Dictionary<string, string> { ["Content-Length"] = "999" };
        var url = Store.SignPut(Key, headers);

        var refused = await RefusedAsync(url, RandomFile(1000).Content, headers);

        Assert.Equal((UploadStep.Put, null), (refused.Step, refused.StatusCode));
        Assert.All(["999", "1000", "Nothing was sent"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        HoldsNoSecret(refused, new Uri(url));
    }

    [Fact]
    public async Task A_digest_of_another_file_is_refused()
    {
        var headers = new Dictionary<string, string> { ["Content-MD5"] = "1B2M2Y8AsgTpgAmY7PhCfg==" };
        var url = Store.SignPut(Key, headers);

        var refused = await RefusedAsync(url, RandomFile(1000).Content, headers);

        IsRefusal(refused, 400, "BadDigest", new Uri(url));
        Assert.Contains("checksum", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(S3Store.AccessKey, "AnotherSecretKey0123456789abcdefghijklmn", 403, "SignatureDoesNotMatch")]
    [InlineData("SOMEONENOBODYKNOWS00", S3Store.SecretKey, 403, "InvalidAccessKeyId")]
    public async Task A_URL_that_someone_else_signed_is_refused(string accessKey, string secretKey, int status, string code)
    {
        using var other = Store.As(accessKey, secretKey);
        var url = other.SignPut(Key);

        var refused = await RefusedAsync(url, RandomFile(1000).Content);

        IsRefusal(refused, status, code, new Uri(url));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_a_matter_of_the_URL()
    {
        var url = Store.SignPut(Key, put => put.BucketName = "nowhere");

        var refused = await RefusedAsync(url, RandomFile(1000).Content);

        IsRefusal(refused, 404, "NoSuchBucket", new Uri(url));
        Assert.Contains("isn't there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_eight_racers_to_a_key_that_must_be_new_one_wins_and_the_others_know()
    {
        var headers = new Dictionary<string, string> { ["If-None-Match"] = "*" };
        var url = Store.SignPut(Key, headers);
        await using var api = await GiveAsync(url, headers);

        await RaceAsync(api, () => Store.FindAsync(Key), refused => IsRefusal(refused, 412, "PreconditionFailed", new Uri(url)));
    }

    /// <summary>What becomes of a file that the store doesn't take: an exception, no object, and no record.</summary>
    private async Task<UploadException> RefusedAsync(string url, UploadContent content, IReadOnlyDictionary<string, string>? headers = null)
    {
        await using var api = await GiveAsync(url, headers);
        var client = api.Client();
        var session = await client.CreateFileUploadAsync(Announced(content), Cancellation);

        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutFileUploadAsync(session, content, cancellationToken: Cancellation));

        Assert.Equal("createFileUpload", refused.OperationId);
        Assert.Null(await Store.FindAsync(Key));
        await Assert.ThrowsAsync<ApiException>(() => client.ConfirmFileUploadAsync(session.Id, Cancellation));
        return refused;
    }
}
