using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;
using UploadGen.Generator;

namespace UploadGen.Analyzers.Tests;

/// <summary>Every id has a page, a row in the README and a row in the release file of its assembly, and all of them say what the descriptor says.</summary>
public sealed class DocumentationTests
{
    private static readonly (string Project, Assembly Assembly)[] Assemblies =
    [
        ("UploadGen.Analyzers", typeof(UploadFlowAnalyzer).Assembly),
        ("UploadGen.Generator", typeof(UploadClientGenerator).Assembly),
    ];

    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    private static readonly string Index = Path.Combine(Repository.Root, "docs", "diagnostics", "README.md");

    public static TheoryData<string, string> Ids => new(Descriptors().Select(entry => (entry.Project, entry.Descriptor.Id)).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of(string project, string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        Assert.Contains(lines[0], DescriptorsOf(project, id).Select(descriptor => $"# {id}: {descriptor.Title}"));
        var row = Assert.Single(lines, line => line.StartsWith($"| {id} | ", StringComparison.Ordinal));
        Assert.All(DescriptorsOf(project, id), descriptor =>
        {
            Assert.Contains($"| {descriptor.Category} |", row, StringComparison.Ordinal);
            Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        });
        Assert.Contains(DescriptorsOf(project, id), descriptor => row.Contains($"| {InWords(descriptor.DefaultSeverity)}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_README_row_of(string project, string id)
    {
        var start = $"| [{id}](docs/diagnostics/{id}.md) |";
        var row = Assert.Single(File.ReadLines(Readme), line => line.StartsWith(start, StringComparison.Ordinal));
        Assert.Contains(DescriptorsOf(project, id), descriptor => row.Contains($") | {InWords(descriptor.DefaultSeverity)} |", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_row_of(string project, string id)
    {
        var row = Assert.Single(ReleaseRows(project), line => line.StartsWith(id + " |", StringComparison.Ordinal));
        Assert.Contains(
            DescriptorsOf(project, id),
            descriptor => row.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_is_what_the_release_files_say()
    {
        var rows = Assemblies
            .SelectMany(entry => ReleaseRows(entry.Project))
            .Distinct()
            .Select(line => line.Split(" | "))
            .OrderBy(cells => cells[0], StringComparer.Ordinal)
            .Select(cells => $"| [{cells[0]}]({cells[0]}.md) | {cells[1]} | {InWords(Enum.Parse<DiagnosticSeverity>(cells[2]))} | {cells[3]} |\n");
        var expected = $"""
            # Diagnostics

            What is reported, from the analyzers' release files.

            | Id | Category | Default severity | When |
            |---|---|---|---|
            {string.Concat(rows)}
            """;
        if (Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1")
        {
            File.WriteAllText(Index, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Index));
    }

    [Fact]
    public void No_page_and_no_row_is_left_over()
    {
        var ids = Descriptors().Select(entry => entry.Descriptor.Id).ToHashSet();
        Assert.Equal(
            ids.Append("README").Order(),
            Directory.EnumerateFiles(Path.GetDirectoryName(Index)!).Select(path => Path.GetFileNameWithoutExtension(path)).Order());
        Assert.Equal(ids.Order(), Assemblies.SelectMany(entry => ReleaseRows(entry.Project)).Select(row => row.Split(' ')[0]).Distinct().Order());
        Assert.Equal(
            ids.Order(),
            Regex.Matches(File.ReadAllText(Readme), @"^\| \[(UPG\d+)\]", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order());
    }

    private static IEnumerable<string> ReleaseRows(string project)
        => new[] { "Shipped", "Unshipped" }
            .SelectMany(release => File.ReadLines(Path.Combine(Repository.Root, "src", project, $"AnalyzerReleases.{release}.md")))
            .Select(line => Regex.Replace(line, " +", " "))
            .Where(line => Regex.IsMatch(line, @"^UPG\d+ \|"));

    private static IEnumerable<(string Project, DiagnosticDescriptor Descriptor)> Descriptors()
        => from assembly in Assemblies
           from type in assembly.Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(DiagnosticDescriptor)
           select (assembly.Project, (DiagnosticDescriptor)field.GetValue(null)!);

    private static IEnumerable<DiagnosticDescriptor> DescriptorsOf(string project, string id)
        => Descriptors().Where(entry => entry.Project == project && entry.Descriptor.Id == id).Select(entry => entry.Descriptor);

    private static string InWords(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };
}
