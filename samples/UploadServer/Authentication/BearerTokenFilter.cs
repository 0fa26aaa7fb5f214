using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace UploadServer.Authentication;

/// <summary>Lets a request through that carries one of the account's tokens (RFC 6750); the others get the contract's own 401.</summary>
internal sealed class BearerTokenFilter(Account account, Func<IResult> refusal) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var token = TokenOf(context.HttpContext.Request);
        if (token is not null && (Same(token, account.ApiKey) || Same(token, account.SessionToken)))
        {
            return next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return ValueTask.FromResult<object?>(refusal());
    }

    /// <summary>Whether the request was made with the session token of a user rather than with the API credential.</summary>
    public static bool IsSession(HttpRequest request, Account account) => TokenOf(request) is { } token && Same(token, account.SessionToken);

    private static string? TokenOf(HttpRequest request)
    {
        var value = request.Headers[HeaderNames.Authorization].ToString();
        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
    }

    private static bool Same(string left, string right)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
