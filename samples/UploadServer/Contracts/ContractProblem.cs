using Microsoft.AspNetCore.Http;
using UploadServer.Validation;

namespace UploadServer.Contracts;

/// <summary>Errors of the contracts that answer them after RFC 9457.</summary>
internal static class ContractProblem
{
    public static IResult Malformed() => Of(StatusCodes.Status400BadRequest, "The body is not JSON.");

    public static IResult Unauthorized() => Of(StatusCodes.Status401Unauthorized, "The bearer token is missing or not valid.");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "There is no such upload, or no longer.");

    public static IResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    public static IResult Invalid(IEnumerable<ValidationError> errors)
        => Of(StatusCodes.Status422UnprocessableEntity, string.Join("; ", errors.Select(error => $"{error.Loc[^1]}: {error.Msg}")));

    private static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status);
}
