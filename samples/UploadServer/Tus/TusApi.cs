using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using UploadServer.Storage;

namespace UploadServer.Tus;

/// <summary>
/// Uploads by tus 1.0.0 (https://tus.io/protocols/resumable-upload): the core protocol and the extension termination. An upload is created by a contract,
/// which is told the length.
/// </summary>
internal sealed class TusApi(ObjectStore store, bool cutsFirstPatch)
{
    private const string Version = "1.0.0";
    private const string MediaType = "application/offset+octet-stream";
    private const string PathPrefix = "/tus/";
    private const string VersionHeader = "Tus-Resumable";
    private const string OffsetHeader = "Upload-Offset";

    private readonly ConcurrentDictionary<Guid, TusUpload> _uploads = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Route = PathPrefix + "{id:guid}";
        routes.MapMethods(Route, [HttpMethods.Options], Options);
        routes.MapMethods(Route, [HttpMethods.Head], Head);
        // An upload may have any size, and come in one request.
        routes.MapPatch(Route, PatchAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        routes.MapDelete(Route, Delete);
    }

    /// <summary>Opens an upload.</summary>
    /// <param name="length">Length of the file in bytes.</param>
    public TusUpload Open(long length)
    {
        var upload = new TusUpload(store.Begin(), length);
        _uploads[upload.Id] = upload;
        return upload;
    }

    /// <summary>The URL of an upload, on the host that a request was sent to.</summary>
    public static string UrlOf(HttpRequest origin, TusUpload upload) => $"{origin.Scheme}://{origin.Host}{PathPrefix}{upload.Id}?key={upload.Key}";

    private static IResult Options(HttpResponse response)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "termination";
        return Answer(response, StatusCodes.Status204NoContent);
    }

    private IResult Head(HttpRequest request, HttpResponse response, Guid id)
    {
        if (Admit(request, response, id, out var upload) is { } refused)
        {
            return refused;
        }

        response.Headers["Upload-Length"] = Text(upload.Length);
        response.Headers.CacheControl = "no-store";
        return Stands(response, upload, StatusCodes.Status200OK);
    }

    private async Task<IResult> PatchAsync(HttpRequest request, HttpResponse response, Guid id)
    {
        if (Admit(request, response, id, out var upload) is { } refused)
        {
            return refused;
        }

        if (request.ContentType != MediaType)
        {
            return Answer(response, StatusCodes.Status415UnsupportedMediaType, $"The Content-Type of a PATCH is {MediaType}.");
        }

        if (!long.TryParse(request.Headers[OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Answer(response, StatusCodes.Status400BadRequest, $"{OffsetHeader} is missing or no number of bytes.");
        }

        if (request.ContentLength is not { } count)
        {
            return Answer(response, StatusCodes.Status411LengthRequired, "A PATCH needs a Content-Length here.");
        }

        if (!upload.TryBegin())
        {
            return Answer(response, StatusCodes.Status423Locked, "Another request of this upload is not over yet.");
        }

        try
        {
            return await TakeAsync(request, response, upload, offset, count);
        }
        finally
        {
            upload.End();
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, HttpResponse response, TusUpload upload, long offset, long count)
    {
        if (offset != upload.Offset)
        {
            return Answer(response, StatusCodes.Status409Conflict, $"The upload stands at {upload.Offset}, and {OffsetHeader} is {offset}.");
        }

        if (count > upload.Length - offset)
        {
            return Answer(response, StatusCodes.Status413PayloadTooLarge, $"The file has {upload.Length} bytes, and these would be more.");
        }

        var isCut = cutsFirstPatch && !upload.IsBegun;
        await upload.AppendAsync(request.Body, isCut ? upload.Length / 2 : count, request.HttpContext.RequestAborted);
        return isCut
            ? throw new ConnectionAbortedException("The server breaks off the first PATCH of an upload.")
            : Stands(response, upload, StatusCodes.Status204NoContent);
    }

    private IResult Delete(HttpRequest request, HttpResponse response, Guid id)
    {
        if (Admit(request, response, id, out var upload) is { } refused)
        {
            return refused;
        }

        upload.Terminate();
        return Answer(response, StatusCodes.Status204NoContent);
    }

    /// <summary>Finds the upload, or says what keeps the request from it.</summary>
    private IResult? Admit(HttpRequest request, HttpResponse response, Guid id, out TusUpload upload)
    {
        upload = _uploads.GetValueOrDefault(id)!;
        if (request.Headers[VersionHeader] != Version)
        {
            response.Headers["Tus-Version"] = Version;
            return Answer(response, StatusCodes.Status412PreconditionFailed, $"{VersionHeader} has to be {Version}.");
        }

        if (upload is null || !HasKey(request, upload))
        {
            return Answer(response, StatusCodes.Status404NotFound, "There is no such upload.");
        }

        return upload.IsTerminated ? Answer(response, StatusCodes.Status410Gone, "The upload was ended.") : null;
    }

    private static bool HasKey(HttpRequest request, TusUpload upload)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Query["key"].ToString()), Encoding.UTF8.GetBytes(upload.Key));

    private static IResult Stands(HttpResponse response, TusUpload upload, int status)
    {
        response.Headers[OffsetHeader] = Text(upload.Offset);
        return Answer(response, status);
    }

    private static IResult Answer(HttpResponse response, int status, string? problem = null)
    {
        response.Headers[VersionHeader] = Version;
        return problem is null || HttpMethods.IsHead(response.HttpContext.Request.Method)
            ? Results.StatusCode(status)
            : Results.Text(problem, statusCode: status);
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
