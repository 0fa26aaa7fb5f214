using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>What the project file says about a document: the metadata of its AdditionalFiles item, checked.</summary>
/// <param name="IsEnabled">False when the item says <c>UploadGen="false"</c>.</param>
/// <param name="IsExplicit">
/// Whether the item says that this one file is a document, so that its author expects a client. A namespace or accessibility says so of no file: it is set for
/// all that a glob matches.
/// </param>
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
    private static readonly string[] Claims = ["UploadGenClientName", "UploadGenInclude", "UploadGenExclude"];

    public static SpecSettings Read(string path, AnalyzerConfigOptions item, AnalyzerConfigOptions project)
    {
        var problems = ImmutableArray.CreateBuilder<SpecProblem>();
        var stem = FileName.PascalStem(path);
        var metadata = SpecMetadata.Read(item);
        var enabled = metadata["UploadGen"];
        var accessibility = metadata["UploadGenAccessibility"];
        var ns = metadata["UploadGenNamespace"];
        var client = metadata["UploadGenClientName"];

        if (enabled is not null && !bool.TryParse(enabled, out _))
        {
            problems.Add(Bad("UploadGen", enabled, "'true' or 'false'", "true", "false"));
        }

        var isInternal = string.Equals(accessibility, "internal", StringComparison.OrdinalIgnoreCase);
        if (accessibility is not null && !isInternal && !string.Equals(accessibility, "public", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(Bad("UploadGenAccessibility", accessibility, "'public' or 'internal'", "public", "internal"));
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
            string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase) || Claims.Any(name => metadata[name] is not null),
            ns ?? DefaultNamespace(project, stem),
            client ?? stem + "Client",
            !isInternal,
            List(metadata["UploadGenInclude"]),
            List(metadata["UploadGenExclude"]),
            problems.ToImmutable().ToEquatableArray());
    }

    private static SpecProblem Bad(string metadata, string value, string allowed, params string[] known)
        => SpecProblem.At("", SpecProblemKind.BadMetadata, metadata, value, allowed, NearestName.Asked(value, known) + "It is ignored");

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

    /// <summary>A semicolon within an entry is written <c>%3B</c>.</summary>
    private static EquatableArray<string> List(string? value)
        => (value ?? "").Split(';').Select(entry => entry.Trim().Replace("%3B", ";").Replace("%3b", ";")).Where(entry => entry.Length > 0).ToEquatableArray();
}
