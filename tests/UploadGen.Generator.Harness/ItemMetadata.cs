using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UploadGen.Generator.Harness;

/// <summary>Hands the generator what MSBuild would: the project's properties and each item's metadata.</summary>
public sealed class ItemMetadata : AnalyzerConfigOptionsProvider
{
    private readonly Options _ofEveryItem;
    private readonly ImmutableDictionary<string, Options> _ofItems;

    public ItemMetadata(string rootNamespace, IReadOnlyDictionary<string, string>? metadata = null)
        : this(
            new Options(new() { ["build_property.RootNamespace"] = rootNamespace }),
            Item(metadata ?? ImmutableDictionary<string, string>.Empty),
            ImmutableDictionary<string, Options>.Empty)
    {
    }

    private ItemMetadata(AnalyzerConfigOptions project, Options ofEveryItem, ImmutableDictionary<string, Options> ofItems)
    {
        GlobalOptions = project;
        _ofEveryItem = ofEveryItem;
        _ofItems = ofItems;
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>The same project, with metadata of its own on one item.</summary>
    public ItemMetadata With(string path, IReadOnlyDictionary<string, string> metadata)
        => new(GlobalOptions, _ofEveryItem, _ofItems.SetItem(path, Item(metadata)));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _ofItems.GetValueOrDefault(textFile.Path, _ofEveryItem);

    private static Options Item(IReadOnlyDictionary<string, string> metadata)
        => new(new() { ["build_metadata.AdditionalFiles.UploadGenItem"] = string.Join(" ", metadata.Select(entry => $"{entry.Key}:{Base64(entry.Value)}")) });

    /// <summary>As the package's targets write it.</summary>
    private static string Base64(string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value));

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
