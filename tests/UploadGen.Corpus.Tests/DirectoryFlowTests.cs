using System.Globalization;
using System.Text.RegularExpressions;

namespace UploadGen.Corpus.Tests;

/// <summary>
/// What is bound of the uploads in steps that the public directory's documents describe, as it was reviewed: <c>DirectoryFlows.tsv</c> has a line for each,
/// and an empty one for a document that has such a URL for something else. With <c>UPLOADGEN_ACCEPT=1</c> in the environment all documents are searched, and the
/// file is rewritten; its changes are to be read.
/// </summary>
public partial class DirectoryFlowTests
{
    /// <summary>Larger ones take long, and have no upload in steps.</summary>
    private const int MaxBytes = 5_000_000;

    private static string Reviewed => Path.Combine(Repository.Root, "tests", "UploadGen.Corpus.Tests", "DirectoryFlows.tsv");

    [Fact]
    public async Task Uploads_of_the_public_directory_are_bound_as_reviewed()
    {
        var directory = OpenApiDirectory.Find(out var reason);
        Assert.False(directory is null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(directory is null, reason);

        var cancellation = TestContext.Current.CancellationToken;
        var accepts = Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1";
        var reviewed = await File.ReadAllLinesAsync(Reviewed, cancellation);
        var documents = accepts ? directory!.Documents : reviewed.Select(line => line.Split('\t')[0]).Distinct();
        var lines = new List<string>();
        foreach (var document in documents)
        {
            lines.AddRange(await LinesAsync(document, directory!.FileOf(document)));
        }

        if (accepts)
        {
            await File.WriteAllLinesAsync(Reviewed, lines, cancellation);
        }

        Assert.Equal(accepts ? lines : reviewed, lines);
    }

    private static async Task<IEnumerable<string>> LinesAsync(string document, string file)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            return [];
        }

        var json = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (!json.Contains("upload", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var diagnostics = await GeneratorRun.Of(json, path: Path.GetFileName(file)).DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
        var said = diagnostics
            .Where(diagnostic => diagnostic.Id is "UPG007" or "UPG008")
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Split("': ", 2)[1])
            .Where(message => !message.Contains("an upload in one request", StringComparison.Ordinal))
            .Select(message => $"{document}\t{WhatFollows().Replace(message, "")}")
            .ToList();
        return said.Count > 0 ? said : NamesUploadUrl().IsMatch(json) ? [document + "\t"] : [];
    }

    /// <summary>What is the same in every message, and what the caller is told to do.</summary>
    [GeneratedRegex(@"\. (Its operations are|It is) generated.*|\. Send each file.*|\. \w+ does it in one call.*", RegexOptions.Singleline)]
    private static partial Regex WhatFollows();

    /// <summary>A member called <c>upload_url</c>, <c>uploadUrls</c>, <c>presignedUrl</c>, or such.</summary>
    [GeneratedRegex("""
        "(\w*upload_?)?((pre)?signed_?)?(?<=upload_?|signed_?)(ur[li]s?|link|href)"\s*:\s*\{
        """, RegexOptions.IgnoreCase)]
    private static partial Regex NamesUploadUrl();
}
