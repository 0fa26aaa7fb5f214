using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UploadServer.Authentication;
using UploadServer.Storage;
using UploadServer.Tus;
using UploadServer.Validation;

namespace UploadServer.Contracts.Gallery;

/// <summary>The contract of <c>specs/gallery.json</c>: the file goes by tus, and the upload is confirmed once it is there.</summary>
internal sealed class GalleryApi(Account account, ObjectStore store, TusApi tus)
{
    private readonly ConcurrentDictionary<Guid, PictureUpload> _uploads = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1/pictures").AddEndpointFilter(new BearerTokenFilter(account, ContractProblem.Unauthorized));
        api.MapPost("", CreateAsync);
        api.MapPost("/{id:guid}/confirmation", ConfirmAsync);
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ContractProblem.Malformed();
        }

        var file = AnnouncedFile.Read(body, "media_type");
        if (!body.IsValid)
        {
            return ContractProblem.Invalid(body.Errors);
        }

        var upload = new PictureUpload(Guid.CreateVersion7(), file, tus.Open(file.Size));
        _uploads[upload.Id] = upload;
        return Results.Json(new PictureUploadResponse(upload.Id, TusApi.UrlOf(request, upload.Tus)), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ConfirmAsync(Guid id)
    {
        if (!_uploads.TryGetValue(id, out var upload) || (upload.Tus.IsTerminated && !upload.IsConfirmed))
        {
            return ContractProblem.NotFound();
        }

        if (!upload.Tus.IsComplete)
        {
            return ContractProblem.Conflict($"Of {upload.Tus.Length} bytes {upload.Tus.Offset} are there.");
        }

        return Results.Json(await upload.ConfirmAsync(() => CreatePictureAsync(upload)), statusCode: StatusCodes.Status201Created);
    }

    private async Task<Picture> CreatePictureAsync(PictureUpload upload)
    {
        var file = upload.File;
        var stored = store.Commit(await upload.Tus.CompleteAsync(), upload.Key, file.MediaType, overwrite: true)!;
        return new Picture(upload.Id, file.Name, stored.Length, file.MediaType, stored.Sha256);
    }
}
