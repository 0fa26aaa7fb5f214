using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>
/// A session as Google Cloud Storage, Drive and YouTube have it: 308 and the <c>Range</c> that is kept, which is a multiple of 256 KiB until the file is
/// complete.
/// </summary>
public sealed class ContentRangesServer : SessionServer
{
    private const int Unit = 256 * 1024;

    private long? _total;

    protected override IReadOnlySet<string> KnownHeaders { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Range", "Content-Type", "Expect",
    };

    protected override Task AnswerAsync(HttpContext context) => context.Request.Method switch
    {
        _ when !IsOpen => context.AnswerAsync(410, "Gone", "text/plain"),
        "PUT" => PutAsync(context),
        "DELETE" when context.Request.Headers.ContentLength == 0 => DeleteAsync(context),
        _ => ViolatedAsync(context, "not a request of the protocol"),
    };

    private Task DeleteAsync(HttpContext context)
    {
        IsOpen = false;
        return context.AnswerAsync(499);
    }

    private async Task PutAsync(HttpContext context)
    {
        if (ContentRange.Of(context.Request) is not { } range || (_total ??= range.Total) != range.Total)
        {
            await ViolatedAsync(context, $"Content-Range: {context.Request.Headers.ContentRange}");
            return;
        }

        if (range.First is { } first && !IsComplete)
        {
            if (first != Count)
            {
                // Where it doesn't stand, it says that it is unavailable.
                await context.AnswerAsync(503, $"The upload's offset is {Count}", "text/plain");
                return;
            }

            if (!range.IsLast && context.Request.ContentLength % Unit != 0)
            {
                await ViolatedAsync(context, $"{context.Request.ContentLength} bytes");
                return;
            }

            if (!await TakeAsync(context, Unit))
            {
                return;
            }
        }

        IsComplete |= Count == range.Total;
        await (IsComplete ? context.AnswerAsync(200, Item(Count)) : IncompleteAsync(context));
    }

    private Task IncompleteAsync(HttpContext context)
    {
        if (Count > 0)
        {
            context.Response.Headers["Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes=0-{Count - 1}");
        }

        return context.AnswerAsync(308);
    }

    private static string Item(long count) => $$"""{ "id": "a1", "size": "{{count}}" }""";
}
