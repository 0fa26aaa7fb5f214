using Microsoft.AspNetCore.Http;
using UploadServer.Validation;

namespace UploadServer.Contracts.Runflow;

/// <summary>The body of every error of the contract.</summary>
internal sealed record ErrorResponse(string Code, string Message, IReadOnlyList<ValidationError>? Errors = null)
{
    public static IResult Malformed() => Answer(400, new("BAD_REQUEST", "The body is not JSON."));

    public static IResult Unauthorized() => Answer(401, new("UNAUTHORIZED", "The bearer token is missing or not valid."));

    public static IResult NotAMember()
        => Answer(403, new("ORGANIZATION_MEMBERSHIP_REQUIRED", "The account is not a member of the organization in X-Organization-Id."));

    public static IResult NotFound(string what) => Answer(404, new("NOT_FOUND", $"There is no such {what}."));

    public static IResult NothingStored()
        => Answer(409, new("UPLOAD_INCOMPLETE", "There is no object in storage: PUT the file to upload_url before the upload is confirmed."));

    public static IResult Invalid(IReadOnlyList<ValidationError> errors) => Answer(422, new("VALIDATION_ERROR", "Request validation failed.", errors));

    private static IResult Answer(int status, ErrorResponse body) => Results.Json(body, statusCode: status);
}
