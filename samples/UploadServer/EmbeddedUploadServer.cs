using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using UploadServer.Authentication;
using UploadServer.Contracts;
using UploadServer.Contracts.Cyberun;
using UploadServer.Contracts.Gallery;
using UploadServer.Contracts.Images;
using UploadServer.Contracts.Prints;
using UploadServer.Contracts.Runflow;
using UploadServer.Recording;
using UploadServer.Signing;
using UploadServer.Storage;
using UploadServer.Tus;

namespace UploadServer;

/// <summary>
/// A server on a loopback port that speaks the upload contracts of <c>specs/runflow.json</c>, <c>specs/cyberun.json</c>, <c>specs/images.json</c>,
/// <c>specs/prints.json</c> and <c>specs/gallery.json</c>, together with the storage that their signed URLs lead to, and the tus uploads of the last.
/// Files are kept in a temporary folder until the server is disposed.
/// </summary>
/// <example>
/// <code>
/// await using var server = await EmbeddedUploadServer.StartAsync();
/// var answer = await http.PostAsJsonAsync(new Uri(server.BaseAddress, "v1/asset-uploads"), …);
/// </code>
/// </example>
public sealed class EmbeddedUploadServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ObjectStore _store;
    private readonly RequestRecorder _recorder;
    private readonly Account _account;

    private EmbeddedUploadServer(WebApplication app, ObjectStore store, RequestRecorder recorder, Account account)
    {
        (_app, _store, _recorder, _account) = (app, store, recorder, account);
        BaseAddress = new Uri(app.Urls.Single());
        CyberunBaseAddress = new Uri(BaseAddress, CyberunApi.BasePath);
    }

    /// <summary>Where the server listens, such as <c>http://127.0.0.1:50123/</c>: the base address of all contracts but Cyberun's.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The base address of the Cyberun contract: <see cref="BaseAddress"/> and <c>api/v1</c>.</summary>
    public Uri CyberunBaseAddress { get; }

    /// <summary>The API credential, made up for each server. All contracts accept it as bearer token.</summary>
    public string ApiKey => _account.ApiKey;

    /// <summary>The session token of a user. It is accepted like <see cref="ApiKey"/>, but Cyberun's contract wants <c>X-Team-ID</c> with it.</summary>
    public string SessionToken => _account.SessionToken;

    /// <summary>The organization that the account belongs to: the only one that <c>X-Organization-Id</c> may name.</summary>
    public Guid OrganizationId => _account.OrganizationId;

    /// <summary>The folder that the account has: the only one that an asset can be filed under.</summary>
    public Guid FolderId => _account.FolderId;

    /// <summary>The requests answered so far, in the order of their answers. A request is in the list before its answer reaches the client.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _recorder.Requests;

    /// <summary>The objects in storage at this moment.</summary>
    public IReadOnlyCollection<StoredObject> Objects => _store.Objects;

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server. Dispose it to stop it and to delete its files.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The port or the lifetime of URLs is out of range.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<EmbeddedUploadServer> StartAsync(UploadServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new UploadServerOptions();
        options.Validate();

        var app = CreateApplication(options.Port);
        var store = new ObjectStore(options.TimeProvider);
        try
        {
            var recorder = new RequestRecorder(options.RequestObserver);
            var account = new Account();
            app.Use(recorder.InvokeAsync);
            MapContracts(app, store, account, options);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EmbeddedUploadServer(app, store, recorder, account);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            store.Dispose();
            throw;
        }
    }

    /// <summary>Looks up an object in storage.</summary>
    /// <param name="key">Its key: an asset's <c>r2_key</c>, Cyberun's <c>file_key</c> or the image contract's <c>upload_key</c>.</param>
    /// <returns>The object, or null when nothing is stored under the key.</returns>
    public StoredObject? FindObject(string key) => _store.Find(key);

    /// <summary>Stops the server and deletes its files.</summary>
    /// <returns>The end of the work.</returns>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        _store.Dispose();
    }

    // The empty builder reads no environment, no settings files and hooks no signals: the server behaves the same in every process.
    private static WebApplication CreateApplication(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => ConfigureKestrel(kestrel, port));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => ContractJson.Apply(json.SerializerOptions));
        return builder.Build();
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port);
        kestrel.AddServerHeader = false;
        // A paused upload in a debugger, or a throttled one in a test, is not an attack.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }

    private static void MapContracts(WebApplication app, ObjectStore store, Account account, UploadServerOptions options)
    {
        var key = SigningKey.Create();
        var signer = new UrlSigner(key, options.TimeProvider, options.UrlLifetime);
        new RunflowApi(account, store, signer, options.TimeProvider).Map(app);
        new CyberunApi(account, signer).Map(app);
        new ImagesApi(account, store, signer).Map(app);
        new PrintsApi(account, store, signer).Map(app);
        var tus = new TusApi(store, options.CutsFirstPatch);
        new GalleryApi(account, store, tus).Map(app);
        tus.Map(app);
        new StorageApi(store, new UrlVerifier(key, options.TimeProvider)).Map(app);
    }
}
