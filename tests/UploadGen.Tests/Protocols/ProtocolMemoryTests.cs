namespace UploadGen.Tests;

/// <summary>Large files in constant memory. Runs alone: what other tests allocate would count.</summary>
[Collection(nameof(MemoryTests))]
public class ProtocolMemoryTests
{
    private const long MiB = 1024 * 1024;

    /// <summary>Beyond what 32 bits count where there is time for it.</summary>
    private static readonly long Length = (Environment.GetEnvironmentVariable("CI") == "true" ? 6 * 1024 : 320) * MiB;

    [Theory]
    [InlineData(UploadProtocol.Tus)]
    [InlineData(UploadProtocol.ContentRanges)]
    [InlineData(UploadProtocol.ExpectedRanges)]
    [InlineData(UploadProtocol.HttpResumable)]
    [InlineData(UploadProtocol.Blocks)]
    public Task A_large_file_takes_little_memory(UploadProtocol protocol) => SendAsync(protocol, Length);

    private static async Task SendAsync(UploadProtocol protocol, long length)
    {
        await using var server = await CountingServer.StartAsync(protocol);
        var folder = Directory.CreateTempSubdirectory("uploadgen-").FullName;
        try
        {
            var path = Path.Combine(folder, "sparse.bin");
            await using (var file = File.Create(path))
            {
                file.SetLength(length);
            }

            var storage = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri("https://api.example") }, "").Storage;
            var before = GC.GetTotalAllocatedBytes(precise: true);

            await storage.SendAsync(
                "createVideo", new ResumableUpload(protocol, server.Url), UploadContent.FromFile(path), progress: null, TestContext.Current.CancellationToken);

            // Client and server together.
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            TestContext.Current.TestOutputHelper!.WriteLine($"{allocated} bytes");
            Assert.Equal(length, server.Count);
            Assert.True(allocated < length / 16, $"{allocated} bytes were allocated");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
