using System.Diagnostics;
using System.Globalization;
using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Many;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Files in parts at an S3 store, whose URLs an API gives one by one, several at a time, or all at once.</summary>
public sealed class S3PartsTests(StorageServers servers) : S3Tests(servers)
{
    private const int Parts = 4;
    private const int Length = (Parts - 1) * HangarApi.PartSize + 12_345;

    /// <summary>A file that has as many parts of the size that is usual.</summary>
    private const int LengthOfMany = (Parts - 1) * 8 * 1024 * 1024 + 12_345;

    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_S3_PARTS");

    [Theory]
    [InlineData("single", Length)]
    [InlineData("batch", Length)]
    [InlineData("whole", Length)]
    [InlineData("single", 1)]
    [InlineData("batch", HangarApi.PartSize)]
    [InlineData("whole", 2 * HangarApi.PartSize)]
    public async Task One_call_brings_a_file_in(string kind, int length)
    {
        using var file = new SampleFile(length);
        await using var api = await HangarApi.StartAsync(Store, Key);

        await UploadAsync(api, kind, file.Content());

        await HasAsync(file);
        var signed = api.Log.Where(line => line.StartsWith("sign ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var count = (length + HangarApi.PartSize - 1) / HangarApi.PartSize;
        var numbers = Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        string[] asked = kind switch
        {
            "single" => [.. numbers.Select(number => $"sign {number}")],
            "batch" => [$"sign {string.Join(' ', numbers)}"],
            _ => [],
        };
        Assert.Equal(asked, signed);
        Assert.Equal(("open", "complete"), (api.Log.First(line => line != "signed"), api.Log[^1]));
    }

    [Theory]
    [InlineData("single", false)]
    [InlineData("batch", false)]
    [InlineData("whole", false)]
    [InlineData("single", true)]
    [InlineData("batch", true)]
    public async Task After_a_kill_the_parts_that_are_there_are_not_sent_again(string kind, bool isMany)
    {
        using var file = new SampleFile(isMany ? LengthOfMany : Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        using var folder = new SampleFolder(0, 0);
        var kept = Path.Combine(folder.FullName, "kept");

        var exit = await Other.RunAsync(
            typeof(S3PartsTests), nameof(A_run_that_nobody_kills_uploads_the_file), [file.Path, kept, api.Address, kind, isMany], Cancellation);
        Assert.NotEqual(0, exit);
        var there = (await Store.PartsAsync(Key, api.UploadId)).Count;
        if (isMany)
        {
            Assert.DoesNotContain("X-Amz-Signature", await File.ReadAllTextAsync(kept, Cancellation), StringComparison.Ordinal);
        }

        using var handler = new PartHandler();
        using var storage = new HttpClient(handler);
        await UploadAsync(api.Address, kind, file.Path, kept, isMany, storage);

        await HasAsync(file);
        Assert.InRange(there, 1, Parts - 1);
        Assert.InRange(handler.Count, Parts - there, Parts - 1);
        Assert.Single(api.Log, line => line == "open");
    }

    /// <summary>Also what the other process is started with: then it kills itself before the third part.</summary>
    [Fact]
    public async Task A_run_that_nobody_kills_uploads_the_file()
    {
        if (Other.Arguments is [var path, var kept, var address, var kind, var isMany])
        {
            using var one = new SemaphoreSlim(1);
            using var handler = new PartHandler(async (number, _, send) =>
            {
                await one.WaitAsync(Cancellation);
                if (number == 3)
                {
                    // So that what is over is on record, though parts go side by side.
                    await Task.Delay(300, Cancellation);
                    Process.GetCurrentProcess().Kill();
                }

                var answer = await send();
                one.Release();
                return answer;
            });
            using var storage = new HttpClient(handler);
            await UploadAsync(new Uri(address), kind, path, kept, bool.Parse(isMany), storage);
            return;
        }

        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        using var folder = new SampleFolder(0, 0);

        await UploadAsync(api.Address, "single", file.Path, Path.Combine(folder.FullName, "kept"), isMany: true, storage: null);

        await HasAsync(file);
    }

    [Theory]
    [InlineData("single", 1)]
    [InlineData("batch", 1)]
    [InlineData("whole", 2)]
    public async Task A_part_whose_URL_has_ended_gets_another(string kind, int opened)
    {
        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        api.Sign = (upload, number, count) =>
        {
            var url = Store.SignPart(Key, upload, number, count == 2 ? TimeSpan.FromSeconds(2) : null);
            // S3 signs by the second.
            Thread.Sleep(count == 2 ? TimeSpan.FromSeconds(4) : TimeSpan.Zero);
            return url;
        };

        await HangarApi.UploadAsync(api.Address, kind, file.Content(), Options(), storage: null, Cancellation);

        await HasAsync(file);
        Assert.Equal(opened, api.Log.Count(line => line == "open"));
        Assert.Equal(opened - 1, api.Log.Count(line => line == "drop"));
    }

    [Theory]
    [InlineData("single", "sign")]
    [InlineData("batch", "sign")]
    [InlineData("single", "part")]
    [InlineData("batch", "part")]
    [InlineData("whole", "part")]
    public async Task What_was_asked_is_asked_again_where_the_answer_is_lost(string kind, string lost)
    {
        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        api.IsLost = (asked, count) => asked == lost && count == 1;
        using var handler = new PartHandler(async (number, _, send) =>
        {
            var answer = await send();
            return number == 2 && lost == "part" ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.") : answer;
        });
        using var storage = new HttpClient(handler);

        await HangarApi.UploadAsync(api.Address, kind, file.Content(), Options(), storage, Cancellation);

        await HasAsync(file);
        Assert.Single(api.Log, line => line == "open");
    }

    [Theory]
    [InlineData("single")]
    [InlineData("batch")]
    [InlineData("whole")]
    public async Task A_completion_whose_answer_is_lost_is_asked_again_by_the_next_run(string kind)
    {
        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        api.IsLost = (asked, count) => asked == "complete" && count == 1;
        UploadState? state = null;
        var options = new PartsUploadOptions { PartSize = HangarApi.PartSize, StateChanged = changed => state = changed };
        await Assert.ThrowsAnyAsync<UploadGenException>(() => HangarApi.UploadAsync(api.Address, kind, file.Content(), options, storage: null, Cancellation));
        using var handler = new PartHandler();
        using var storage = new HttpClient(handler);

        await HangarApi.UploadAsync(api.Address, kind, file.Content(), new() { State = state }, storage, Cancellation);

        await HasAsync(file);
        Assert.Equal((0, 2), (handler.Count, api.Log.Count(line => line == "complete")));
    }

    [Theory]
    [InlineData("single")]
    [InlineData("batch")]
    [InlineData("whole")]
    public async Task An_upload_that_the_store_refuses_is_given_up_and_leaves_nothing(string kind)
    {
        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        using var stranger = Store.As(S3Store.AccessKey, "not-the-secret");
        api.Sign = (upload, number, count) => (number == 3 ? stranger : Store).SignPart(Key, upload, number);

        var failed = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, kind, file.Content()));

        Assert.Equal((403, "SignatureDoesNotMatch"), (failed.StatusCode, failed.StorageCode));
        Assert.EndsWith("The upload was given up with the API.", failed.Message, StringComparison.Ordinal);
        Assert.Empty(await Store.OpenAsync(Key));
        Assert.Null(await Store.FindAsync(Key));
        Assert.DoesNotContain("complete", api.Log);
    }

    [Theory]
    [InlineData("single", 1)]
    [InlineData("whole", 1)]
    [InlineData("single", 2)]
    public async Task A_part_that_is_damaged_on_its_way_is_sent_again_once(string kind, int damaged)
    {
        using var file = new SampleFile(Length);
        await using var api = await HangarApi.StartAsync(Store, Key);
        var left = damaged;
        using var handler = new PartHandler(async (_, request, send) =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=2&", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0)
            {
                var bytes = await request.Content!.ReadAsByteArrayAsync(Cancellation);
                bytes[1000] ^= 1;
                request.Content = new ByteArrayContent(bytes);
            }

            return await send();
        });
        using var storage = new HttpClient(handler);
        var upload = HangarApi.UploadAsync(api.Address, kind, file.Content(), Options(), storage, Cancellation);

        if (damaged == 1)
        {
            await upload;
            await HasAsync(file);
        }
        else
        {
            var failed = await Assert.ThrowsAsync<UploadException>(() => upload);
            Assert.Contains("MD5", failed.Message, StringComparison.Ordinal);
            Assert.Empty(await Store.OpenAsync(Key));
        }
    }

    private static PartsUploadOptions Options() => new() { PartSize = HangarApi.PartSize };

    private static Task UploadAsync(HangarApi api, string kind, UploadContent content)
        => HangarApi.UploadAsync(api.Address, kind, content, Options(), storage: null, Cancellation);

    /// <summary>Uploads a file with a journal, or with a state file; one part after the other.</summary>
    private static async Task UploadAsync(Uri address, string kind, string path, string kept, bool isMany, HttpClient? storage)
    {
        var content = UploadContent.FromFile(path);
        if (isMany)
        {
            Assert.Equal(UploadStatus.Uploaded, await HangarApi.UploadManyAsync(address, kind, content, kept, storage, Cancellation));
            return;
        }

        var options = new PartsUploadOptions { PartSize = HangarApi.PartSize, Parallelism = 1, StateFile = new UploadStateFile(kept) };
        await HangarApi.UploadAsync(address, kind, content, options, storage, Cancellation);
    }

    private async Task HasAsync(SampleFile file)
    {
        var stored = await Store.FindAsync(Key);
        Assert.Equal((file.Content().Length, file.Sha256), (stored?.Length, stored?.Sha256));
        Assert.Empty(await Store.OpenAsync(Key));
    }
}
