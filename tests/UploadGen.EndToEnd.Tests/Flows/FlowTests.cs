using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Gallery;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Prints;
using UploadGen.EndToEnd.Tests.Runflow;
using UploadGen.EndToEnd.Tests.Server;
using UploadServer;
using UploadServer.Recording;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Tests of the generated clients, each with a server of its own.</summary>
public abstract class FlowTests : ServerTests
{
    private protected EmbeddedUploadServer Server => Running.Server;

    /// <summary>What was asked and how it was answered, one line a request.</summary>
    private protected IEnumerable<string> Exchanges => Server.Requests.Select(request => $"{request.Method} {request.Path} {request.Status}");

    /// <summary>What every request to an API carries.</summary>
    private protected IEnumerable<string> ApiHeaders =>
    [
        $"Host: {Server.BaseAddress.Authority}",
        $"Authorization: Bearer {Server.ApiKey}",
        "Accept: application/json",
        "Accept-Encoding: gzip, deflate, br",
        $"User-Agent: UploadGen/{typeof(UploadContent).Assembly.GetName().Version!.ToString(3)}",
    ];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected RunflowClient Runflow() => new(OptionsFor<RunflowClientOptions>(Server.BaseAddress));

    private protected CyberunClient Cyberun() => new(OptionsFor<CyberunClientOptions>(Server.CyberunBaseAddress));

    private protected ImagesClient Images() => new(OptionsFor<ImagesClientOptions>(Server.BaseAddress));

    private protected PrintsClient Prints() => new(OptionsFor<PrintsClientOptions>(Server.BaseAddress));

    private protected GalleryClient Gallery() => new(OptionsFor<GalleryClientOptions>(Server.BaseAddress));

    /// <summary>Options for a base address, with the server's API key or another token.</summary>
    private protected TOptions OptionsFor<TOptions>(Uri baseAddress, string? token = null)
        where TOptions : UploadClientOptions, new()
        => new() { BaseAddress = baseAddress, Credential = ApiCredential.FromToken(token ?? Server.ApiKey) };

    /// <summary>The only request of a method.</summary>
    private protected RecordedRequest Only(string method) => Assert.Single(Server.Requests, request => request.Method == method);

    /// <summary>Asserts that a request had these headers and no others.</summary>
    private protected static void HasExactly(RecordedRequest request, params string[] headers)
        => Assert.Equal(
            headers.Order(StringComparer.OrdinalIgnoreCase),
            request.Headers.Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>Asserts that nothing of a signed URL's query can be read in an exception, its inner ones included.</summary>
    private protected static void IsRedacted(Exception exception, Uri signed)
    {
        var shown = exception.ToString();
        var secrets = signed.Query.TrimStart('?').Split('&').Select(parameter => parameter.Split('=', 2)[1]).Where(value => value.Length > 6);
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("X-Amz-Signature", shown, StringComparison.Ordinal);
    }
}
