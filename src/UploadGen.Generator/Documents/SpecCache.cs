using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Documents.Workflows;

namespace UploadGen.Generator.Documents;

/// <summary>
/// Lets the generator and the analyzer that reports a document's problems share one parse of it. Nothing is kept longer
/// than the compiler keeps the text.
/// </summary>
internal static class SpecCache
{
    private static readonly ConditionalWeakTable<SourceText, string> Texts = new();

    private static readonly ConditionalWeakTable<string, ParseEntry> Entries = new();

    private static readonly ConditionalWeakTable<string, ClaimEntry> Claims = new();

    /// <summary>Reads an AdditionalFile that may be a document by its name or item. Nothing, when it is of another kind or switched off.</summary>
    public static SpecText? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
        => ReadText(file, options, cancellationToken) is { } text && Claim(text) is { Overlay: null, Workflows: null } ? text : null;

    /// <summary>Reads an AdditionalFile that is an overlay, or nothing.</summary>
    public static OverlayText? ReadOverlay(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
        => ReadText(file, options, cancellationToken) is { } text && Claim(text).Overlay is { } overlay ? overlay with { Path = text.Path } : null;

    /// <summary>Reads an AdditionalFile that describes workflows, or nothing.</summary>
    public static WorkflowText? ReadWorkflows(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
        => ReadText(file, options, cancellationToken) is { } text && Claim(text).Workflows is { } workflows ? workflows with { Path = text.Path } : null;

    /// <summary>Reads an AdditionalFile that a document may refer to, be it switched off as a document itself.</summary>
    public static ReferencedFile? ReadFile(AdditionalText file, CancellationToken cancellationToken)
        => DocumentFormats.Find(file.Path) is not null && file.GetText(cancellationToken) is { } text ? new ReferencedFile(file.Path, TextOf(text)) : null;

    private static string TextOf(SourceText text) => Texts.GetValue(text, source => source.ToString());

    /// <summary>What other kind of file than a document a text is.</summary>
    private static ClaimEntry Claim(SpecText text)
        => Claims.GetValue(text.Text, claimed => new ClaimEntry(
            OverlayClaim.Read(text.Format, text.Path, claimed), WorkflowClaim.Read(text.Format, text.Path, claimed)));

    private static SpecText? ReadText(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        // A file of any name that has metadata of ours is meant to be a document.
        var item = options.GetOptions(file);
        if (DocumentFormats.Find(file.Path) is null && SpecMetadata.Read(item).IsEmpty)
        {
            return null;
        }

        var settings = SpecSettings.Read(file.Path, item, options.GlobalOptions);
        if (!settings.IsEnabled || file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        return new SpecText(file.Path, TextOf(text), settings);
    }

    /// <summary>Parses a text, or hands out what an earlier call made of it.</summary>
    public static ParsedSpec? Parse(SpecText source, CancellationToken cancellationToken)
    {
        var entry = Entries.GetValue(source.Text, _ => new ParseEntry());
        lock (entry)
        {
            if (entry.Source != source)
            {
                entry.Parsed = ParsedSpec.Parse(source, cancellationToken);
                entry.Source = source;
            }

            return entry.Parsed;
        }
    }

    private sealed class ClaimEntry(OverlayText? overlay, WorkflowText? workflows)
    {
        public OverlayText? Overlay { get; } = overlay;

        public WorkflowText? Workflows { get; } = workflows;
    }

    private sealed class ParseEntry
    {
        public SpecText? Source { get; set; }

        public ParsedSpec? Parsed { get; set; }
    }
}
