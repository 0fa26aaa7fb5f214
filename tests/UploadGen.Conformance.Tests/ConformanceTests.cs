using System.Globalization;
using System.Text;
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
    {
        var outcomes = await run.Outcomes;
        var reviewed = NotPassed.Read();
        var specs = outcomes
            .Select(outcome => (
                Spec: outcome.Value.Spec ?? reviewed.FirstOrDefault(row => row.Covers(outcome.Key))?.Scenario.TrimEnd('*').TrimEnd('_') ?? outcome.Key,
                outcome.Value.IsPassed,
                IsApplicable: !reviewed.Any(row => !row.IsApplicable && row.Covers(outcome.Key))))
            .GroupBy(outcome => outcome.Spec)
            .OrderBy(spec => spec.Key, StringComparer.Ordinal)
            .Select(spec => Row(spec.Key.Replace('_', '/'), spec.Count(one => one.IsPassed), spec.Count(one => one.IsApplicable), spec.Count()));
        var all = Row("**all**", outcomes.Count(one => one.Value.IsPassed), outcomes.Count - Covered(reviewed, outcomes.Keys), outcomes.Count);
        var rows = reviewed.Select(row => $"| {row.Scenario.Replace("*", "\\*", StringComparison.Ordinal)} | {(row.IsApplicable ? "" : "no")} | {row.Reason} |");

        RepositoryFile.Hold(Path.Combine("docs", "conformance.md"), Page([.. specs, all], rows));
    }

    private static int Covered(IReadOnlyList<NotPassed> reviewed, IEnumerable<string> scenarios)
        => scenarios.Count(scenario => reviewed.Any(row => !row.IsApplicable && row.Covers(scenario)));

    private static string Row(string name, int passed, int applicable, int all)
        => string.Create(CultureInfo.InvariantCulture, $"| {name} | {passed} | {applicable} | {all} |");

    private static string Page(IEnumerable<string> specs, IEnumerable<string> notPassed)
    {
        const string start = """
            # Conformance

            TypeSpec's HTTP scenarios (`@typespec/http-specs`) come with a mock server that says what is right on the wire, both ways. The OpenAPI 3.1 documents that
            TypeSpec makes of them become clients in `tests/UploadGen.Conformance.Tests`, which calls every scenario through them. A scenario is passed when the
            server's own coverage file says so and the client made of the answer what it says. The test writes this page.

            *Applicable* is what OpenAPI carries; the reason is below where it doesn't.

            | spec | passed | applicable | all |
            |---|--:|--:|--:|

            """;
        const string end = """

            ## Not passed

            | scenario | applicable | reason |
            |---|---|---|

            """;
        var page = new StringBuilder(start);
        specs.ToList().ForEach(line => page.Append(line).Append('\n'));
        page.Append(end);
        notPassed.ToList().ForEach(line => page.Append(line).Append('\n'));
        return page.ToString().ReplaceLineEndings("\n");
    }
}
