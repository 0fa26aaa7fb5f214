using Microsoft.AspNetCore.Http;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Streams;

/// <summary>Runs alone: what other tests hold would count.</summary>
[CollectionDefinition(nameof(ItemStreamMemoryTests), DisableParallelization = true)]
[Collection(nameof(ItemStreamMemoryTests))]
public sealed class ItemStreamMemoryTests
{
    [Fact]
    public async Task Many_items_are_read_in_little_memory()
    {
        var line = "{\"id\":1,\"text\":\"" + new string('x', 10_000) + "\"}\n";
        await using var server = await WebServer.StartAsync(async context =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                await context.Response.WriteAsync(line, TestContext.Current.CancellationToken);
            }
        });
        using var client = ItemStreamLifeTests.Generate();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var count = 0;

        var seen = await ItemStreamLifeTests.ReadAsync(client, server, _ =>
        {
            most = ++count % 1000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - held) : most;
            return Task.FromResult(true);
        });

        Assert.Equal(10_000, seen.Count);
        Assert.InRange(most, long.MinValue, 10 * line.Length * 100);
    }
}
