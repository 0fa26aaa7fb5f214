using Microsoft.CodeAnalysis;

namespace UploadGen.Corpus.Tests;

/// <summary>The largest document of the corpus, 13 MB with 1,223 operations, in a project that is being worked on.</summary>
public class LargeDocumentTests
{
    private const string Name = "github-api.json";

    private static readonly ItemMetadata Project = new("Shop");

    [Fact]
    public void An_edit_elsewhere_runs_nothing_for_it()
    {
        var large = InMemoryText.FromFile(SharedData.Corpus(Name));
        var json = File.ReadAllText(Repository.Spec("images.json"));
        var small = new InMemoryText("images.json", json);
        var run = IncrementalRun.Of(Project, large, small);

        Assert.Equal(RunReasons.NothingIsRun, run.EditCode().Reasons(Name));
        var edited = run.EditDocument(small, new InMemoryText("images.json", json.Replace("\"title\"", "\"title\" ", StringComparison.Ordinal)));
        Assert.Equal(RunReasons.NothingIsRun, edited.Reasons(Name));
    }

    [Fact]
    public void Of_a_few_operations_only_what_they_reach_is_generated()
    {
        var json = File.ReadAllText(SharedData.Corpus(Name));
        const string Include = "repos/upload-release-asset;repos/get-release;/repos/{owner}/{repo}/releases/assets/*";
        var included = new Dictionary<string, string> { ["UploadGenInclude"] = Include };
        var run = GeneratorRun.Of(json, included, Name).AssertCompiles();

        var operations = GeneratedOperations.Of(run.Result.GeneratedSources.Select(source => source.SyntaxTree), TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}",
                "GET /repos/{owner}/{repo}/releases/assets/{asset_id}",
                "GET /repos/{owner}/{repo}/releases/{release_id}",
                "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}",
                "POST /repos/{owner}/{repo}/releases/{release_id}/assets",
            ],
            operations.Select(operation => $"{operation.Method} {operation.Path}").Order(StringComparer.Ordinal));
        Assert.InRange(run.Files.Count, 2, 20);
        Assert.Contains("Shop.GithubApi.Release.g.cs", run.Files.Keys);
    }
}
