using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace UploadGen.Corpus.Tests;

/// <summary>
/// Real documents, damaged in thousands of ways, each the same in every run. Whatever the damage, generator and analyzer
/// don't throw, don't take forever, and what they generate is C#.
/// </summary>
public class MutationTests
{
    private const int Mutations = 5000;

    /// <summary>One in so many is compiled in full; of the others the syntax is checked.</summary>
    private const int Compiled = 12;

    private const int MaxDocument = 60_000;

    /// <summary>What hangs takes longer, and a document on a busy machine doesn't.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task No_damage_makes_the_generator_throw_hang_or_write_what_is_no_CSharp()
    {
        var documents = Documents().ToList();
        var failures = new ConcurrentBag<string>();
        var clients = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, Mutations), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            var (name, document) = documents[seed % documents.Count];
            var watch = Stopwatch.StartNew();
            var run = GeneratorRun.Of(Mutation.Of(document, seed));
            var diagnostics = await run.DocumentDiagnosticsAsync(cancellationToken);
            foreach (var failure in Failures(run, diagnostics, watch.Elapsed, isCompiled: seed % Compiled == 0))
            {
                failures.Add($"seed {seed}, {name}: {failure}");
            }

            if (!run.Result.GeneratedSources.IsDefaultOrEmpty)
            {
                Interlocked.Increment(ref clients);
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} failures:\n{string.Join("\n", failures.Order(StringComparer.Ordinal).Take(40))}");
        Assert.True(clients > Mutations * 8 / 10, $"Only {clients} of {Mutations} damaged documents became a client: that tests little.");
    }

    /// <summary>Needs nothing but the repository, so that a clone without the corpus runs a test of this project too.</summary>
    [Theory]
    [InlineData("runflow.json")]
    [InlineData("cyberun.json")]
    [InlineData("images.json")]
    public async Task The_projects_own_documents_withstand_damage_and_the_same_seed_damages_alike(string name)
    {
        var document = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Repository.Spec(name), TestContext.Current.CancellationToken))!;
        var before = document.ToJsonString();
        for (var seed = 0; seed < 30; seed++)
        {
            var text = Mutation.Of(document, seed);
            Assert.Equal(text, Mutation.Of(document, seed));

            var run = GeneratorRun.Of(text);
            var diagnostics = await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
            Assert.Empty(Failures(run, diagnostics, TimeSpan.Zero, isCompiled: true).Select(failure => $"seed {seed}: {failure}"));
        }

        Assert.Equal(before, document.ToJsonString());
    }

    private static IEnumerable<string> Failures(GeneratorRun run, IEnumerable<Diagnostic> diagnostics, TimeSpan elapsed, bool isCompiled)
    {
        if (elapsed > Patience)
        {
            yield return $"took {elapsed}";
        }

        if (run.Result.Exception is { } exception)
        {
            yield return exception.ToString();
            yield break;
        }

        // UPG000 is a bug of the generator's, whatever the document.
        var foreign = diagnostics
            .Where(diagnostic => diagnostic.Id == "UPG000" || !diagnostic.Id.StartsWith("UPG", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.ToString());
        var complaints = isCompiled
            ? run.Complaints()
            : run.Result.GeneratedSources.SelectMany(source => source.SyntaxTree.GetDiagnostics()).Select(diagnostic => diagnostic.ToString());
        foreach (var failure in foreign.Concat(complaints.Take(3)))
        {
            yield return failure;
        }
    }

    /// <summary>The small documents of the corpus as they are, and of the large ones an excerpt.</summary>
    private static IEnumerable<(string Name, JsonObject Document)> Documents()
    {
        foreach (var name in ExpectedOutcome.Documents)
        {
            var text = File.ReadAllText(SharedData.Corpus(name));
            var document = (JsonObject)JsonNode.Parse(text)!;
            var excerpt = text.Length <= MaxDocument ? document : Excerpt.Of(document, new Random(1), paths: 2);
            if (excerpt.ToJsonString().Length <= MaxDocument)
            {
                yield return (name, excerpt);
            }
        }
    }
}
