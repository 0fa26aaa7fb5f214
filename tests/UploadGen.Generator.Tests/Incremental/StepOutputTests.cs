using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Incremental;

/// <summary>The compiler keeps the outcome of every step for as long as a project is open, so what is in it matters.</summary>
public class StepOutputTests
{
    private static readonly Type[] Banned =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(AdditionalText), typeof(SourceText),
        typeof(JsonNode), typeof(Exception), typeof(Delegate),
    ];

    [Theory]
    [InlineData(Steps.Read)]
    [InlineData(Steps.Parse)]
    [InlineData(Steps.Bind)]
    [InlineData(Steps.Converters)]
    [InlineData(Steps.HttpClientFactory)]
    [InlineData(Steps.Emit)]
    public void No_step_keeps_an_object_of_Roslyn_or_the_parser_alive(string step)
    {
        var run = IncrementalRun.Of(
            new ItemMetadata("Shop"),
            InMemoryText.FromFile(Repository.Spec("runflow.json")),
            InMemoryText.FromFile(Repository.Spec("cyberun.json")),
            InMemoryText.FromFile(Repository.Spec("images.json")),
            new InMemoryText("broken.json", """{ "openapi": "3.1.0", """),
            new InMemoryText("dangling.json", Spec.Schemas(""" "A": { "type": "object", "properties": { "b": { "$ref": "#/components/schemas/B" } } } """)));

        Assert.True(run.Result.TrackedSteps.ContainsKey(step), $"There is no step {step}.");
        var kept = run.Result.TrackedSteps[step].SelectMany(tracked => tracked.Outputs)
            .Select(output => output.Value)
            .OfType<object>()
            .SelectMany(ObjectGraph.Of)
            .ToList();

        Assert.NotEmpty(kept);
        Assert.Empty(kept.Select(value => value.GetType()).Where(IsBanned).Distinct());
    }

    [Fact]
    public void What_is_said_of_a_JSON_context_is_made_of_values()
    {
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), InMemoryText.FromFile(Repository.Spec("runflow.json"))).EditCode("""
            using System.Text.Json.Serialization;
            using Shop.Runflow;

            [JsonSerializable(typeof(FullValidator[]))]
            internal sealed partial class Context : JsonSerializerContext;
            """);

        Assert.Equal("UPG113", Assert.Single(run.Result.Diagnostics).Id);
        var kept = run.Result.TrackedSteps[Steps.Contexts].SelectMany(tracked => tracked.Outputs).SelectMany(output => ObjectGraph.Of(output.Value)).ToList();
        Assert.NotEmpty(kept);
        Assert.Empty(kept.Select(value => value.GetType()).Where(IsBanned).Distinct());
    }

    [Fact]
    public void The_walk_would_find_them()
    {
        object hidden = new Lazy<object>(new Tuple<object[]>([new Dictionary<string, object?> { ["x"] = JsonValue.Create(1) }]));

        Assert.Contains(ObjectGraph.Of(hidden), value => value is JsonNode);
    }

    private static bool IsBanned(Type type)
        => Banned.Any(banned => banned.IsAssignableFrom(type)) || type.Namespace?.StartsWith("Microsoft.OpenApi", StringComparison.Ordinal) == true;
}
