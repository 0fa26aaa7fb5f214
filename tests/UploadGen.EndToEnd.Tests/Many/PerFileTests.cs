using UploadGen.EndToEnd.Tests.Flows;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Many files to an API that is told where each goes: none takes the place of another.</summary>
public sealed class PerFileTests
{
    private static readonly UploadContent[] Files =
        [.. Enumerable.Range(1, 5).Select(i => UploadContent.FromBytes(new byte[i], FormattableString.Invariant($"{i}.bin")))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_file_is_opened_under_its_own_key()
    {
        await using var server = await CrateServer.StartAsync("""{ "upload_url": "$url" }""");

        var outcomes = await server.Client
            .UploadManyBucketObjectsAsync(Files, "films", file => $"2026/{file.FileName}", cancellationToken: Cancellation)
            .ToListAsync();

        Assert.All(outcomes, outcome => Assert.Equal(UploadStatus.Uploaded, outcome.Status));
        Assert.Equal(
            Files.Select(file => $"POST /buckets/films/objects/2026%2F{file.FileName}/upload-url"),
            server.Log.Where(request => request.StartsWith("POST", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_file_that_is_the_request_goes_to_its_own_place()
    {
        await using var server = await CrateServer.StartAsync("{}");

        var outcomes = await server.Client.UploadManyObjectsAsync(OneByOneAsync(), file => file.FileName, cancellationToken: Cancellation).ToListAsync();

        Assert.All(outcomes, outcome => Assert.Equal(UploadStatus.Uploaded, outcome.Status));
        Assert.Equal(Files.Select(file => $"PUT /objects/{file.FileName}"), server.Log.Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3, 4, 5], server.Requests.OrderBy(request => request.Target, StringComparer.Ordinal).Select(request => request.Body.Length));
    }

    [Fact]
    public async Task A_file_whose_key_cannot_be_told_fails_and_no_other()
    {
        await using var server = await CrateServer.StartAsync("""{ "upload_url": "$url" }""");

        var outcomes = await server.Client
            .UploadManyBucketObjectsAsync(
                Files, "films", file => file.Length == 3 ? throw new InvalidOperationException("no key") : file.FileName, cancellationToken: Cancellation)
            .ToListAsync();

        var failed = Assert.Single(outcomes, outcome => outcome.Status == UploadStatus.Failed);
        Assert.Equal(("3.bin", "no key"), (failed.Content.FileName, failed.Exception!.Message));
        Assert.Equal(4, outcomes.Count(outcome => outcome.IsUploaded));
    }

    [Fact]
    public async Task One_file_is_told_its_key_as_before()
    {
        await using var server = await CrateServer.StartAsync("""{ "upload_url": "$url" }""");

        await server.Client.UploadBucketObjectAsync(Files[0], "films", "a", cancellationToken: Cancellation);

        Assert.Equal(["POST /buckets/films/objects/a/upload-url", "PUT /storage/object"], server.Log);
    }

    private static async IAsyncEnumerable<UploadContent> OneByOneAsync()
    {
        foreach (var file in Files)
        {
            await Task.Yield();
            yield return file;
        }
    }
}
