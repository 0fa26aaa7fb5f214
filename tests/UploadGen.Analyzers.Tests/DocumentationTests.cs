using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;
using UploadGen.Generator;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Analyzers.Tests;

/// <summary>Every id has a page, a row in the README and a row in the release file of its assembly, and none of them says something else than the descriptor.</summary>
public sealed class DocumentationTests
{
    private static readonly (string Project, Assembly Assembly)[] Assemblies =
    [
        ("UploadGen.Analyzers", typeof(UploadFlowAnalyzer).Assembly),
        ("UploadGen.Generator", typeof(UploadClientGenerator).Assembly),
    ];

    public static TheoryData<string, string> Ids => new(Descriptors().Select(entry => (entry.Project, entry.Descriptor.Id)).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of(string project, string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        Assert.StartsWith($"# {id}: ", lines[0], StringComparison.Ordinal);
        var row = Assert.Single(lines, line => line.StartsWith($"| {id} | ", StringComparison.Ordinal));
        Assert.All(Of(project, id), descriptor =>
        {
            Assert.Contains($"| {descriptor.Category} |", row, StringComparison.Ordinal);
            Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        });
        Assert.Contains(Of(project, id), descriptor => row.Contains($"| {InWords(descriptor.DefaultSeverity)}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_README_row_of(string project, string id)
    {
        var row = Assert.Single(File.ReadLines(Path.Combine(Repository.Root, "README.md")), line => line.StartsWith($"| [{id}](docs/diagnostics/{id}.md) |", StringComparison.Ordinal));
        Assert.Contains(Of(project, id), descriptor => row.Contains($") | {InWords(descriptor.DefaultSeverity)} |", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_row_of(string project, string id)
    {
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(release => File.ReadLines(Path.Combine(Repository.Root, "src", project, $"AnalyzerReleases.{release}.md")))
            .Select(line => Regex.Replace(line, " +", " "))
            .Where(line => line.StartsWith(id + " |", StringComparison.Ordinal));
        var row = Assert.Single(rows);
        Assert.Contains(Of(project, id), descriptor => row.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void No_page_and_no_row_is_left_over()
    {
        var ids = Descriptors().Select(entry => entry.Descriptor.Id).ToHashSet();
        Assert.Equal(ids.Order(), Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics")).Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Equal(
            ids.Order(),
            Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"^\| \[(UPG\d+)\]", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order());
    }

    private static IEnumerable<(string Project, DiagnosticDescriptor Descriptor)> Descriptors()
        => from assembly in Assemblies
           from type in assembly.Assembly.GetTypes()
           where type.Name == "Descriptors"
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(DiagnosticDescriptor)
           select (assembly.Project, (DiagnosticDescriptor)field.GetValue(null)!);

    private static IEnumerable<DiagnosticDescriptor> Of(string project, string id)
        => Descriptors().Where(entry => entry.Project == project && entry.Descriptor.Id == id).Select(entry => entry.Descriptor);

    private static string InWords(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };
}
