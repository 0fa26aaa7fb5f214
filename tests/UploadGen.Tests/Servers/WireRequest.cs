namespace UploadGen.Tests.Servers;

/// <summary>A request as it stood on the wire.</summary>
internal sealed record WireRequest(string[] Head)
{
    public byte[] Body { get; init; } = [];

    public string Target => Head[0].Split(' ')[1];

    public IEnumerable<string> HeaderNames => Head.Skip(1).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal);

    public string? this[string name]
        => Head.Skip(1).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
