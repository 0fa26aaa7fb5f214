using System.Globalization;

namespace UploadGen.Core;

/// <summary>Entries by OpenAPI's status keys: <c>201</c>, <c>4XX</c>, <c>default</c>.</summary>
internal sealed class StatusTable<TEntry> where TEntry : class
{
    private readonly Dictionary<string, TEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public TEntry? First { get; private set; }

    public TEntry? Default => _entries.GetValueOrDefault("default");

    public void Add(string status, TEntry entry)
    {
        First ??= entry;
        _entries[status] = entry;
    }

    /// <summary>The entry of a key.</summary>
    public TEntry? Of(string status) => _entries.GetValueOrDefault(status);

    public TEntry? Exact(int status) => _entries.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture));

    public TEntry? Range(int status) => _entries.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{status / 100}XX"));
}
