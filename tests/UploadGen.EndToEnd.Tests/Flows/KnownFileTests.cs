using UploadGen.EndToEnd.Tests.Crate;
using UploadGen.EndToEnd.Tests.Many;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>An API that may have a file already: then there is no URL, nothing is sent, and the caller can see that.</summary>
public sealed class KnownFileTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task Nothing_is_sent_and_the_session_says_so(string url)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "id": "f1", "upload_url": {{url}}, "exists": true }""");

        var session = await server.Client.UploadKnownFilesAsync(File, cancellationToken: Cancellation);

        Assert.Equal(("f1", true), (session.Id, session.Exists));
        Assert.Equal(["POST /known-files"], server.Log);
    }

    [Fact]
    public async Task Nothing_is_confirmed_and_the_result_says_so()
    {
        await using var server = await CrateServer.StartAsync("""{ "id": "f1", "upload_url": null, "status": "already_exists" }""");

        var result = await server.Client.UploadKnownAssetAsync(File, cancellationToken: Cancellation);

        Assert.Equal((false, "f1"), (result.IsSent, result.Session.Id));
        Assert.Null(result.Confirmation);
        Assert.Equal(["POST /known-assets"], server.Log);
    }

    [Fact]
    public async Task A_file_that_the_API_does_not_have_is_sent_and_confirmed()
    {
        await using var server = await CrateServer.StartAsync("""{ "id": "f1", "upload_url": "$url", "status": "pending" }""", """{ "id": "a1", "size": 5 }""");

        var result = await server.Client.UploadKnownAssetAsync(File, cancellationToken: Cancellation);

        Assert.Equal((true, "f1", "a1"), (result.IsSent, result.Session.Id, result.Confirmation!.Id));
        Assert.Equal(["POST /known-assets", "PUT /storage/object", "POST /known-assets/f1/complete"], server.Log);
    }

    [Fact]
    public async Task Another_size_in_the_confirmation_is_an_error_still()
    {
        await using var server = await CrateServer.StartAsync("""{ "id": "f1", "upload_url": "$url" }""", """{ "id": "a1", "size": 4 }""");

        var failure = await Assert.ThrowsAsync<UploadException>(() => server.Client.UploadKnownAssetAsync(File, cancellationToken: Cancellation));

        Assert.Contains("5 bytes were sent, but the API recorded 4", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "f1", "upload_url": null, "exists": false }""", false)]
    [InlineData("""{ "id": "f1", "upload_url": null }""", false)]
    [InlineData("""{ "id": "f1" }""", false)]
    [InlineData("""{ "id": "f1", "upload_url": null, "status": "pending" }""", true)]
    [InlineData("""{ "id": "f1", "upload_url": null }""", true)]
    public async Task Without_a_URL_and_a_word_that_the_file_is_there_the_upload_fails(string answer, bool isAsset)
    {
        await using var server = await CrateServer.StartAsync(answer);

        await server.NothingIsStoredAsync(
            () => isAsset
                ? server.Client.UploadKnownAssetAsync(File, cancellationToken: Cancellation)
                : server.Client.UploadKnownFilesAsync(File, cancellationToken: Cancellation),
            "holds no URL to send the file to",
            "nothing in it is known to say that the API has the file already",
            "Nothing was sent");
    }

    [Fact]
    public async Task Of_many_files_it_is_told_and_recorded()
    {
        using var folder = new SampleFolder(1, 10);
        var path = Path.Combine(folder.FullName, "uploads.journal");
        await using var server = await CrateServer.StartAsync("""{ "id": "f1", "upload_url": null, "status": "complete" }""");

        var (first, last) = (await RunAsync(), await RunAsync());

        Assert.All([first, last], outcome => Assert.Equal((UploadStatus.AlreadyUploaded, false), (outcome.Status, outcome.Result!.IsSent)));
        Assert.All([first, last], outcome => Assert.Equal("f1", outcome.Result!.Session.Id));
        Assert.Equal(["POST /known-assets"], server.Log);

        async Task<UploadOutcome<UploadResult<OpenKnownAssetResponse, CompleteKnownAssetResponse>>> RunAsync()
        {
            using var journal = UploadJournal.Open(path);
            var options = new UploadManyOptions { Journal = journal };
            var outcomes = server.Client.UploadManyKnownAssetsAsync(folder.Contents, options: options, cancellationToken: Cancellation);
            return Assert.Single(await outcomes.ToListAsync());
        }
    }

    [Fact]
    public async Task A_journal_keeps_what_confirmed_a_file()
    {
        using var folder = new SampleFolder(1, 5);
        var path = Path.Combine(folder.FullName, "uploads.journal");
        await using var server = await CrateServer.StartAsync("""{ "id": "f1", "upload_url": "$url" }""", """{ "id": "a1" }""");

        foreach (var status in new[] { UploadStatus.Uploaded, UploadStatus.AlreadyUploaded })
        {
            using var journal = UploadJournal.Open(path);
            var options = new UploadManyOptions { Journal = journal };
            var outcomes = server.Client.UploadManyKnownAssetsAsync(folder.Contents, options: options, cancellationToken: Cancellation);

            var outcome = Assert.Single(await outcomes.ToListAsync());
            Assert.Equal((status, true, "a1"), (outcome.Status, outcome.Result!.IsSent, outcome.Result.Confirmation!.Id));
        }

        Assert.DoesNotContain(CrateServer.Signature, await System.IO.File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
    }
}
