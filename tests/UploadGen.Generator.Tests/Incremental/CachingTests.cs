using Microsoft.CodeAnalysis;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Incremental;

/// <summary>Nothing is done again that needn't be: an editor runs the generator at every keystroke.</summary>
public class CachingTests
{
    private static readonly ItemMetadata Project = new("Shop");
    private static readonly InMemoryText Runflow = InMemoryText.FromFile(Repository.Spec("runflow.json"));
    private static readonly InMemoryText Images = InMemoryText.FromFile(Repository.Spec("images.json"));
    private static readonly InMemoryText Foreign = new("appsettings.json", """{ "Logging": {} }""");

    [Fact]
    public void The_first_run_takes_every_step_for_every_document()
    {
        var run = IncrementalRun.Of(Project, Runflow, Images);

        Assert.Equal(RunReasons.EverythingIsNew, run.Reasons("runflow.json"));
        Assert.Equal(RunReasons.EverythingIsNew, run.Reasons("images.json"));
    }

    [Fact]
    public void An_edit_of_CSharp_code_runs_nothing()
    {
        var run = IncrementalRun.Of(Project, Runflow, Images, Foreign).EditCode();

        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("runflow.json"));
        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("images.json"));
        Assert.All(
            run.Result.TrackedSteps.Where(step => step.Key.StartsWith("UploadGen.", StringComparison.Ordinal))
                .SelectMany(step => step.Value.SelectMany(run => run.Outputs), (step, output) => (step.Key, output.Reason)),
            step => Assert.Equal(
                step.Key == Steps.HttpClientFactory ? IncrementalStepRunReason.Unchanged : IncrementalStepRunReason.Cached, step.Reason));
    }

    [Fact]
    public void An_edit_of_a_documents_whitespace_generates_nothing_anew()
    {
        var before = IncrementalRun.Of(Project, Runflow);

        var run = before.EditDocument(Runflow, Edited(Runflow, "{", "{\n\n   "));

        Assert.Equal(RunReasons.UpToTheModel, run.Reasons("runflow.json"));
        Assert.Equal(before.Files, run.Files);
    }

    [Fact]
    public void An_edit_of_what_a_document_means_generates_it_anew()
    {
        var run = IncrementalRun.Of(Project, Runflow).EditDocument(Runflow, Edited(Runflow, "\"maximum\": 52428800", "\"maximum\": 52428801"));

        Assert.Equal(RunReasons.EverythingIsModified, run.Reasons("runflow.json"));
        Assert.Contains("52428801", run.Files["Shop.Runflow.CreateAssetUploadRequest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_one_document_runs_nothing_for_another()
    {
        var run = IncrementalRun.Of(Project, Runflow, Images).EditDocument(Runflow, Edited(Runflow, "52428800", "52428801"));

        Assert.Equal(RunReasons.EverythingIsModified, run.Reasons("runflow.json"));
        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("images.json"));
    }

    [Fact]
    public void An_edit_of_another_JSON_file_runs_nothing_for_a_document()
    {
        var run = IncrementalRun.Of(Project, Foreign, Runflow).EditDocument(Foreign, Edited(Foreign, "{}", "{ }"));

        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("runflow.json"));
    }

    [Fact]
    public void A_document_that_is_added_or_removed_runs_nothing_for_another()
    {
        var added = IncrementalRun.Of(Project, Runflow).AddDocument(Images);
        Assert.Equal(RunReasons.NothingIsRun, added.Reasons("runflow.json"));
        Assert.Equal(RunReasons.EverythingIsNew, added.Reasons("images.json"));

        var removed = added.RemoveDocument(Images);
        Assert.Equal(RunReasons.NothingIsRun, removed.Reasons("runflow.json"));
        Assert.DoesNotContain(removed.Files.Keys, name => name.StartsWith("Shop.Images.", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_that_are_handed_over_anew_and_say_the_same_are_read_and_no_more()
    {
        var run = IncrementalRun.Of(Project, Runflow).ChangeMetadata(new ItemMetadata("Shop"));

        Assert.Equal(RunReasons.OnlyReadAgain, run.Reasons("runflow.json"));
    }

    [Fact]
    public void Metadata_of_one_document_that_changes_binds_only_that_document()
    {
        var run = IncrementalRun.Of(Project, Runflow, Images)
            .ChangeMetadata(Project.With("runflow.json", new Dictionary<string, string> { ["UploadGenClientName"] = "Flows" }));

        Assert.Equal(RunReasons.EverythingIsModified, run.Reasons("runflow.json"));
        Assert.Equal(RunReasons.OnlyReadAgain, run.Reasons("images.json"));
    }

    [Fact]
    public void A_reference_to_another_assembly_generates_nothing_anew_unless_it_brings_HTTP_clients()
    {
        var before = IncrementalRun.Of(Project, Runflow);

        var between = before.AddReferences(
            HttpClientFactory.References.Where(reference => !reference.Display!.Contains("Extensions.Http", StringComparison.Ordinal)));
        var after = between.AddReferences(
            HttpClientFactory.References.Where(reference => reference.Display!.Contains("Extensions.Http", StringComparison.Ordinal)));

        Assert.Equal(RunReasons.NothingIsRun, between.Reasons("runflow.json"));
        Assert.Equal(
            RunReasons.NothingIsRun with { Emit = IncrementalStepRunReason.Modified, Output = IncrementalStepRunReason.Modified },
            after.Reasons("runflow.json"));
        Assert.Contains("Shop.Runflow.RunflowClientBuilder.g.cs", after.Files.Keys);
        Assert.Equal(RunReasons.NothingIsRun, after.EditCode().Reasons("runflow.json"));
    }

    [Fact]
    public void A_converter_on_a_persons_half_of_a_type_generates_its_document_anew_and_no_other()
    {
        const string half = "namespace Shop.Runflow { [System.Text.Json.Serialization.JsonConverter(typeof(Own))] public partial record FullValidator; }";
        const string other = "namespace Shop { [System.Text.Json.Serialization.JsonConverter(typeof(Own))] public partial record FullValidator; }";
        var before = IncrementalRun.Of(Project, Runflow, Images);

        var unrelated = before.EditCode(other);
        var declared = unrelated.EditCode(half);

        Assert.Equal(RunReasons.NothingIsRun, unrelated.Reasons("runflow.json"));
        Assert.Equal(
            RunReasons.NothingIsRun with { Emit = IncrementalStepRunReason.Modified, Output = IncrementalStepRunReason.Modified },
            declared.Reasons("runflow.json"));
        Assert.Equal(RunReasons.NothingIsRun, declared.Reasons("images.json"));
        Assert.Equal(RunReasons.NothingIsRun, declared.EditCode(half + " class Edited;").Reasons("runflow.json"));
    }

    [Fact]
    public void A_document_that_breaks_while_it_is_typed_and_is_mended_again_comes_back_whole()
    {
        var before = IncrementalRun.Of(Project, Runflow, Images);
        var broken = Edited(Runflow, "\"paths\":", "\"paths\"");

        var between = before.EditDocument(Runflow, broken);
        var after = between.EditDocument(broken, Edited(Runflow, "{", "{ "));

        Assert.DoesNotContain(between.Files.Keys, name => name.StartsWith("Shop.Runflow.", StringComparison.Ordinal));
        Assert.Equal(RunReasons.NothingIsRun, after.Reasons("images.json"));
        Assert.Equal(before.Files, after.Files);
    }

    private static InMemoryText Edited(InMemoryText text, string before, string after)
    {
        var source = text.GetText().ToString();
        var at = source.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{before}' isn't in {text.Path}");
        return new InMemoryText(text.Path, source[..at] + after + source[(at + before.Length)..]);
    }
}
