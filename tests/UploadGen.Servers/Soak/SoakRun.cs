namespace UploadGen.Servers.Soak;

/// <summary>
/// Many uploads to a <see cref="SinkServer"/>, which takes, refuses, cuts or is busy as the path says, some of them canceled on the way: what an upload
/// leaves behind adds up.
/// </summary>
public sealed class SoakRun(Uri server)
{
    private const int Concurrency = 8;

    private static readonly string[] Paths = ["/ok", "/ok", "/ok", "/ok", "/refused", "/cut", "/busy", "/ok"];
    private static readonly UploadContent Small = UploadContent.FromBytes(new byte[2000], "small.bin");
    private static readonly UploadContent Large = UploadContent.FromBytes(new byte[300_000], "large.bin");

    private readonly ApiConnection _api = new(null, Options(server), "");
    private int _succeeded;

    /// <summary>How many got through.</summary>
    public int Succeeded => _succeeded;

    /// <summary>Makes uploads until there were so many, or the time is over; gives their number.</summary>
    public async Task<int> RunAsync(int count, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var made = 0;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, _) =>
        {
            if (!end.IsCancellationRequested)
            {
                Interlocked.Increment(ref made);
                await UploadAsync(i);
            }
        });
        return made;
    }

    private async Task UploadAsync(int i)
    {
        using var cancel = new CancellationTokenSource();
        if (i % 10 == 9)
        {
            cancel.CancelAfter(TimeSpan.FromMilliseconds(1));
        }

        try
        {
            await _api.Uploads.RunAsync(Flow(new Uri(server, Paths[i % Paths.Length])), i % 4 == 0 ? Large : Small, null, null, cancel.Token);
            Interlocked.Increment(ref _succeeded);
        }
        catch (Exception failure) when (failure is UploadGenException or OperationCanceledException)
        {
        }
    }

    private UploadFlow<Uri, bool> Flow(Uri url) => new("Soak", "soak")
    {
        Create = async (_, token) =>
        {
            await _api.SendAsync(_api.Request("create", HttpMethod.Post, "/ok"), new ApiResponses(), token);
            return url;
        },
        Url = session => session.OriginalString,
        Put = (session, content, progress, token) => _api.Storage.PutAsync("create", session, content, null, progress, token),
        Confirm = async (_, _, token) =>
        {
            await _api.SendAsync(_api.Request("confirm", HttpMethod.Post, "/ok"), new ApiResponses(), token);
            return true;
        },
        Abort = (_, token) => _api.SendAsync(_api.Request("abort", HttpMethod.Delete, "/ok"), new ApiResponses(), token),
    };

    private static UploadClientOptions Options(Uri server)
    {
        var options = new UploadClientOptions { BaseAddress = server };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        return options;
    }
}
