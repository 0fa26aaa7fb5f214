using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UploadServer.Authentication;
using UploadServer.Signing;
using UploadServer.Storage;
using UploadServer.Validation;

namespace UploadServer.Contracts.Prints;

/// <summary>The contract of <c>specs/prints.json</c>: a presigned URL for each part, and a completion that takes the parts' ETags.</summary>
internal sealed class PrintsApi(Account account, ObjectStore store, UrlSigner signer)
{
    private readonly ConcurrentDictionary<Guid, PartedUpload> _uploads = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1/print-files").AddEndpointFilter(new BearerTokenFilter(account, ContractProblem.Unauthorized));
        api.MapPost("", CreateAsync);
        api.MapPost("/{id:guid}/complete", CompleteAsync);
        api.MapDelete("/{id:guid}", Delete);
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ContractProblem.Malformed();
        }

        var file = AnnouncedFile.Read(body, "content_type");
        if (!body.IsValid)
        {
            return ContractProblem.Invalid(body.Errors);
        }

        var upload = new PartedUpload(Guid.CreateVersion7(), file);
        _uploads[upload.Id] = upload;
        var urls = upload.PartKeys.Select((key, index) => SignPut(request, key, upload.LengthOf(index)));
        return Results.Json(new PrintFileUpload(upload.Id, upload.PartSize, [.. urls]), statusCode: StatusCodes.Status201Created);
    }

    private string SignPut(HttpRequest request, string key, long length)
        => signer.Sign(request, HttpMethods.Put, key, new Dictionary<string, string>
        {
            ["Content-Length"] = length.ToString(CultureInfo.InvariantCulture),
        });

    private async Task<IResult> CompleteAsync(HttpRequest request, Guid id)
    {
        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return ContractProblem.Malformed();
        }

        var etags = body.Strings("etags");
        body.NoOthers();
        if (!body.IsValid)
        {
            return ContractProblem.Invalid(body.Errors);
        }

        if (!_uploads.TryGetValue(id, out var upload))
        {
            return ContractProblem.NotFound();
        }

        // Once they are put together, the parts are gone.
        if (ProblemOf(upload, etags) is { } problem && !upload.IsComplete)
        {
            return ContractProblem.Conflict(problem);
        }

        var file = await upload.CompleteAsync(() => JoinAsync(upload));
        Discard(upload);
        return Results.Json(file);
    }

    /// <summary>Why the parts can't be put together; null where they can.</summary>
    private string? ProblemOf(PartedUpload upload, IReadOnlyList<string> etags)
    {
        var keys = upload.PartKeys;
        if (etags.Count != keys.Count)
        {
            return $"The file has {keys.Count} parts, and there are {etags.Count} ETags.";
        }

        return keys
            .Select((key, index) => store.Find(key) is not { } part ? $"Part {index + 1} is not there."
                : part.ETag != etags[index] ? $"The ETag of part {index + 1} is another."
                : null)
            .FirstOrDefault(problem => problem is not null);
    }

    private async Task<PrintFile> JoinAsync(PartedUpload upload)
    {
        var whole = store.Begin();
        foreach (var key in upload.PartKeys)
        {
            await using var part = File.OpenRead(store.Find(key)!.FilePath);
            await whole.AppendAsync(part, part.Length, CancellationToken.None);
        }

        var file = upload.File;
        var stored = store.Commit(await whole.CompleteAsync(), upload.Key, file.MediaType, overwrite: true)!;
        return new PrintFile(upload.Id, file.Name, stored.Length, file.MediaType, upload.PartKeys.Count, stored.Sha256);
    }

    private IResult Delete(Guid id)
    {
        if (!_uploads.TryGetValue(id, out var upload))
        {
            return ContractProblem.NotFound();
        }

        if (upload.IsComplete)
        {
            return ContractProblem.Conflict("The upload is complete.");
        }

        _uploads.TryRemove(id, out _);
        Discard(upload);
        return Results.NoContent();
    }

    private void Discard(PartedUpload upload)
    {
        foreach (var key in upload.PartKeys)
        {
            store.Remove(key);
        }
    }
}
