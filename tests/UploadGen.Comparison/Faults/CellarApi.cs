using Microsoft.AspNetCore.Http;

namespace UploadGen.Comparison.Faults;

/// <summary>The API of <c>cellar.json</c>. It believes that a file is stored when it is told so, and says the size of what is there, if something is.</summary>
internal sealed class CellarApi(FaultyStore store)
{
    private const string Signature = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-SignedHeaders=host&X-Amz-Signature=e3b0c44298fc1c149afbf4c8996fb924";

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        if (context.Request.Path.Value!.EndsWith("/confirmations", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(Record(), context.RequestAborted);
            return;
        }

        await store.ExpectClientAsync();
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/octet-stream" };
        if (store.Fault.MustBeNew)
        {
            headers["If-None-Match"] = "*";
        }

        var session = new { id = "1", upload_url = $"{store.Address}/uploads/file?{Signature}", upload_headers = headers };
        await context.Response.WriteAsJsonAsync(session, context.RequestAborted);
    }

    private Dictionary<string, object> Record()
    {
        var record = new Dictionary<string, object> { ["id"] = "1" };
        if (store.Held is { } held)
        {
            record["size"] = held.Length;
        }

        return record;
    }
}
