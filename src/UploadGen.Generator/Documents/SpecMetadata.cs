using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UploadGen.Generator.Documents;

/// <summary>What the project file says of an AdditionalFiles item, as the package's targets hand it over: <c>Name:Base64</c>, separated by spaces.</summary>
internal sealed class SpecMetadata
{
    private const string Key = "build_metadata.AdditionalFiles.UploadGenItem";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private SpecMetadata(string text)
    {
        foreach (var entry in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(':');
            if (parts.Length == 2 && Decode(parts[1]).Trim() is { Length: > 0 } value)
            {
                _values[parts[0]] = value;
            }
        }
    }

    /// <summary>Whether anything is said at all.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>A value without white space around it, or null where none is said.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    public static SpecMetadata Read(AnalyzerConfigOptions item) => new(item.TryGetValue(Key, out var text) ? text : "");

    private static string Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            // Only the package's targets write it, and they write Base64.
            return "";
        }
    }
}
