using System.Text.RegularExpressions;

namespace UploadGen.Generator.Tests.Architecture;

/// <summary>The arrows between the folders of the generator: data goes one way, from the document to C#.</summary>
public partial class ArchitectureTests
{
    private const string Root = "UploadGen.Generator";

    /// <summary>What each folder may use of the others.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Collections"] = [],
        ["Naming"] = [],
        ["Problems"] = ["Collections"],
        ["Model"] = ["Collections"],
        ["Projects"] = ["Collections", "Problems"],
        ["Documents"] = ["Collections", "Naming", "Problems"],
        ["Limits"] = ["Binding", "Collections", "Documents", "Model", "Naming", "Problems", "Schemas"],
        ["Schemas"] = ["Binding", "Collections", "Documents", "Limits", "Model", "Naming", "Problems"],
        ["Operations"] = ["Binding", "Collections", "Documents", "Limits", "Model", "Naming", "Problems", "Schemas"],
        ["Flows"] = ["Binding", "Collections", "Documents", "Limits", "Model", "Naming", "Operations", "Problems"],
        ["Binding"] = ["Collections", "Documents", "Flows", "Limits", "Model", "Naming", "Operations", "Problems", "Schemas"],
        ["Emission"] = ["Collections", "Model", "Naming", "Problems"],
        ["Diagnostics"] = ["Binding", "Collections", "Documents", "Problems", "Projects"],
    };

    /// <summary>Where Microsoft.OpenApi's types may be named.</summary>
    private static readonly string[] Binders = ["Binding", "Documents", "Flows", "Limits", "Operations", "Schemas"];

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_stands_before_it(string folder)
    {
        var used = Files(folder)
            .SelectMany(file => Uses().Matches(file.Text).Select(match => (file.Name, Folder: match.Groups["folder"].Value)))
            .Where(use => use.Folder != folder && !Allowed[folder].Contains(use.Folder, StringComparer.Ordinal));

        Assert.Empty(used.Select(use => $"{use.Name} uses {use.Folder}"));
    }

    [Fact]
    public void Each_folder_has_its_rule()
        => Assert.Equal(
            Allowed.Keys.Append("Compatibility").Order(StringComparer.Ordinal),
            Directory.GetDirectories(Source).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_documents_and_binders_know_the_OpenAPI_reader()
        => Assert.Empty(Allowed.Keys.Except(Binders, StringComparer.Ordinal)
            .SelectMany(Files)
            .Where(file => file.Text.Contains("using Microsoft.OpenApi", StringComparison.Ordinal))
            .Select(file => file.Name));

    [Theory]
    [InlineData("Emission", "NameScope")]
    [InlineData("Emission", "CSharpName")]
    [InlineData("Model", "Microsoft.CodeAnalysis")]
    public void A_folder_does_not_know_a_type(string folder, string type)
        => Assert.Empty(Files(folder).Where(file => Regex.IsMatch(file.Text, $@"\b{type}\b")).Select(file => file.Name));

    [Fact]
    public void Namespaces_are_folders()
        => Assert.Empty(Allowed.Keys
            .SelectMany(Files)
            .Where(file => !file.Text.Contains($"namespace {Root}.{Dotted(Path.GetDirectoryName(file.Name)!)};", StringComparison.Ordinal))
            .Select(file => file.Name));

    [Fact]
    public void A_type_name_stands_once_in_src()
    {
        var source = Path.GetDirectoryName(Source)!;
        var declared = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsBuilt(path))
            .SelectMany(path => Declarations().Matches(File.ReadAllText(path)).Select(match => (Name: match.Groups["name"].Value, File: FirstName(path))))
            .Distinct();

        Assert.Empty(declared.GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} in {string.Join(", ", group.Select(type => type.File))}"));
    }

    private static string Source => Path.Combine(Repository.Root, "src", Root);

    private static IEnumerable<(string Name, string Text)> Files(string folder)
        => Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(Source, path), File.ReadAllText(path)));

    private static string Dotted(string folder) => folder.Replace(Path.DirectorySeparatorChar, '.');

    /// <summary>Of a type in several files, each begins with its name.</summary>
    private static string FirstName(string path) => Path.GetFileName(path).Split('.', '{')[0];

    private static bool IsBuilt(string path)
        => path.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"], StringComparer.Ordinal).Any();

    [GeneratedRegex(@"^using (?:static )?UploadGen\.Generator\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(
        @"^(?:public |internal )(?:static |sealed |abstract |readonly |partial )*(?:class|record struct|record|struct|enum|interface) (?<name>\w+(?:<\w)?)",
        RegexOptions.Multiline)]
    private static partial Regex Declarations();
}
