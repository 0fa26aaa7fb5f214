using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>tus 1.0.0 with all the extensions that send a file by one request after the other.</summary>
public sealed class TusServer : SessionServer
{
    private const string OctetStream = "application/offset+octet-stream";

    /// <summary>What it says it can; null for a server that answers OPTIONS with 405.</summary>
    public string? Extensions { get; init; } = "creation,creation-with-upload,expiration,termination";

    /// <summary>The length that the upload was created with.</summary>
    public long? Length { get; set; }

    /// <summary>The most bytes of a file.</summary>
    public long MaxSize { get; init; } = 1L << 40;

    /// <summary>What the upload was created with.</summary>
    public string? Metadata { get; private set; }

    /// <summary>Whether the URL of what is created is given without scheme and host.</summary>
    public bool GivesRelativeUrl { get; init; }

    /// <summary>How many uploads were created.</summary>
    public int Created { get; private set; }

    public override void Expect(long length) => Length ??= length;

    public string Endpoint => $"{Address}files";

    /// <summary>Whether it is part of the API, whose credential may come.</summary>
    public bool AllowsCredential { get; init; }

    protected override IReadOnlySet<string> KnownHeaders => AllowsCredential ? WithCredential : OfProtocol;

    private static HashSet<string> OfProtocol { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Type", "Expect", "Tus-Resumable", "Upload-Length", "Upload-Metadata", "Upload-Offset", "Upload-Checksum",
    };

    private static HashSet<string> WithCredential { get; } = new([.. OfProtocol, "Authorization"], StringComparer.OrdinalIgnoreCase);

    protected override string Place(HttpRequest request) => request.Headers["Upload-Offset"].ToString();

    protected override Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["Tus-Resumable"] = "1.0.0";
        return context.Request.Method switch
        {
            "OPTIONS" => OptionsAsync(context),
            _ when context.Request.Headers["Tus-Resumable"] != "1.0.0" => ViolatedAsync(context, "Tus-Resumable", 412),
            "POST" when context.Request.Path == "/files" => CreateAsync(context),
            _ when !IsOpen => context.AnswerAsync(410, "no longer", "text/plain"),
            "HEAD" when context.Request.ContentLength is null => HeadAsync(context),
            "PATCH" => PatchAsync(context),
            "DELETE" => DeleteAsync(context),
            _ => ViolatedAsync(context, "not a request of the protocol"),
        };
    }

    private Task OptionsAsync(HttpContext context)
    {
        if (Extensions is null)
        {
            return context.AnswerAsync(405);
        }

        if (context.Request.Headers.ContainsKey("Tus-Resumable"))
        {
            return ViolatedAsync(context, "Tus-Resumable");
        }

        context.Response.Headers["Tus-Version"] = "1.0.0";
        context.Response.Headers["Tus-Extension"] = Extensions;
        context.Response.Headers["Tus-Max-Size"] = $"{MaxSize}";
        if (Extensions.Contains("checksum", StringComparison.Ordinal))
        {
            context.Response.Headers["Tus-Checksum-Algorithm"] = "crc32,sha1,sha256";
        }

        return context.AnswerAsync(204);
    }

    private async Task CreateAsync(HttpContext context)
    {
        if (Number(context.Request.Headers["Upload-Length"]) is not { } length || context.Request.ContentLength is not { } body
            || (body > 0 && context.Request.ContentType != OctetStream))
        {
            await ViolatedAsync(context, "a creation without a length, or with a body of another type");
            return;
        }

        if (length > MaxSize)
        {
            await context.AnswerAsync(413);
            return;
        }

        Truncate(0);
        (Length, Metadata, IsComplete, Created) = (length, context.Request.Headers["Upload-Metadata"], length == 0, Created + 1);
        if (body > 0 && !await TakeAsync(context))
        {
            return;
        }

        if (body > 0)
        {
            SayOffset(context);
        }

        context.Response.Headers.Location = GivesRelativeUrl ? new Uri(Url).PathAndQuery : Url;
        await context.AnswerAsync(201);
    }

    private Task HeadAsync(HttpContext context)
    {
        SayOffset(context);
        context.Response.Headers.CacheControl = "no-store";
        if (Length is { } length)
        {
            context.Response.Headers["Upload-Length"] = $"{length}";
        }

        return context.AnswerAsync(200);
    }

    private async Task PatchAsync(HttpContext context)
    {
        if (context.Request.ContentType != OctetStream || context.Request.ContentLength is null
            || Number(context.Request.Headers["Upload-Offset"]) is not { } offset)
        {
            await ViolatedAsync(context, "a PATCH without a type, an offset or a length");
            return;
        }

        if (offset != Count)
        {
            await context.AnswerAsync(409, "Upload-Offset conflict", "text/plain");
            return;
        }

        if (Extensions?.Contains("checksum", StringComparison.Ordinal) == true != context.Request.Headers.ContainsKey("Upload-Checksum"))
        {
            await ViolatedAsync(context, "Upload-Checksum");
            return;
        }

        if (!await TakeAsync(context))
        {
            return;
        }

        if (!IsAsSummed(context.Request, offset))
        {
            Truncate(offset);
            await context.AnswerAsync(460, "Checksum Mismatch", "text/plain");
            return;
        }

        SayOffset(context);
        context.Response.Headers["Upload-Expires"] = DateTimeOffset.UtcNow.AddHours(1).ToString("r");
        await context.AnswerAsync(204);
    }

    private bool IsAsSummed(HttpRequest request, long offset)
    {
        if (!request.Headers.TryGetValue("Upload-Checksum", out var given))
        {
            return true;
        }

        var sent = Bytes.AsSpan((int)offset);
        return given.ToString().Split(' ') switch
        {
            ["sha256", var sum] => sum == Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA256, sent)),
            ["sha1", var sum] => sum == Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, sent)),
            _ => false,
        };
    }

    private Task DeleteAsync(HttpContext context)
    {
        IsOpen = false;
        return context.AnswerAsync(204);
    }

    private void SayOffset(HttpContext context)
    {
        IsComplete = Count == Length;
        context.Response.Headers["Upload-Offset"] = $"{Count}";
    }
}
