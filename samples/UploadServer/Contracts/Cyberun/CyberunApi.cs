using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using UploadServer.Authentication;
using UploadServer.Signing;
using UploadServer.Storage;
using UploadServer.Validation;

namespace UploadServer.Contracts.Cyberun;

/// <summary>The contract of <c>specs/cyberun.json</c>: a presigned URL, and headers that are part of its signature.</summary>
internal sealed class CyberunApi(Account account, UrlSigner signer)
{
    /// <summary>Where the contract lies on the server.</summary>
    public const string BasePath = "api/v1";

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapPost($"/{BasePath}/r/files/presign", PresignFileAsync)
            .AddEndpointFilter(new BearerTokenFilter(account, () => Refused(StatusCodes.Status401Unauthorized, "The bearer token is missing or not valid.")));

    private async Task<IResult> PresignFileAsync(HttpRequest request)
    {
        if (FindTeam(request) is not { } team)
        {
            return Malformed("X-Team-ID must name the team, as a UUID, when a session token is used.");
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return Malformed("The body is not JSON.");
        }

        var fileName = body.String("file_name", minLength: 1);
        var fileSize = body.Integer("file_size", minimum: 0, maximum: long.MaxValue);
        var contentType = body.String("content_type", minLength: 1);
        if (!body.IsValid)
        {
            return Malformed(string.Join("; ", body.Errors.Select(error => $"{error.Loc[^1]}: {error.Msg}")));
        }

        return Results.Json(Presign(request, CreateKey(team, fileName, contentType), fileSize));
    }

    private PresignFileResponse Presign(HttpRequest request, string key, long fileSize)
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Length"] = fileSize.ToString(CultureInfo.InvariantCulture),
            ["If-None-Match"] = "*",
        };
        return new PresignFileResponse(key, signer.Sign(request, HttpMethods.Put, key, headers), headers);
    }

    // An API credential belongs to one team, so that whatever X-Team-ID says is ignored.
    private Guid? FindTeam(HttpRequest request)
    {
        if (!BearerTokenFilter.IsSession(request, account))
        {
            return account.TeamId;
        }

        return Guid.TryParse(request.Headers["X-Team-ID"], out var team) ? team : null;
    }

    private static string CreateKey(Guid team, string fileName, string contentType)
    {
        var type = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(contentType));
        return $"inputs/{team}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}/{type}/{ObjectKey.Segment(fileName)}";
    }

    private static IResult Malformed(string message) => Refused(StatusCodes.Status400BadRequest, message);

    private static IResult Refused(int status, string message) => Results.Json(new { message }, statusCode: status);
}
