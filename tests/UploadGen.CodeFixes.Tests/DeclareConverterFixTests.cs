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
    public Task A_type_without_half_gets_one_in_the_file_of_the_context(string type, string keywords)
    {
        var context = Context.Replace("typeof(Full)", $"typeof({type})", StringComparison.Ordinal)
            .Replace("List<Shop.Api.Full>", $"List<Shop.Api.{type}>", StringComparison.Ordinal);
        return VerifyAsync(type, [("Context.cs", context)], [("Context.cs", Unmarked(context) + Block(type, keywords))]);
    }

    [Theory]
    [InlineData("namespace Shop.Api;\n", "\n[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))]\npartial record Full;\n")]
    [InlineData(
        "namespace Shop.Other { }\n\nnamespace Shop\n{\n    namespace Api\n    {\n        internal sealed class First;\n    }\n}\n", null,
        "namespace Shop.Other { }\n\nnamespace Shop\n{\n    namespace Api\n    {\n        internal sealed class First;\n\n"
            + "        [JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))]\n        partial record Full;\n    }\n}\n")]
    public Task It_goes_into_its_namespace_where_the_file_has_that(string before, string? end, string? after = null)
    {
        const string usings = "using System.Text.Json.Serialization;\n\n";
        const string context = "\n[JsonSerializable({|UPG113:typeof(Shop.Api.Full)|})]\ninternal sealed partial class Context : JsonSerializerContext;\n";
        return VerifyAsync("Full", [("Context.cs", usings + before + context)], [("Context.cs", usings + (after ?? before) + Unmarked(context) + end)]);
    }

    [Fact]
    public Task A_namespace_of_the_whole_file_gets_braces_where_the_type_is_of_another() => VerifyAsync(
        "Full",
        [("Context.cs", """
            using System.Text.Json.Serialization;
            using Shop.Api;

            namespace Shop;

            // The types that are written.
            [JsonSerializable({|UPG113:typeof(Full)|})]
            [JsonSerializable(typeof(string))]
            internal sealed partial class Context : JsonSerializerContext
            {
                internal const string Text = @"Two
            lines";
            }
            """)],
        [("Context.cs", """
            using System.Text.Json.Serialization;
            using Shop.Api;

            namespace Shop
            {
                // The types that are written.
                [JsonSerializable(typeof(Full))]
                [JsonSerializable(typeof(string))]
                internal sealed partial class Context : JsonSerializerContext
                {
                    internal const string Text = @"Two
            lines";
                }
            }

            namespace Shop.Api
            {
                [JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))]
                partial record Full;
            }

            """)]);

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
            [("Context.cs", Unmarked(Context) + Block("Full", "record")), ("OwnContext.cs", Unmarked(own)), ("Kind.cs", converted)]);
    }

    [Fact]
    public Task Several_halves_come_into_one_file()
    {
        var context = Context.Replace("List<Shop.Api.Full>", "Kind", StringComparison.Ordinal);
        const string halves = """


            namespace Shop.Api
            {
                [JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))]
                partial record Full;

                [JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Kind>))]
                partial record struct Kind;
            }

            """;
        return VerifyAsync(null, [("Context.cs", context)], [("Context.cs", Unmarked(context) + halves)]);
    }

    private static string Block(string type, string keywords) => $$"""


        namespace Shop.Api
        {
            [JsonConverter(typeof(UploadGen.Core.JsonModelConverter<{{type}}>))]
            partial {{keywords}} {{type}};
        }

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
