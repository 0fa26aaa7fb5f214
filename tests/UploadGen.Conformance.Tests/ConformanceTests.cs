using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests;

/// <summary>Generated clients against the mock server of TypeSpec's HTTP scenarios.</summary>
public sealed class ConformanceTests(ConformanceRun run)
{
    [Fact]
    public async Task Every_scenario_is_passed_or_reviewed()
    {
        var outcomes = await run.Outcomes;
        var reviewed = NotPassed.Read();

        var failed = outcomes
            .Where(outcome => !outcome.Value.IsPassed && !reviewed.Any(row => row.Covers(outcome.Key)))
            .Select(outcome => $"{outcome.Key}: {outcome.Value}")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(failed.Count == 0, $"{failed.Count} scenarios are neither passed nor reviewed:\n{string.Join('\n', failed)}");
    }

    [Fact]
    public async Task What_is_reviewed_is_not_passed()
    {
        var outcomes = await run.Outcomes;

        foreach (var row in NotPassed.Read())
        {
            var covered = outcomes.Where(outcome => row.Covers(outcome.Key)).ToList();
            Assert.True(covered.Count > 0, $"The suite has no scenario '{row.Scenario}'.");
            Assert.All(covered, outcome => Assert.False(outcome.Value.IsPassed, $"{outcome.Key} is passed; it must not be listed."));
            Assert.True(row.Reason.Length > 20, $"'{row.Scenario}' has no reason.");
        }
    }

    [Fact]
    public async Task The_page_says_what_is_passed()
        => RepositoryFile.Hold(Path.Combine("docs", "conformance.md"), ConformancePage.Of(await run.Outcomes, NotPassed.Read()));
}
