using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UploadServer.Authentication;
using UploadServer.Signing;
using UploadServer.Storage;
using UploadServer.Validation;

namespace UploadServer.Contracts.Runflow;

/// <summary>The contract of <c>specs/runflow.json</c>: open an upload, confirm it, read the asset, run a model on it.</summary>
internal sealed class RunflowApi(Account account, ObjectStore store, UrlSigner signer, TimeProvider time)
{
    private const long MaxSizeBytes = 50 * 1024 * 1024;

    private readonly ConcurrentDictionary<Guid, AssetUpload> _uploads = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1").AddEndpointFilter(new BearerTokenFilter(account, ErrorResponse.Unauthorized));
        api.MapPost("/asset-uploads", CreateAssetUploadAsync);
        api.MapPost("/asset-uploads/{asset_upload_id}/confirmations", ConfirmAssetUploadAsync);
        api.MapGet("/assets/types", ListAssetTypes);
        api.MapGet("/assets/{id}", GetAsset);
        api.MapPost("/models/{owner}/{model}/runs", CreateModelRunAsync);
        // Not part of the contract: where the url of an asset leads, open to whoever knows it.
        routes.MapMethods("/media/{id:guid}/{name}", [HttpMethods.Get, HttpMethods.Head], GetMedia);
    }

    private async Task<IResult> CreateAssetUploadAsync(HttpRequest request)
    {
        if (!IsMember(request))
        {
            return ErrorResponse.NotAMember();
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ErrorResponse.Malformed();
        }

        var filename = body.String("filename", minLength: 1, maxLength: 500);
        var mimeType = body.String("mime_type", minLength: 1, maxLength: 255);
        var sizeBytes = body.Integer("size_bytes", minimum: 1, maximum: MaxSizeBytes);
        body.NoOthers();
        var type = AssetType.Find(mimeType);
        if (type is null && mimeType.Length > 0)
        {
            body.Refuse("mime_type", $"Media type '{mimeType}' is not supported; see GET /v1/assets/types", "value_error");
        }

        if (type is null || !body.IsValid)
        {
            return ErrorResponse.Invalid(body.Errors);
        }

        var upload = new AssetUpload(Guid.CreateVersion7(), filename, type);
        _uploads[upload.Id] = upload;
        return Results.Json(new AssetUploadResponse(upload.Id, SignPut(request, upload, mimeType, sizeBytes)), statusCode: StatusCodes.Status201Created);
    }

    private string SignPut(HttpRequest request, AssetUpload upload, string mimeType, long sizeBytes)
        => signer.Sign(request, HttpMethods.Put, upload.Key, new Dictionary<string, string>
        {
            ["Content-Type"] = mimeType,
            ["Content-Length"] = sizeBytes.ToString(CultureInfo.InvariantCulture),
        });

    private async Task<IResult> ConfirmAssetUploadAsync(HttpRequest request)
    {
        if (!IsMember(request))
        {
            return ErrorResponse.NotAMember();
        }

        if (!TryGetId(request, "asset_upload_id", out var id, out var invalid))
        {
            return invalid;
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ErrorResponse.Malformed();
        }

        var folderId = body.OptionalGuid("folder_id");
        body.NoOthers();
        if (!body.IsValid)
        {
            return ErrorResponse.Invalid(body.Errors);
        }

        if (!_uploads.TryGetValue(id, out var upload))
        {
            return ErrorResponse.NotFound("upload");
        }

        if (folderId is not null && folderId != account.FolderId)
        {
            return ErrorResponse.NotFound("folder");
        }

        if (store.Find(upload.Key) is not { } stored)
        {
            return ErrorResponse.NothingStored();
        }

        var asset = upload.Confirm(() => CreateAsset(request, upload, stored, folderId));
        return Results.Json(asset, statusCode: StatusCodes.Status201Created);
    }

    // Size and media type are what storage has, not what was announced.
    private Asset CreateAsset(HttpRequest request, AssetUpload upload, StoredObject stored, Guid? folderId) => new()
    {
        Id = upload.Id,
        OrgId = account.OrganizationId,
        FolderId = folderId,
        Name = upload.Filename,
        R2Key = stored.Key,
        Url = $"{request.Scheme}://{request.Host}/media/{upload.Id}/{Uri.EscapeDataString(ObjectKey.Segment(upload.Filename))}",
        MimeType = stored.ContentType,
        SizeBytes = stored.Length,
        AssetType = upload.Type.Kind,
        CreatedBy = account.UserId,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
        CreatedByUser = new AssetUser(account.UserId),
    };

    private static IResult ListAssetTypes()
        => Results.Json(new { types = AssetType.Supported.Select(type => new { type.MimeType, AssetType = type.Kind }) });

    private IResult GetAsset(HttpRequest request)
    {
        if (!TryGetId(request, "id", out var id, out var invalid))
        {
            return invalid;
        }

        return FindAsset(id) is { } asset ? Results.Json(asset) : ErrorResponse.NotFound("asset");
    }

    private IResult GetMedia(Guid id)
        => FindAsset(id) is { } asset && store.Find(asset.R2Key) is { } stored ? StorageApi.File(stored) : Results.NotFound();

    private async Task<IResult> CreateModelRunAsync(HttpRequest request, string owner, string model)
    {
        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ErrorResponse.Malformed();
        }

        var input = body.Object("input");
        var callbackUrl = body.OptionalUrl("callback_url");
        if (!body.IsValid)
        {
            return ErrorResponse.Invalid(body.Errors);
        }

        var members = new MemberReader(input, "body", "input");
        if (members.OptionalGuid("asset_id") is { } id && FindAsset(id) is null)
        {
            members.Refuse("asset_id", "There is no such asset", "value_error");
        }

        if (!members.IsValid)
        {
            return ErrorResponse.Invalid(members.Errors);
        }

        var run = new
        {
            Id = Guid.CreateVersion7(),
            Model = $"{owner}/{model}",
            StatusCode = "queued",
            Input = input,
            CallbackUrl = callbackUrl,
            CreatedAt = time.GetUtcNow(),
        };
        return Results.Json(run, statusCode: StatusCodes.Status201Created);
    }

    private Asset? FindAsset(Guid id) => _uploads.GetValueOrDefault(id)?.Asset;

    private bool IsMember(HttpRequest request)
        => !request.Headers.TryGetValue("X-Organization-Id", out var organization)
            || (Guid.TryParse(organization, out var id) && id == account.OrganizationId);

    private static bool TryGetId(HttpRequest request, string name, out Guid id, out IResult invalid)
    {
        invalid = ErrorResponse.Invalid([new ValidationError(["path", name], "Input should be a valid UUID", "uuid_parsing")]);
        return Guid.TryParse(request.RouteValues[name] as string, out id);
    }
}
