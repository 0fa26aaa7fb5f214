using System.Globalization;
using System.Text;

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>The page that tells what is passed.</summary>
internal static class ConformancePage
{
    private const string Head = """
        # Conformance

        TypeSpec's HTTP scenarios (`@typespec/http-specs`) come with a mock server that says what is right on the wire, both ways. The OpenAPI 3.1 documents that
        TypeSpec makes of them become clients in `tests/UploadGen.Conformance.Tests`, which calls every scenario through them. A scenario is passed when the
        server's own coverage file says so and the client made of the answer what it says. The test writes this page.

        *Applicable* is what OpenAPI carries; the reason is below where it doesn't.

        | spec | passed | applicable | all |
        |---|--:|--:|--:|

        """;

    private const string NotPassedHead = """

        ## Not passed

        | scenario | applicable | reason |
        |---|---|---|

        """;

    public static string Of(IReadOnlyDictionary<string, Outcome> outcomes, IReadOnlyList<NotPassed> reviewed)
    {
        var rows = outcomes.Select(outcome => Row.Of(outcome.Key, outcome.Value, reviewed)).ToList();
        var page = new StringBuilder(Head);
        foreach (var spec in rows.GroupBy(row => row.Spec).OrderBy(spec => spec.Key, StringComparer.Ordinal))
        {
            page.Append(Line(spec.Key, spec.ToList()));
        }

        page.Append(Line("**all**", rows)).Append(NotPassedHead);
        foreach (var row in reviewed)
        {
            var name = row.Scenario.Replace("*", "\\*", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {(row.IsApplicable ? "yes" : "no")} | {row.Reason} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Line(string name, IReadOnlyList<Row> rows)
        => string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {rows.Count(row => row.IsPassed)} | {rows.Count(row => row.IsApplicable)} | {rows.Count} |\n");

    private sealed record Row(string Spec, bool IsPassed, bool IsApplicable)
    {
        /// <summary>A scenario that no client is for is told by the row of the review that is about its spec.</summary>
        public static Row Of(string scenario, Outcome outcome, IReadOnlyList<NotPassed> reviewed)
        {
            var review = reviewed.FirstOrDefault(row => row.Covers(scenario));
            var spec = outcome.Spec ?? review?.Scenario.TrimEnd('*').TrimEnd('_') ?? scenario;
            return new Row(spec.Replace('_', '/'), outcome.IsPassed, review?.IsApplicable != false);
        }
    }
}
