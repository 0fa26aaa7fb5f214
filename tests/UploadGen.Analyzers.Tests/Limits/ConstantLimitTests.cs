using System.Globalization;

namespace UploadGen.Analyzers.Tests.Limits;

/// <summary>UPG105: constants that break a limit.</summary>
public sealed class ConstantLimitTests
{
    private const string Types = """
        using System;
        using System.CodeDom.Compiler;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using UploadGen.Annotations;
        using UploadGen.Core;
        using Bytes = System.Int64;

        sealed record Request : IValidatable
        {
            [CodePointLength(10, MinimumLength = 1)] public string Filename { get; set; } = "a";
            [IntegerRange(1, 50 * 1024 * 1024)] public long SizeBytes { get; init; } = 1;
            [IntegerRange(1, long.MaxValue)] public int? Parts { get; init; }
            [StringLength(2)] public string? Language { get; init; }
            [MinLength(1), MaxLength(3)] public IReadOnlyList<string>? Tags { get; init; }
            [Range(0.0, 1.0, MaximumIsExclusive = true)] public double Quality { get; init; }
            [Range(typeof(decimal), "0.5", "2")] public decimal Scale { get; init; }
            [RegularExpression("[a-z]+/[a-z]+")] public string? MediaType { get; init; }
            [EcmaPattern("^a"), EcmaPattern(@"\d$", "[0-9]$")] public string? Code { get; init; }
            [DecimalRange("0.5", null, MinimumIsExclusive = true), MultipleOf("0.25")] public decimal? Price { get; init; }
            [MinItems(1), MaxItems(2)] public IReadOnlyList<string>? Parts2 { get; init; }
            [Format("email")] public string? Mail { get; init; }
            [AllowedTexts("0.5", "1")] public decimal Rate { get; init; }
            [AllowedValues(null, "on", "off")] public string? State { get; init; }
            [AllowedValues(1L, 2L)] public long Level { get; init; }
            public void Validate(ref Validation validation) { }
        }

        sealed record Position([IntegerRange(0, 9)] int Row, [property: IntegerRange(0, 9)] int Column);

        [GeneratedCode("UploadGen", "1.0.0")] sealed class Generated { [MaxLength(3)] public string? Code; }

        [GeneratedCode("Other", "1.0.0")] sealed class OtherGenerated { [MaxLength(3)] public string? Code; }

        sealed class Form { [StringLength(2)] public string? Language { get; set; } [CodePointLength(2)] public string? Region { get; set; } }

        enum Big { Size = 60_000_000 }

        static class Client
        {
            public static object? Find([IntegerRange(1, 100)] int id = 0) => null;
            public static void Delete([IntegerRange(1, 100)] int id, [CodePointLength(5)] string? reason = null) { }
        }
        """;

    [Theory]
    [InlineData("new Request { Filename = [|\"\"|] }")]
    [InlineData("new Request { Filename = [|\"perfume-bottle.webp\"|] }")]
    [InlineData("new Request { SizeBytes = [|60_000_000|] }")]
    [InlineData("new Request { SizeBytes = [|50 * 1024 * 1024 + 1|] }")]
    [InlineData("new Request { SizeBytes = [|TooLarge|] }")]
    [InlineData("new Request { SizeBytes = [|(int)-1.5|] }")]
    [InlineData("new Request { Parts = [|0|] }")]
    [InlineData("new Request { Language = [|\"english\"|] }")]
    [InlineData("new Request { Language = [|nameof(Request)|] }")]
    [InlineData("request with { SizeBytes = [|0|] }")]
    [InlineData("request.Filename = [|\"\" + \"\"|]")]
    [InlineData("new Request { Tags = [|[]|] }")]
    [InlineData("new Request { Tags = [|[\"a\", \"b\", text, \"d\"]|] }")]
    [InlineData("new Request { Tags = [|new[] { \"a\", \"b\", \"c\", \"d\" }|] }")]
    [InlineData("new Request { Tags = [|new string[] { }|] }")]
    [InlineData("new Request { Quality = [|1.0|] }")]
    [InlineData("new Request { Quality = [|-1|] }")]
    [InlineData("new Request { Scale = [|0.25m|] }")]
    [InlineData("new Request { MediaType = [|\"image\"|] }")]
    [InlineData("new Request { SizeBytes = checked([|60_000_000 + 1|]) }")]
    [InlineData("new Request { SizeBytes = [|(Bytes)60_000_000|] }")]
    [InlineData("new Request { SizeBytes = [|default(Bytes)|] }")]
    [InlineData("new Request { SizeBytes = [|(long)Big.Size|] }")]
    [InlineData("new Request { SizeBytes = [|'a' - 97|] }")]
    [InlineData("new Request { Filename = [|nameof(Request) + nameof(Client)|] }")]
    [InlineData("new Request { Filename = [|$\"{nameof(Request)}.{Extension}\"|] }")]
    [InlineData("new Request { Filename = [|\"\"\"a raw literal\"\"\"|] }")]
    [InlineData("new Request { Code = [|\"b1\"|] }")]
    [InlineData("new Request { Code = [|\"ab\"|] }")]
    [InlineData("new Request { Code = [|\"\"|] }")]
    [InlineData("new Request { Price = [|0.5m|] }")]
    [InlineData("new Request { Price = [|1.1m|] }")]
    [InlineData("new Request { Parts2 = [|[\"a\", \"b\", text]|] }")]
    [InlineData("new Request { Mail = [|\"nobody\"|] }")]
    [InlineData("new Request { Rate = [|0.6m|] }")]
    [InlineData("new Request { State = [|\"onn\"|], Level = [|3|] }")]
    [InlineData("new List<Request> { new() { SizeBytes = [|0|] } }")]
    [InlineData("Client.Find(id: [|101|])")]
    [InlineData("new Position([|10|], [|-1|])")]
    [InlineData("new Position(1, 2) with { Column = [|10|] }")]
    [InlineData("new Generated { Code = [|\"long\"|] }")]
    [InlineData("new Form { Region = [|\"long\"|] }")]
    [InlineData("Action (int n) => () => Client.Delete([|0|], reason: [|\"because\"|])")]
    public Task A_constant_that_breaks_a_limit(string expression) => VerifyAsync(expression);

    [Theory]
    [InlineData("new Request { Filename = \"a\", SizeBytes = 50 * 1024 * 1024, Parts = 1 }")]
    [InlineData("new Request { Filename = \"1234567890\", Language = \"en\", MediaType = \"image/png\" }")]
    [InlineData("new Request { Filename = \"😀😀😀😀😀😀😀😀😀😀\" }")]
    [InlineData("new Request { Filename = text, SizeBytes = text.Length, Parts = null }")]
    [InlineData("new Request { Filename = null!, Language = null, Tags = null, MediaType = \"\" }")]
    [InlineData("new Request { Language = text + \"english\", Filename = $\"{text}.webp.webp.webp\" }")]
    [InlineData("new Request { Tags = [\"a\", \"b\", \"c\"] }")]
    [InlineData("new Request { Tags = [.. text.Split(), \"b\"] }")]
    [InlineData("new Request { Tags = new string[4] }")]
    [InlineData("new Request { Tags = new List<string>() }")]
    [InlineData("new Request { Quality = 0, Scale = 2 }")]
    [InlineData("new Request { Quality = double.NaN }")]
    [InlineData("new Request { Code = \"a1\", Price = 0.75m, Parts2 = [\"a\"], Mail = \"ada@example.com\", Rate = 1.0m, State = \"on\", Level = 2 }")]
    [InlineData("new Request { Code = text, Mail = text, State = text, Price = request.Price, Level = request.Level }")]
    [InlineData("new Request { SizeBytes = checked(text.Length + 60_000_000) }")]
    [InlineData("new Request { SizeBytes = (Bytes)text.Length, Parts = default }")]
    [InlineData("new Request { Mail = $\"{text}\" }")]
    [InlineData("Client.Find(text.Length)")]
    [InlineData("Client.Find()")]
    [InlineData("new Position(0, 9) with { Row = 9 }")]
    [InlineData("new Generated { Code = \"abc\" }")]
    [InlineData("new OtherGenerated { Code = \"long\" }")]
    [InlineData("new Form { Language = \"english\", Region = \"de\" }")]
    [InlineData("request.SizeBytes == 0 && request is { SizeBytes: 60_000_000 }")]
    [InlineData("Action (int n) => () => Client.Delete(n, null)")]
    [InlineData("Action (int n) => () => Client.Delete(100)")]
    public Task A_value_that_keeps_it_or_is_not_known(string expression) => VerifyAsync(expression);

    [Theory]
    [InlineData("new Request { SizeBytes = 50 * 1024 * 1024 + 1 }", "'SizeBytes' takes 1 to 52428800, and this is 52428801 ([IntegerRange] of Request)")]
    [InlineData("new Request { Filename = \"\" }", "'Filename' takes 1 to 10 characters, and this is 0 ([CodePointLength] of Request)")]
    [InlineData("new Request { Parts = 0 }", "'Parts' takes at least 1, and this is 0 ([IntegerRange] of Request)")]
    [InlineData("new Request { Language = \"eng\" }", "'Language' takes at most 2 characters, and this is 3 ([StringLength] of Request)")]
    [InlineData("new Request { Tags = [] }", "'Tags' takes at least 1 item, and this is 0 ([MinLength] of Request)")]
    [InlineData("new Request { Quality = 1 }", "'Quality' takes 0 to 1, 1 excluded, and this is 1 ([Range] of Request)")]
    [InlineData("new Request { Scale = 2.5m }", "'Scale' takes 0.5 to 2, and this is 2.5 ([Range] of Request)")]
    [InlineData(
        "new Request { MediaType = \"image\" }",
        "'MediaType' takes text that matches [a-z]+/[a-z]+, and this is 'image' ([RegularExpression] of Request)")]
    [InlineData("new Request { Mail = \"ada\" }", "'Mail' takes text of the format email, and this is 'ada' ([Format] of Request)")]
    [InlineData("new Request { Price = 1.1m }", "'Price' takes a multiple of 0.25, and this is 1.1 ([MultipleOf] of Request)")]
    [InlineData("new Request { Price = 0.5m }", "'Price' takes at least 0.5, 0.5 excluded, and this is 0.5 ([DecimalRange] of Request)")]
    [InlineData("new Request { Code = \"ab\" }", "'Code' takes text that matches \\d$, and this is 'ab' ([EcmaPattern] of Request)")]
    [InlineData("new Request { State = \"x\" }", "'State' takes one of 'on', 'off', and this is 'x' ([AllowedValues] of Request)")]
    [InlineData("new Request { Rate = 2 }", "'Rate' takes one of '0.5', '1', and this is 2 ([AllowedTexts] of Request)")]
    [InlineData("new Position(10, 1)", "'Row' takes 0 to 9, and this is 10 ([IntegerRange] of Position)")]
    [InlineData("Client.Find(0)", "'id' takes 1 to 100, and this is 0 ([IntegerRange] of Find)")]
    public async Task The_message_has_member_limit_value_and_origin(string expression, string expected)
        => Assert.Equal(expected, Assert.Single(await AnalyzerTest.AnalyzeAsync(Source(expression))).GetMessage(CultureInfo.InvariantCulture));

    [Fact]
    public async Task Attributes_that_are_half_typed()
        => Assert.Empty(await AnalyzerTest.AnalyzeAsync("""
            using System.CodeDom.Compiler;
            using System.ComponentModel.DataAnnotations;
            using UploadGen.Annotations;

            [GeneratedCode("UploadGen", "1.0.0")]
            class Broken
            {
                [CodePointLength, StringLength, MaxLength(-1), RegularExpression("(")] public string A { get; set; }
                [IntegerRange(1), IntegerRange("a", "b"), Range(typeof(int), "a", "b"), Range] public int B { get; set; }
                [CodePointLength(new[] { 1 }), RegularExpression(new[] { "a" })] public string C { get; set; }
                object D => new Broken { A = "text", B = 60_000_000, C = "text" };
            }

            [GeneratedCode(new[] { "UploadGen" })] class Other { [MaxLength(1)] public string A; object B => new Other { A = "text" }; }
            """));

    private static Task VerifyAsync(string expression) => AnalyzerTest.VerifyAsync(Source(expression), rule: "UPG105");

    private static string Source(string expression) => $$"""
        #nullable enable
        {{Types}}

        static class Test
        {
            const long TooLarge = 60_000_000;
            const string Extension = "webp";
            static object? Run(Request request, string text) => {{expression}};
        }
        """;
}
