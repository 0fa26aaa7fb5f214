using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace UploadGen.AspNetApp;

/// <summary>Files in forms and as bodies, and files as answers.</summary>
internal static class Files
{
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/files").WithTags("Files").DisableAntiforgery();
        files.MapPost("", (IFormFile file, [FromForm] string title, [FromForm] int? rating) => StoreAsync(file, title, rating)).WithName("UploadFile");
        files.MapPost("/many", (IFormFileCollection files) => Task.WhenAll(files.Select(file => StoreAsync(file, "", null)))).WithName("UploadFiles");
        files.MapPut("/{name}", async (string name, Stream body) => new StoredFile(name, "", null, await ReadAsync(body)))
            .Accepts<Stream>("application/octet-stream").WithName("PutFile");
        files.MapPost("/form", ([FromForm] Note note) => TypedResults.Ok(note)).WithName("PostNote");
        files.MapGet("/{name}/content", (string name) => TypedResults.File(Encoding.UTF8.GetBytes("content of " + name), "application/pdf", name + ".pdf"))
            .Produces<FileContentHttpResult>(200, "application/pdf").WithName("GetContent");
        files.MapGet("/{name}/text", (string name) => TypedResults.Text($"text of {name}")).Produces<string>(200, "text/plain").WithName("GetText");
        files.MapDelete("/{name}", Results<NoContent, NotFound> (string name) => name == "missing" ? TypedResults.NotFound() : TypedResults.NoContent())
            .WithName("DeleteFile");
        files.MapGet("/{name}/lines", (string name) => Lines(name)).WithName("GetLines");
    }

    private static async IAsyncEnumerable<string> Lines(string name)
    {
        foreach (var line in new[] { name, "second" })
        {
            await Task.Yield();
            yield return line;
        }
    }

    private static async Task<StoredFile> StoreAsync(IFormFile file, string title, int? rating)
    {
        await using var stream = file.OpenReadStream();
        return new StoredFile(file.FileName, title, rating, await ReadAsync(stream));
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}

internal sealed record StoredFile(string Name, string Title, int? Rating, byte[] Bytes);

internal sealed record Note(string Subject, string? Body, DateOnly Due, string[] Tags);
