using System.Globalization;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>A request as it stood on the wire.</summary>
internal sealed record Request(string Head)
{
    public byte[] Body { get; init; } = [];

    public string Method => Head[..Head.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The path, without the query.</summary>
    public string Path => Head.Split(' ')[1].Split('?')[0];

    public int Length => int.Parse(this["Content-Length"] ?? "0", CultureInfo.InvariantCulture);

    public string? this[string header]
        => Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(header + ":", StringComparison.OrdinalIgnoreCase))?[(header.Length + 1)..].Trim();

    public FaultStep Step => this switch
    {
        { Method: "PUT" } => FaultStep.Put,
        { Path: "/v1/uploads" } => FaultStep.Form,
        _ when Path.EndsWith("/confirmations", StringComparison.Ordinal) => FaultStep.Confirm,
        _ => FaultStep.Create,
    };

    /// <summary>The file in a form that has one.</summary>
    public ReadOnlySpan<byte> FileOfForm()
    {
        var boundary = "\r\n--"u8.ToArray().Concat(this["Content-Type"]!.Split("boundary=")[1].Trim('"').Select(letter => (byte)letter)).ToArray();
        var part = Body.AsSpan(Body.AsSpan().IndexOf("\r\n\r\n"u8) + 4);
        return part[..part.IndexOf(boundary)];
    }
}
