using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace UploadGen.Servers;

/// <summary>A request as a web server understood it.</summary>
/// <param name="Method">GET, POST, PUT …</param>
/// <param name="Target">Path and query as they were sent.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; empty for none.</param>
public sealed record WebRequest(string Method, string Target, IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    internal static async Task<WebRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        // The server takes its own dictionary back when the request is over.
        var headers = new HeaderDictionary(request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        return new(request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, await request.Body.ReadAllAsync(context.RequestAborted));
    }
}
