using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using UploadServer.Http;
using UploadServer.Signing;

namespace UploadServer.Storage;

/// <summary>The storage behind signed URLs: PUT, GET and HEAD of objects, with S3's rules and S3's errors.</summary>
internal sealed class StorageApi(ObjectStore store, UrlVerifier verifier)
{
    public const string RequestIdHeader = "x-amz-request-id";

    private const string Route = ObjectKey.PathPrefix + "{**key}";

    public void Map(IEndpointRouteBuilder routes)
    {
        // An object may have any size; the length of each is held by its signature.
        routes.MapPut(Route, PutAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        routes.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], Get);
    }

    // The order matters: whatever can be refused is refused before the first byte of the body is asked for.
    private async Task<IResult> PutAsync(HttpRequest request)
    {
        if (Admit(request) is { } refused)
        {
            return refused;
        }

        var onlyIfAbsent = !StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch);
        if (onlyIfAbsent && request.Headers.IfNoneMatch != "*")
        {
            return StorageError.NotImplemented(HeaderNames.IfNoneMatch);
        }

        var key = KeyOf(request);
        if (onlyIfAbsent && store.Find(key) is not null)
        {
            return StorageError.PreconditionFailed();
        }

        var file = await store.ReceiveAsync(request.Body, request.HttpContext.RequestAborted);
        if (store.Commit(file, key, request.ContentType, overwrite: !onlyIfAbsent) is not { } stored)
        {
            return StorageError.PreconditionFailed();
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag;
        return Results.Ok();
    }

    private IResult Get(HttpRequest request)
    {
        if (Admit(request) is { } refused)
        {
            return refused;
        }

        var key = KeyOf(request);
        return store.Find(key) is { } stored ? File(stored) : StorageError.NoSuchKey(key);
    }

    /// <summary>An object as an answer, with support for ranges and conditions.</summary>
    public static IResult File(StoredObject stored)
        => Results.File(
            stored.FilePath, stored.ContentType, lastModified: stored.StoredAt, entityTag: new EntityTagHeaderValue(stored.ETag), enableRangeProcessing: true);

    private StorageError? Admit(HttpRequest request)
    {
        request.HttpContext.Response.Headers[RequestIdHeader] = RandomNumberGenerator.GetHexString(16);
        if (!StringValues.IsNullOrEmpty(request.Headers.Authorization))
        {
            return StorageError.TwoCredentials();
        }

        if (HttpMethods.IsPut(request.Method) && request.ContentLength is null)
        {
            return StorageError.MissingLength();
        }

        return verifier.Verify(request);
    }

    private static string KeyOf(HttpRequest request) => ObjectKey.FromPath(WireTarget.Of(request.HttpContext).Path);
}
