using System.Globalization;

namespace UploadGen.Corpus.Tests;

/// <summary>
/// What a document of the corpus comes to, as it was reviewed: <c>Expected.tsv</c> has a line for each. With
/// <c>UPLOADGEN_ACCEPT=1</c> in the environment the file is rewritten instead of compared; its changes are to be read.
/// </summary>
/// <param name="Document">Its file name.</param>
/// <param name="Operations">How many operations the document has, counted in its JSON.</param>
/// <param name="Diagnostics">The diagnostics as <c>id@line:column</c>, in the order of the document.</param>
internal sealed record ExpectedOutcome(string Document, int Operations, string Diagnostics)
{
    private const string Header = "document\toperations\tdiagnostics";

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1";
    private static readonly Lock Writing = new();
    private static readonly SortedDictionary<string, ExpectedOutcome> All = Read();

    private static string Path => System.IO.Path.Combine(Repository.Root, "tests", "UploadGen.Corpus.Tests", "Expected.tsv");

    /// <summary>The documents that were reviewed, and those that should be.</summary>
    public static IEnumerable<string> Documents => All.Keys.Union(SharedData.Documents, StringComparer.Ordinal);

    public static void Verify(ExpectedOutcome actual)
    {
        lock (Writing)
        {
            if (Accepts)
            {
                All[actual.Document] = actual;
                File.WriteAllLines(Path, [Header, .. All.Values.Select(outcome => outcome.Line)]);
            }

            Assert.True(All.TryGetValue(actual.Document, out var expected), $"Expected.tsv has no line for {actual.Document}; review and add: {actual.Line}");
            Assert.Equal(expected.Line, actual.Line);
        }
    }

    private string Line => string.Create(CultureInfo.InvariantCulture, $"{Document}\t{Operations}\t{Diagnostics}");

    private static SortedDictionary<string, ExpectedOutcome> Read()
    {
        var outcomes = File.Exists(Path) ? File.ReadLines(Path).Skip(1).Select(Parse) : [];
        return new SortedDictionary<string, ExpectedOutcome>(outcomes.ToDictionary(outcome => outcome.Document), StringComparer.Ordinal);
    }

    private static ExpectedOutcome Parse(string line)
    {
        var cells = line.Split('\t');
        return new ExpectedOutcome(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
    }
}
