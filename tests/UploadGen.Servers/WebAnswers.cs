using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>What handlers do most: read a body whole, and answer with a status and a text.</summary>
public static class WebAnswers
{
    public static Task AnswerAsync(this HttpContext context, int status, string body = "", string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public static async Task<byte[]> ReadAllAsync(this Stream body, CancellationToken cancellationToken = default)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
