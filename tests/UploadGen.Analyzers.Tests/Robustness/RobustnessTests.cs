using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Tests.Robustness;

/// <summary>The analyzer neither fails nor hangs, whatever it is given.</summary>
public sealed class RobustnessTests
{
    private const int Step = 25;

    [Theory]
    [MemberData(nameof(HalfTypedCode.Bodies), MemberType = typeof(HalfTypedCode))]
    public async Task Code_that_is_half_typed(string body)
    {
        var source = TestClient.Method(body);
        for (var length = source.IndexOf("Task.Yield", StringComparison.Ordinal); length < source.Length; length += Step)
        {
            await AnalyzerTest.AnalyzeAsync(source[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(HalfTypedCode.Bodies), MemberType = typeof(HalfTypedCode))]
    public void Code_that_is_typed_to_the_end_compiles(string body)
        => Assert.Empty(AnalyzerTest.Compile(TestClient.Method(body))
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Fact]
    public async Task A_call_whose_end_is_missing()
        => Assert.Empty(await AnalyzerTest.AnalyzeAsync(TestClient.Method(
            "var session = await client.CreateAssetUploadAsync(; client.CreateAssetUploadConfirmationAsync(session.")));

    [Fact]
    public async Task Calls_where_none_can_be()
    {
        const string call = "Steps.Confirm(Steps.Create())";
        await AnalyzerTest.AnalyzeAsync($$"""
            using System;
            using UploadGen.Annotations;

            static class Steps
            {
                [CreatesUpload("Asset")] public static string Create() => "";
                [ConfirmsUpload("Asset")] public static string Confirm([UploadSession] string session) => session;
            }

            [Obsolete({{call}})]
            class Broken(object a = {{call}}) : Base({{call}})
            {
                enum Kind { One = {{call}} }
                const string Constant = {{call}};
                string Property { get; } = {{call}};
                public Broken(int a, string b = {{call}}) : this({{call}}) => {{call}};
                ~Broken() => {{call}};
                public static implicit operator Broken(int a) { {{call}}; return null!; }
                string this[int a = {{call}}] { get => {{call}}; set { {{call}}; } }
                event Action Event { add { {{call}}; } remove => {{call}}; }
                void Run() { switch (1) { case {{call}}: break; } goto {{call}}; fixed (char* p = {{call}}) { } var f = (string a = {{call}}) => {{call}}; }
                {{call}};
            }
            {{call}};
            """);
    }

    [Fact]
    public Task Constructors_and_initializers() => AnalyzerTest.VerifyAsync("""
        using UploadGen.Annotations;

        class Steps
        {
            [CreatesUpload("Asset")] public static string Create() => "";
            [ConfirmsUpload("Asset")] public static string Confirm([UploadSession] string session) => session;
            public Steps(string session) => [|Confirm|](Create());
        }

        class Derived : Steps
        {
            static readonly string Field = [|Confirm|](Create());
            string Property { get; } = [|Confirm|](Create());
            public Derived() : base([|Confirm|](Create())) => [|Confirm|](Create());
        }

        class Primary(string session) : Steps([|Confirm|](Create()))
        {
            public string Session => [|Confirm|](Create()) + session;
        }
        """);

    [Fact]
    public async Task Annotations_without_their_arguments()
        => Assert.Empty(await AnalyzerTest.AnalyzeAsync("""
            using UploadGen.Annotations;

            class Uploader
            {
                [CreatesUpload] object Create() => this;
                [ConfirmsUpload(new[] { "Asset" })] void Confirm([UploadSession] object session) { }
                [ConfirmsUpload(1)] void Finish([UploadSession] object session) { }
                void Run() { Confirm(Create()); Finish(Create()); }
            }
            """));

    [Fact]
    public Task An_expression_of_great_depth()
    {
        var terms = string.Join(" + ", Enumerable.Repeat("savedId", 2_000));
        return AnalyzerTest.VerifyBodyAsync($"""
            var session = await client.CreateAssetUploadAsync(request);
            Unseen.Log("" + {terms});
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            """);
    }

    [Fact]
    public Task Finally_blocks_nested_in_one_another() => AnalyzerTest.VerifyBodyAsync(Nested(
        24, "try { Unseen.Log(\"\"); } finally {", "}", "[|CreateAssetUploadConfirmationAsync|]"));

    [Fact]
    public Task Finally_blocks_with_more_ways_through_them_than_can_be_followed() => AnalyzerTest.VerifyBodyAsync(Nested(
        16, "while (flag) { try { if (Unseen.Flag) break; if (!flag) continue; } finally {", "} }", "CreateAssetUploadConfirmationAsync"));

    [Fact]
    public async Task A_method_with_many_sessions_and_branches()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $$"""
                var session{{i}} = await client.CreateAssetUploadAsync(request);
                if (savedId.Version == {{i}}) { try { await client.PutAssetUploadAsync(session{{i}}, content); } catch (HttpRequestException) { } }
                await client.CreateAssetUploadConfirmationAsync(session{{i}}.AssetId);
                """);
        }

        var found = await AnalyzerTest.AnalyzeAsync(TestClient.Method(body.ToString()));
        Assert.All(found, diagnostic => Assert.Equal("UPG102", diagnostic.Id));
        Assert.Equal(200, found.Length);
    }

    private static string Nested(int depth, string start, string end, string confirm)
        => "var session = await client.CreateAssetUploadAsync(request);"
            + string.Concat(Enumerable.Repeat(start, depth))
            + $"await client.{confirm}(session.AssetId);"
            + string.Concat(Enumerable.Repeat(end, depth));
}
