namespace UploadGen.Tests;

/// <summary>What storage gives for a part of a file.</summary>
public class StoragePartTests
{
    private const string Tagged = "HTTP/1.1 200 OK\r\nETag: \"a1\"\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData(Tagged, true, "\"a1\"")]
    [InlineData(Tagged, false, "\"a1\"")]
    [InlineData(WireServer.Ok, false, "")]
    public async Task A_parts_ETag_is_given_as_storage_wrote_it(string answer, bool needsETag, string expected)
        => Assert.Equal(expected, await PutAsync(answer, needsETag));

    [Fact]
    public async Task A_part_without_the_ETag_that_completing_needs_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(WireServer.Ok, needsETag: true));
        Assert.Contains("without an ETag", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> PutAsync(string answer, bool needsETag)
    {
        await using var server = WireServer.Recording([], answer);
        var part = new FilePart(UploadContent.FromBytes(Bytes.Of(100), "a"), index: 0, count: 1, offset: 0, length: 50)
        {
            Target = new PartTarget(server.Address + "/k?sig=topsecret"),
        };
        var storage = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address) }, "").Storage;
        return (await storage.SendPartAsync("createUpload", part, headers: null, needsETag, progress: null, TestContext.Current.CancellationToken)).ETag;
    }
}
