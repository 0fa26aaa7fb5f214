namespace UploadGen.Generator.Tests.Flows;

/// <summary>
/// What is bound of the flow shapes that were cut from real vendors' documents, as it was reviewed beside what each vendor does: <c>FlowShapes.tsv</c> has a
/// line for each. With <c>UPLOADGEN_ACCEPT=1</c> in the environment the file is rewritten instead of compared; its changes are to be read.
/// </summary>
public class FlowShapeTests
{
    private static string Reviewed => Path.Combine(Repository.Root, "tests", "UploadGen.Generator.Tests", "Flows", "FlowShapes.tsv");

    [Fact]
    public async Task Each_shape_is_bound_as_the_vendor_means_or_asked_about()
    {
        var files = SharedData.Flows();
        var lines = files.Select(file => $"{Path.GetFileNameWithoutExtension(file)}\t{Said(file)}").ToList();
        if (Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1")
        {
            await File.WriteAllLinesAsync(Reviewed, lines, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllLinesAsync(Reviewed, TestContext.Current.CancellationToken), lines);
    }

    private static string Said(string file)
    {
        var bound = BoundDocument.Bind(InMemoryText.FromFile(file));
        return string.Join(
            " | ",
            bound.Found.Select(problem => $"UPG007 {problem.Arguments[1]}").Concat(bound.NotBound.Select(problem => $"UPG008 {problem.Arguments[1]}")));
    }
}
