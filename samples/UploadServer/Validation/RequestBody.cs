using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace UploadServer.Validation;

/// <summary>Reads the JSON of a request.</summary>
internal static class RequestBody
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    /// <summary>Reads the body. An empty one counts as an empty object.</summary>
    /// <returns>The members of the body, or null when it is not JSON.</returns>
    public static async Task<MemberReader?> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        if (buffer.Length == 0)
        {
            return new MemberReader(EmptyObject, "body");
        }

        try
        {
            return new MemberReader(JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), "body");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
