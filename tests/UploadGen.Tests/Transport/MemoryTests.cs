namespace UploadGen.Tests;

/// <summary>Runs alone: what other tests allocate would count.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_upload_takes_little_memory(bool asForm)
    {
        const long Length = 256L * 1024 * 1024;
        await using var server = await SinkServer.StartAsync();
        using var stream = new ZeroStream(Length);
        var content = UploadContent.FromStream(stream, "a", length: Length);
        var api = server.Connect();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await (asForm
            ? api.SendAsync(api.Request("op", HttpMethod.Post, "/").FormFile("file", content), new ApiResponses(), TestContext.Current.CancellationToken)
            : api.Storage.PutAsync("op", server.Address, content, null, null, TestContext.Current.CancellationToken));

        // Client and server together.
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"{allocated} bytes");
        Assert.True(allocated < Length / 16, $"{allocated} bytes were allocated");
    }
}
