using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UploadGen.Benchmarks;

/// <summary>A server that does as little as a server can: it reads what it is sent, and answers. What is measured is the client.</summary>
internal static class SinkServer
{
    /// <summary>Prints its address over http and that over https, and runs until its standard input ends, which it does with the process that started it.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var certificate = Certificate();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(string.Join(' ', app.Urls.Order(StringComparer.Ordinal)));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>The path says how: <c>/refused</c>, <c>/cut</c>, <c>/busy</c> once in two times, and any other path takes all.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/refused":
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case "/cut":
                context.Abort();
                return;
            case "/busy" when Random.Shared.Next(2) == 0:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
        }

        var body = context.Request.BodyReader;
        for (var isRead = false; !isRead;)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            isRead = read.IsCompleted;
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
