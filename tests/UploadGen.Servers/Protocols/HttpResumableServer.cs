using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>An upload resource of Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload), interop version 8. It sends no interim answers.</summary>
public sealed class HttpResumableServer : SessionServer
{
    private long? _total;

    /// <summary>What a request may have at most, and at least unless it is the last; null for no limits.</summary>
    public (long Least, long Most)? Append { get; set; }

    /// <summary>Whether limits are only told by a refusal.</summary>
    public bool HidesLimits { get; init; }

    /// <summary>The status of what is made of the file.</summary>
    public int Outcome { get; init; } = 200;

    public string Endpoint => $"{Address}project/123/files";

    protected override IReadOnlySet<string> KnownHeaders { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Type", "Content-Disposition", "Expect", "Upload-Draft-Interop-Version", "Upload-Length", "Upload-Offset",
        "Upload-Complete",
    };

    protected override string Place(HttpRequest request) => $"{request.Headers["Upload-Offset"]} {request.Headers["Upload-Complete"]}".Trim();

    protected override Task AnswerAsync(HttpContext context) => context.Request.Method switch
    {
        _ when context.Request.Headers["Upload-Draft-Interop-Version"] != "8" => ViolatedAsync(context, "Upload-Draft-Interop-Version"),
        "POST" when context.Request.Path == "/project/123/files" => CreateAsync(context),
        _ when !IsOpen => context.AnswerAsync(404),
        "HEAD" when context.Request.ContentLength is null => HeadAsync(context),
        "PATCH" => PatchAsync(context),
        "DELETE" => DeleteAsync(context),
        _ => ViolatedAsync(context, "not a request of the protocol"),
    };

    private Task CreateAsync(HttpContext context)
    {
        if (context.Request.Headers["Upload-Complete"] != "?0" || context.Request.ContentLength != 0 || !IsLength(context.Request))
        {
            return ViolatedAsync(context, "not a careful creation");
        }

        context.Response.Headers.Location = new Uri(Url).PathAndQuery;
        SayLimits(context);
        return context.AnswerAsync(201);
    }

    private Task HeadAsync(HttpContext context)
    {
        SayState(context);
        if (_total is { } total)
        {
            context.Response.Headers["Upload-Length"] = $"{total}";
        }

        if (!HidesLimits)
        {
            SayLimits(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.AnswerAsync(204);
    }

    private async Task PatchAsync(HttpContext context)
    {
        var isLast = context.Request.Headers["Upload-Complete"] == "?1";
        if (context.Request.ContentType != "application/partial-upload" || Number(context.Request.Headers["Upload-Offset"]) is not { } offset
            || (!isLast && context.Request.Headers["Upload-Complete"] != "?0") || !IsLength(context.Request) || IsComplete)
        {
            await ViolatedAsync(context, "not an append");
        }
        else if (offset != Count)
        {
            SayState(context);
            await context.AnswerAsync(409, """{ "title": "Mismatching Upload Offset" }""", "application/problem+json");
        }
        else if (Append is var (least, most) && (context.Request.ContentLength > most || (!isLast && context.Request.ContentLength < least)))
        {
            SayLimits(context);
            await context.AnswerAsync(413);
        }
        else if (await TakeAsync(context))
        {
            IsComplete = isLast;
            SayState(context);
            await context.AnswerAsync(isLast ? Outcome : 204, isLast ? $$"""{ "id": "a1", "size": {{Count}} }""" : "");
        }
    }

    private Task DeleteAsync(HttpContext context)
    {
        IsOpen = false;
        return context.AnswerAsync(204);
    }

    private bool IsLength(HttpRequest request)
        => Number(request.Headers["Upload-Length"]) is { } length && (_total ??= length) == length
            && (request.Headers["Upload-Complete"] != "?1" || Number(request.Headers["Upload-Offset"]) + request.ContentLength == length);

    private void SayState(HttpContext context)
    {
        context.Response.Headers["Upload-Offset"] = $"{Count}";
        context.Response.Headers["Upload-Complete"] = IsComplete ? "?1" : "?0";
    }

    private void SayLimits(HttpContext context)
    {
        if (Append is var (least, most))
        {
            context.Response.Headers["Upload-Limit"] = $"max-size=1099511627776, min-append-size={least}, max-append-size={most}, max-age=3600";
        }
    }
}
