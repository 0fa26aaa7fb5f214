using UploadGen.EndToEnd.Tests.Barge;
using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Faults.Server;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>The generated clients, set up to try again without a wait and to tell everything.</summary>
internal sealed class Uploader(string api, Backend backend, TimeSpan timeout, Evidence evidence, HttpClient? http = null, HttpClient? storage = null)
{
    /// <summary>Uploads a file in a call; the key under which it is said to be stored.</summary>
    /// <param name="flow">Which call.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <param name="state">The state, for a flow that takes one.</param>
    public async Task<string?> UploadAsync(Flow flow, UploadContent content, CancellationToken cancellationToken, UploadOptions? state = null)
    {
        switch (flow)
        {
            case Flow.Runflow:
                var runflow = http is null ? new RunflowClient(Options<RunflowClientOptions>()) : new RunflowClient(http, Options<RunflowClientOptions>());
                return (await runflow.UploadAssetAsync(content, options: state, cancellationToken: cancellationToken)).R2Key;
            case Flow.Cyberun:
                var cyberun = http is null ? new CyberunClient(Options<CyberunClientOptions>()) : new CyberunClient(http, Options<CyberunClientOptions>());
                return (await cyberun.UploadFileAsync(content, options: state, cancellationToken: cancellationToken)).FileKey;
            case Flow.Films:
                return (await Barge().UploadFilmAsync(content, state, cancellationToken: cancellationToken)).Id;
            case Flow.Drives:
                return (await Barge().UploadDriveAsync(content, state, cancellationToken: cancellationToken)).Id;
            case Flow.Drafts:
                return (await Barge().UploadDraftAsync(content, state, cancellationToken: cancellationToken)).Session.Id;
            case Flow.Streams:
                var stream = await Barge().UploadStreamAsync(content, options: state, cancellationToken: cancellationToken);
                return new Uri(stream.Location!).Segments[^1];
            case Flow.Blobs:
                return (await Barge().UploadBlobAsync(content, state, cancellationToken: cancellationToken)).Id;
            default:
                var images = http is null ? new ImagesClient(Options<ImagesClientOptions>()) : new ImagesClient(http, Options<ImagesClientOptions>());
                return (await images.UploadAsync(content, cancellationToken: cancellationToken)).UploadKey;
        }
    }

    private BargeClient Barge()
        => http is null ? new BargeClient(Options<BargeClientOptions>()) : new BargeClient(http, Options<BargeClientOptions>());

    private TOptions Options<TOptions>()
        where TOptions : UploadClientOptions, new()
    {
        var options = new TOptions
        {
            BaseAddress = new Uri(api),
            Credential = ApiCredential.FromToken(backend.Token),
            StorageHttpClient = storage,
            StallTimeout = timeout,
            ResponseTimeout = timeout,
            MaxResponseLength = 1024 * 1024,
            LoggerFactory = evidence.Logs,
        };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }
}
