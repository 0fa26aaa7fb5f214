using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>
/// A session as Microsoft Graph has it: 202 and the ranges that are expected; requests of a multiple of 320 KiB, of which each counts whole or not at all.
/// </summary>
public sealed class ExpectedRangesServer : SessionServer
{
    private const int Unit = 320 * 1024;
    private const long Limit = 60L * 1024 * 1024;

    private long? _total;

    protected override IReadOnlySet<string> KnownHeaders { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Range", "Content-Type", "Expect",
    };

    protected override Task AnswerAsync(HttpContext context) => context.Request.Method switch
    {
        // A session ends with its file.
        _ when !IsOpen || IsComplete => context.AnswerAsync(404, """{ "error": { "code": "itemNotFound", "message": "The session isn't there." } }"""),
        "PUT" => PutAsync(context),
        "GET" when context.Request.Headers.ContentLength is null => ExpectAsync(context, 200),
        "DELETE" => DeleteAsync(context),
        _ => ViolatedAsync(context, "not a request of the protocol"),
    };

    private Task DeleteAsync(HttpContext context)
    {
        IsOpen = false;
        return context.AnswerAsync(204);
    }

    private async Task PutAsync(HttpContext context)
    {
        if (ContentRange.Of(context.Request) is not { First: { } first } range || (_total ??= range.Total) != range.Total)
        {
            await ViolatedAsync(context, $"Content-Range: {context.Request.Headers.ContentRange}");
        }
        else if (context.Request.ContentLength >= Limit || (!range.IsLast && context.Request.ContentLength % Unit != 0))
        {
            await ViolatedAsync(context, $"{context.Request.ContentLength} bytes");
        }
        else if (first != Count)
        {
            await context.AnswerAsync(416, """{ "error": { "code": "invalidRange", "message": "Optimistic concurrency failure during fragmented upload" } }""");
        }
        else if (await TakeAsync(context, isAtomic: true))
        {
            IsComplete = Count == range.Total;
            await (IsComplete ? context.AnswerAsync(201, $$"""{ "id": "a1", "size": {{Count}} }""") : ExpectAsync(context, 202));
        }
    }

    private Task ExpectAsync(HttpContext context, int status)
        => context.AnswerAsync(status, $$"""{ "expirationDateTime": "2030-01-29T09:21:55.523Z", "nextExpectedRanges": ["{{Count}}-"] }""");
}
