using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace UploadServer.Http;

/// <summary>
/// The target of a request as it came over the wire. <c>HttpRequest.Path</c> will not do where bytes matter:
/// it is decoded and normalized, and a signature covers what was sent.
/// </summary>
/// <param name="Path">The path, percent-encoded.</param>
/// <param name="Query">The query with its question mark, or an empty string.</param>
internal readonly record struct WireTarget(string Path, string Query)
{
    public static WireTarget Of(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new WireTarget(target, "") : new WireTarget(target[..mark], target[mark..]);
    }
}
