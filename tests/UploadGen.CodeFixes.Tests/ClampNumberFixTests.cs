using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.ConstantLimitAnalyzer, UploadGen.CodeFixes.ClampNumberFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG105: a number that is written out becomes the limit; anything else is left to its author.</summary>
public sealed class ClampNumberFixTests
{
    [Theory]
    [InlineData("60_000_000", "52_428_800")]
    [InlineData("60000000", "52428800")]
    [InlineData("60000000L", "52428800L")]
    [InlineData("0", "1")]
    [InlineData("-7", "1")]
    [InlineData("-6", "-5", "Offset")]
    [InlineData("5_000_000_001", "5_000_000_000", "Offset")]
    [InlineData("3m", "2m", "Scale")]
    [InlineData("0.25M", "0.5M", "Scale")]
    [InlineData("3", "2", "Scale")]
    public Task A_number_becomes_the_limit(string number, string limit, string member = "SizeBytes") => Verify.VerifyAsync(
        Source($$"""request = request with { {{member}} = {|UPG105:{{number}}|} };"""),
        Source($$"""request = request with { {{member}} = {{limit}} };"""),
        $"Use the limit: {limit}");

    [Fact]
    public Task What_is_said_about_the_number_stays() => Verify.VerifyAsync(
        Source("request = request with { SizeBytes = /* most */ {|UPG105:60000000|} // byte\n };"),
        Source("request = request with { SizeBytes = /* most */ 52428800 // byte\n };"),
        "Use the limit: 52428800");

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            """
            Take(new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = {|UPG105:60_000_000|} });
            Take(new CreateAssetUploadRequest { Filename = "b.png", MimeType = "image/png", SizeBytes = {|UPG105:0|} });
            """,
            name),
        name => Code.Method(
            """
            Take(new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 52_428_800 });
            Take(new CreateAssetUploadRequest { Filename = "b.png", MimeType = "image/png", SizeBytes = 1 });
            """,
            name));

    [Theory]
    [InlineData("request = request with { SizeBytes = {|UPG105:50 * 1024 * 1024 + 1|} };")]
    [InlineData("request = request with { SizeBytes = {|UPG105:TooLarge|} };")]
    [InlineData("request = request with { SizeBytes = {|UPG105:0xFFFFFFF|} };")]
    [InlineData("request = request with { SizeBytes = checked({|UPG105:60_000_000 + 1|}) };")]
    [InlineData("request = request with { Scale = {|UPG105:0|} };")]
    [InlineData("request = request with { Open = {|UPG105:0.5m|} };")]
    [InlineData("request = request with { Step = {|UPG105:10|} };")]
    [InlineData("request = request with { Step = {|UPG105:3|} };")]
    [InlineData("request = request with { Code = {|UPG105:\"abc\"|} };")]
    [InlineData("request = request with { Items = {|UPG105:[1, 2]|} };")]
    public Task Not_where_more_than_one_value_makes_sense(string statement) => Verify.VerifyNoneOfferedAsync(Source(statement));

    [Fact]
    public Task What_makes_no_sense_among_what_does_is_left() => Verify.VerifyAsync(
        Source("request = new Request { SizeBytes = {|UPG105:60_000_000|}, Code = {|UPG105:\"abc\"|} }; Delete(id: 100);"),
        Source("request = new Request { SizeBytes = 52_428_800, Code = {|UPG105:\"abc\"|} }; Delete(id: 100);"),
        "Use the limit: 52_428_800");

    [Theory]
    [InlineData("Delete({|UPG105:0|});", "Delete(1);", "1")]
    [InlineData("Delete(id: {|UPG105:101|});", "Delete(id: 100);", "100")]
    public Task An_argument_becomes_the_limit(string before, string after, string limit)
        => Verify.VerifyAsync(Source(before), Source(after), $"Use the limit: {limit}");

    private static string Source(string statement) => $$"""
        #nullable enable
        using UploadGen.Annotations;

        sealed record Request
        {
            [IntegerRange(1, 50 * 1024 * 1024)] public long SizeBytes { get; init; } = 1;
            [IntegerRange(-5, 5_000_000_000)] public long? Offset { get; init; }
            [DecimalRange("0.5", "2")] public decimal Scale { get; init; }
            [DecimalRange("0.5", "2", MinimumIsExclusive = true)] public decimal Open { get; init; }
            [IntegerRange(1, 9), MultipleOf("4")] public int Step { get; init; }
            [CodePointLength(2)] public string? Code { get; init; }
            [MaxItems(1)] public int[]? Items { get; init; }
        }

        static class Test
        {
            const long TooLarge = 60_000_000;
            static void Delete([IntegerRange(1, 100)] int id) { }
            static object Run(Request request)
            {
                {{statement}}
                return request;
            }
        }
        """;
}
