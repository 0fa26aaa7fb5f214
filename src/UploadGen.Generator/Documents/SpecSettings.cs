using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>What the project file says about a document: the metadata of its AdditionalFiles item, checked.</summary>
/// <param name="IsEnabled">False when the item says <c>UploadGen="false"</c>.</param>
/// <param name="IsExplicit">Whether the item carries any of our metadata, so that its author expects a client.</param>
internal sealed record SpecSettings(
    bool IsEnabled,
    bool IsExplicit,
    string Namespace,
    string ClientName,
    bool IsPublic,
    EquatableArray<string> Include,
    EquatableArray<string> Exclude,
    EquatableArray<SpecProblem> Problems)
{
    private const string ItemPrefix = "build_metadata.AdditionalFiles.";

    private static readonly string[] Metadata =
        ["UploadGen", "UploadGenNamespace", "UploadGenClientName", "UploadGenAccessibility", "UploadGenInclude", "UploadGenExclude"];

    public static SpecSettings Read(string path, AnalyzerConfigOptions item, AnalyzerConfigOptions project)
    {
        var problems = ImmutableArray.CreateBuilder<SpecProblem>();
        var stem = FileName.PascalStem(path);
        var enabled = Value(item, "UploadGen");
        var accessibility = Value(item, "UploadGenAccessibility");
        var ns = Value(item, "UploadGenNamespace");
        var client = Value(item, "UploadGenClientName");

        if (enabled is not null && !bool.TryParse(enabled, out _))
        {
            problems.Add(Bad("UploadGen", enabled, "'true' or 'false'"));
        }

        var isInternal = string.Equals(accessibility, "internal", StringComparison.OrdinalIgnoreCase);
        if (accessibility is not null && !isInternal && !string.Equals(accessibility, "public", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(Bad("UploadGenAccessibility", accessibility, "'public' or 'internal'"));
        }

        if (ns is not null && !ns.Split('.').All(IsName))
        {
            problems.Add(Bad("UploadGenNamespace", ns, "a C# namespace such as 'Acme.Uploads'"));
            ns = null;
        }

        if (client is not null && !IsName(client))
        {
            problems.Add(Bad("UploadGenClientName", client, "a C# class name such as 'AcmeClient'"));
            client = null;
        }

        return new SpecSettings(
            !string.Equals(enabled, "false", StringComparison.OrdinalIgnoreCase),
            Metadata.Any(name => Value(item, name) is not null),
            ns ?? DefaultNamespace(project, stem),
            client ?? stem + "Client",
            !isInternal,
            List(item, "UploadGenInclude"),
            List(item, "UploadGenExclude"),
            problems.ToImmutable().ToEquatableArray());
    }

    private static SpecProblem Bad(string metadata, string value, string allowed)
        => new(SpecProblemKind.BadMetadata, "", new[] { metadata, value, allowed }.ToEquatableArray());

    private static string DefaultNamespace(AnalyzerConfigOptions project, string stem)
    {
        var root = project.TryGetValue("build_property.RootNamespace", out var value) ? value.Trim() : "";
        var segments = root.Split('.').Where(segment => segment.Length > 0).Select(LegalSegment);
        return string.Join(".", segments.Concat([stem]));
    }

    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;

    private static string LegalSegment(string segment)
    {
        if (SyntaxFacts.IsValidIdentifier(segment))
        {
            return SyntaxFacts.GetKeywordKind(segment) == SyntaxKind.None ? segment : "@" + segment;
        }

        return CSharpName.Pascal(segment, "_");
    }

    private static EquatableArray<string> List(AnalyzerConfigOptions item, string name)
        => (Value(item, name) ?? "").Split(';').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToEquatableArray();

    private static string? Value(AnalyzerConfigOptions item, string name)
        => item.TryGetValue(ItemPrefix + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
