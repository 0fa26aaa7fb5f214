using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>What an upload is of: the API, the file, and what opening it gave. It doesn't change while the file is sent.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Flow">The flow's name.</param>
/// <param name="Path">The file's full path; <see langword="null"/> for what is no file on disk.</param>
/// <param name="FileName">The name that it is uploaded under.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastWrite">When it was last written to.</param>
/// <param name="Changed">When anything of it was last changed, in ticks, as only the operating system can set it; <see langword="null"/> if unknown.</param>
/// <param name="FileSum">
/// CRC-32C of the file when its upload was opened; <see langword="null"/> where that isn't needed: the operating system tells whether the file has changed, or
/// there are sums of what was sent.
/// </param>
/// <param name="PartSize">Bytes of each part but the last, or of the largest where the API divides the file; <see langword="null"/> for a file that doesn't go in parts.</param>
/// <param name="Session">What opening the upload gave, as JSON; empty where that can't be written down without its secrets.</param>
internal sealed record UploadStateHead(
    UploadTarget Target,
    string Flow,
    string? Path,
    string FileName,
    long Length,
    DateTimeOffset? LastWrite,
    long? Changed,
    uint? FileSum,
    long? PartSize,
    ReadOnlyMemory<byte> Session)
{
    /// <summary>Tells the parts of this upload from those of another of the same file.</summary>
    public uint Sum => Crc32C.Of(Session.Span);

    public static UploadStateHead Of(
        UploadTarget target, string flow, UploadContent content, uint? fileSum, long? partSize, ReadOnlyMemory<byte> session) => new(
        target, flow, content.Source.Path, content.FileName, content.Length, content.Source.LastWrite, content.Source.Changed, fileSum, partSize, session);

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static UploadStateHead Read(JsonElement root)
    {
        var head = new UploadStateHead(
            new UploadTarget(Text(root, "api"), Optional(root, "account")?.GetString()),
            Text(root, "flow"),
            Optional(root, "path")?.GetString(),
            Text(root, "file_name"),
            Member(root, "length").GetInt64(),
            Optional(root, "last_write")?.GetDateTimeOffset(),
            Optional(root, "changed")?.GetInt64(),
            Optional(root, "file_sum")?.GetUInt32(),
            Optional(root, "part_size")?.GetInt64(),
            Raw(Member(root, "session")));
        return head.PartSize < 1 || head.Length < 0 ? throw new JsonException("A size is out of its range.") : head;
    }

    /// <summary>All of it as a JSON object.</summary>
    public ReadOnlyMemory<byte> ToJson() => JsonBody.Write(this, static (writer, head) =>
    {
        writer.WriteStartObject();
        head.Write(writer);
        writer.WriteEndObject();
    });

    /// <summary>Writes the members of an object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("api"u8, Target.Address);
        WriteText(writer, "account", Target.Account);
        writer.WriteString("flow"u8, Flow);
        WriteText(writer, "path", Path);
        writer.WriteString("file_name"u8, FileName);
        writer.WriteNumber("length"u8, Length);
        if (LastWrite is { } written)
        {
            writer.WriteString("last_write"u8, written);
        }

        if (Changed is { } changed)
        {
            writer.WriteNumber("changed"u8, changed);
        }

        if (FileSum is { } sum)
        {
            writer.WriteNumber("file_sum"u8, sum);
        }

        if (PartSize is { } size)
        {
            writer.WriteNumber("part_size"u8, size);
        }

        writer.WritePropertyName("session"u8);
        writer.WriteRawValue(Session.Span);
    }

    /// <summary>Refuses an upload to another API, by another flow or of another file. Other bytes of the same file are found by their sums.</summary>
    /// <param name="target">Where the upload goes.</param>
    /// <param name="flow">The flow's name.</param>
    /// <param name="isInParts">Whether the file goes in parts.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="ArgumentException">The state is of another API, account or flow.</exception>
    /// <exception cref="IOException">It is of another file, or the file has changed.</exception>
    public void EnsureIsOf(UploadTarget target, string flow, bool isInParts, UploadContent content)
    {
        if (target != Target)
        {
            throw new ArgumentException(
                $"The state is of an upload to {Shown(Target)}, and this client uploads to {Shown(target)}. Hand it to a client for the API and account that "
                + "it came from, or begin a new upload, without a state. Nothing was sent.");
        }

        if (flow != Flow)
        {
            throw new ArgumentException(
                $"The state is of an upload of kind {Redaction.Name(Flow) ?? "…"}, not {flow}. Hand it to the method that it came from. Nothing was sent.");
        }

        if (isInParts != PartSize is not null)
        {
            throw new ArgumentException(
                $"The state is of an upload {(isInParts ? "of the file as a whole" : "in parts")}, and {flow} is one {(isInParts ? "in parts" : "of the file as a whole")} "
                + "by now. Begin a new upload, without a state. Nothing was sent.");
        }

        if (Path != content.Source.Path || FileName != content.FileName || Length != content.Length || LastWrite != content.Source.LastWrite)
        {
            throw OtherFile($"it was begun with {Described(FileName, Path, Length, LastWrite)}, and this is "
                + Described(content.FileName, content.Source.Path, content.Length, content.Source.LastWrite));
        }
    }

    /// <summary>What is thrown where the bytes that were sent aren't of this file.</summary>
    /// <param name="how">How that is known.</param>
    public IOException OtherFile(string how) => new(
        $"{FileName} isn't the file that the upload was begun with, or has changed since: {how}. Its bytes would be mixed with the other's, so nothing was sent. "
        + "Begin a new upload, without a state (UploadStateFile: delete the file).");

    private static string Shown(UploadTarget target)
    {
        var address = target.Address.Length == 0 ? "an API without a known address"
            : Uri.TryCreate(target.Address, UriKind.Absolute, out var url) ? Redaction.Url(url) : "…";
        return target.Account is { } account ? $"{address} as {Redaction.Name(account) ?? "…"}" : address;
    }

    private static string Described(string name, string? path, long length, DateTimeOffset? lastWrite)
    {
        var written = lastWrite is null ? "" : FormattableString.Invariant($", last written {lastWrite:O}");
        return FormattableString.Invariant($"{path ?? name} ({length:N0} bytes{written})");
    }

    private static JsonElement? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement Member(JsonElement root, string name)
        => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : throw JsonCodec.Missing(name);

    private static string Text(JsonElement root, string name) => Member(root, name).GetString() ?? throw JsonCodec.Missing(name);

    private static byte[] Raw(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
