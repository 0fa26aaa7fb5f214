using Microsoft.CodeAnalysis.Testing;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG113: the converter is named where System.Text.Json's generator sees it, and what that generator then writes compiles.</summary>
public sealed class DeclareConverterFixTests
{
    private const string Context = """
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using Shop.Api;

        [JsonSerializable({|UPG113:typeof(Full)|})]
        [JsonSerializable({|UPG113:typeof(List<Shop.Api.Full>)|})]
        internal sealed partial class Context : JsonSerializerContext;
        """;

    [Fact]
    public Task A_half_gets_the_attribute() => VerifyAsync(
        "Full",
        [
            ("Context.cs", Context),
            ("Full.cs", """
                using System.Text.Json.Serialization;
                using UploadGen.Core;

                namespace Shop.Api;

                /// <summary>A file.</summary>
                public sealed partial record Full
                {
                    public bool IsImage => true;
                }
                """),
        ],
        [
            ("Context.cs", Unmarked(Context)),
            ("Full.cs", """
                using System.Text.Json.Serialization;
                using UploadGen.Core;

                namespace Shop.Api;

                /// <summary>A file.</summary>
                [JsonConverter(typeof(JsonModelConverter<Full>))]
                public sealed partial record Full
                {
                    public bool IsImage => true;
                }
                """),
        ]);

    [Fact]
    public Task What_the_file_does_not_import_is_written_in_full() => VerifyAsync(
        "Full",
        [
            ("Context.cs", Context),
            ("Full.cs", """
                namespace Shop.Api
                {
                    [System.Serializable] // an old habit
                    partial record Full;
                }
                """),
        ],
        [
            ("Context.cs", Unmarked(Context)),
            ("Full.cs", """
                namespace Shop.Api
                {
                    [System.Text.Json.Serialization.JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))]
                    [System.Serializable] // an old habit
                    partial record Full;
                }
                """),
        ]);

    [Theory]
    [InlineData("Full", "record")]
    [InlineData("Kind", "record struct")]
    public Task A_type_without_half_gets_one(string type, string keywords)
    {
        var context = Context.Replace("typeof(Full)", $"typeof({type})", StringComparison.Ordinal)
            .Replace("List<Shop.Api.Full>", $"List<Shop.Api.{type}>", StringComparison.Ordinal);
        return VerifyAsync(type, [("Context.cs", context)], [("Context.cs", Unmarked(context)), ($"{type}.cs", NewFile(type, keywords))]);
    }

    [Fact]
    public Task A_file_of_the_name_is_left_alone()
    {
        const string other = "namespace Other { public sealed record Full; }";
        return VerifyAsync(
            "Full",
            [("Context.cs", Context), ("Full.cs", other)],
            [("Context.cs", Unmarked(Context)), ("Full.cs", other), ("Full.Json.cs", NewFile("Full", "record"))]);
    }

    [Fact]
    public Task All_at_once()
    {
        const string own = """
            using System.Text.Json.Serialization;
            using Shop.Api;

            [JsonSerializable({|UPG113:{|UPG113:typeof(Own)|}|})]
            internal sealed partial class OwnContext : JsonSerializerContext;

            internal sealed record Own(Full Full, Kind Kind);
            """;
        const string half = "namespace Shop.Api;\n\npartial record struct Kind;\n";
        const string converted = """
            namespace Shop.Api;

            [System.Text.Json.Serialization.JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Kind>))]
            partial record struct Kind;

            """;
        return VerifyAsync(
            null,
            [("Context.cs", Context), ("OwnContext.cs", own), ("Kind.cs", half)],
            [("Context.cs", Unmarked(Context)), ("OwnContext.cs", Unmarked(own)), ("Kind.cs", converted), ("Full.cs", NewFile("Full", "record"))]);
    }

    private static string NewFile(string type, string keywords) => $$"""
        using System.Text.Json.Serialization;
        using UploadGen.Core;

        namespace Shop.Api;

        [JsonConverter(typeof(JsonModelConverter<{{type}}>))]
        partial {{keywords}} {{type}};

        """;

    private static string Unmarked(string markup)
        => markup.Replace("{|UPG113:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    /// <summary>The fix makes of the first files the second ones, and those compile.</summary>
    private static async Task VerifyAsync(string? type, (string Name, string Text)[] before, (string Name, string Text)[] after)
    {
        // Before the fix, what System.Text.Json's generator writes may not compile.
        var test = new Test { CompilerDiagnostics = CompilerDiagnostics.None };
        var compiles = new Test();
        foreach (var file in before)
        {
            test.TestState.Sources.Add(file);
        }

        foreach (var file in after)
        {
            test.FixedState.Sources.Add(file);
            compiles.TestState.Sources.Add(file);
        }

        if (type is not null)
        {
            test.CodeActionVerifier = (action, verifier) => verifier.True(Titles(type).Contains(action.Title), action.Title);
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
        await compiles.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string[] Titles(string type)
        => [$"Name the converter of '{type}' where System.Text.Json sees it", "Name the converters where System.Text.Json sees them"];

    private sealed class Test : CodeFixTest<JsonContextAnalyzer, DeclareConverterFix>
    {
        public Test()
        {
            // What System.Text.Json's generator says of the same.
            DisabledDiagnostics.AddRange(["SYSLIB1030", "SYSLIB1031"]);
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            TestState.AdditionalFiles.Add(("api.json", """
                {
                  "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {},
                  "components": { "schemas": {
                    "Full": { "type": "object", "properties": { "file_name": { "type": "string" } } },
                    "Kind": { "type": "string", "enum": ["image", "video"] } } }
                }
                """));
            TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.RootNamespace = Shop\n"));
        }

        protected override IEnumerable<Type> GetSourceGenerators() => Generators.All;
    }
}
