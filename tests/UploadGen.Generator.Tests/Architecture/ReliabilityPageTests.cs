using System.Text.RegularExpressions;

namespace UploadGen.Generator.Tests.Architecture;

/// <summary>What the engine promises names the tests that hold it, so they have to be there.</summary>
public partial class ReliabilityPageTests
{
    [Fact]
    public void The_tests_that_are_named_are_there()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reliability.md"));
        var tests = Path.Combine(Repository.Root, "tests");
        var files = Directory.GetFiles(tests, "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        var named = TestName().Matches(page).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(files));
    }

    [GeneratedRegex(@"\b\w+Tests\b")]
    private static partial Regex TestName();
}
