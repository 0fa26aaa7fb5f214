using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using UploadServer.Authentication;
using UploadServer.Http;
using UploadServer.Signing;
using UploadServer.Storage;
using UploadServer.Validation;

namespace UploadServer.Contracts.Images;

/// <summary>The contract of <c>specs/images.json</c>: one multipart/form-data request, errors in FastAPI's shape.</summary>
internal sealed class ImagesApi(Account account, ObjectStore store, UrlSigner signer)
{
    private const long MaxLength = 25 * 1024 * 1024;

    private static readonly string[] MediaTypes = ["image/jpeg", "image/png", "image/webp"];

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/v1/uploads", UploadAsync)
            // The contract's own limit is answered with 422; the web server's would be a 413 before it.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .AddEndpointFilter(new BearerTokenFilter(account, NotAuthenticated));

    private static IResult NotAuthenticated() => Results.Json(new { detail = "Not authenticated" }, statusCode: StatusCodes.Status401Unauthorized);

    private async Task<IResult> UploadAsync(HttpRequest request)
    {
        try
        {
            return await FormFile.FindAsync(request, "file") is { } file ? await StoreAsync(request, file) : Invalid("Field required", "missing");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException && !Disconnect.Is(fault, request.HttpContext))
        {
            return Results.Json(new { detail = "There was an error parsing the body" }, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private async Task<IResult> StoreAsync(HttpRequest request, FormFile file)
    {
        if (!MediaTypes.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            return Invalid($"Media type should be one of {string.Join(", ", MediaTypes)}", "value_error");
        }

        var received = await store.ReceiveAsync(file.Content, request.HttpContext.RequestAborted);
        if (received.Length > MaxLength)
        {
            ObjectStore.Discard(received);
            return Invalid($"Data should have at most {MaxLength} bytes", "bytes_too_long");
        }

        var key = $"uploads/{Guid.CreateVersion7()}/{ObjectKey.Segment(file.FileName)}";
        store.Commit(received, key, file.ContentType, overwrite: true);
        return Results.Json(new UploadResponse(key, signer.Sign(request, HttpMethods.Get, key)));
    }

    private static IResult Invalid(string message, string type)
        => Results.Json(new { detail = new[] { new ValidationError(["body", "file"], message, type) } }, statusCode: StatusCodes.Status422UnprocessableEntity);
}
