using UploadGen.Servers.Soak;

namespace UploadGen.Tests;

/// <summary>Runs alone: what other tests hold would count.</summary>
[Collection(nameof(MemoryTests))]
public class SoakTests
{
    [Fact]
    public async Task What_the_process_holds_does_not_grow_with_the_number_of_uploads()
    {
        await using var server = await SinkServer.StartAsync();
        var soak = new SoakRun(server.Address);
        await soak.RunAsync(400, TimeSpan.FromSeconds(5));
        var before = ResourceUse.Now();

        var made = await soak.RunAsync(1600, TimeSpan.FromSeconds(5));

        // Client and server together, whose connections come and go.
        var after = ResourceUse.Now();
        TestContext.Current.TestOutputHelper!.WriteLine($"{made} uploads; before: {before}; after: {after}");
        Assert.InRange(soak.Succeeded, made / 3, made + 400);
        Assert.True(after.Heap < before.Heap + (2 << 20), $"{before}; {after}");
        Assert.True(after.Handles <= before.Handles + 40, $"{before}; {after}");
        Assert.True(after.Timers <= before.Timers + 10, $"{before}; {after}");
    }
}
