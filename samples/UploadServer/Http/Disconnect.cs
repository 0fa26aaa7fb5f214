using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace UploadServer.Http;

/// <summary>Tells a client that went away in the middle of its request from other faults.</summary>
internal static class Disconnect
{
    // RequestAborted is signaled a moment after the read has failed; the exception knows at once. While a body is read, Kestrel's 400 is its early end.
    public static bool Is(Exception fault, HttpContext context)
        => context.RequestAborted.IsCancellationRequested
            || fault is ConnectionResetException or ConnectionAbortedException or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest };
}
