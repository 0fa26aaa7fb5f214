using UploadGen.CodeFixes;

namespace UploadGen.Analyzers.Tests;

/// <summary>A number that is written out becomes the limit; anything else is left to its author.</summary>
public sealed class ClampNumberFixTests
{
    private const string Types = """
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

        """;

    private const string Uses = """
        static class Test
        {
            const long TooLarge = 60_000_000;
            static void Delete([IntegerRange(1, 100)] int id) { }
            static object Run(Request request)
            {
                BODY
                return request;
            }
        }
        """;

    [Theory]
    [InlineData("60_000_000", "52_428_800")]
    [InlineData("60000000", "52428800")]
    [InlineData("60000000L", "52428800L")]
    [InlineData("0", "1")]
    [InlineData("-7", "1")]
    [InlineData("/* most */ 60000000 // byte", "/* most */ 52428800 // byte")]
    [InlineData("-6", "-5", "Offset")]
    [InlineData("5_000_000_001", "5_000_000_000", "Offset")]
    [InlineData("3m", "2m", "Scale")]
    [InlineData("0.25M", "0.5M", "Scale")]
    [InlineData("3", "2", "Scale")]
    public Task A_number_becomes_the_limit(string number, string limit, string member = "SizeBytes")
        => VerifyAsync($"request = request with {{ {member} = {number}\n }};", $"request = request with {{ {member} = {limit}\n }};");

    [Theory]
    [InlineData("request = request with { SizeBytes = 50 * 1024 * 1024 + 1 };")]
    [InlineData("request = request with { SizeBytes = TooLarge };")]
    [InlineData("request = request with { SizeBytes = 0xFFFFFFF };")]
    [InlineData("request = request with { SizeBytes = checked(60_000_000 + 1) };")]
    [InlineData("request = request with { Scale = 0 };")]
    [InlineData("request = request with { Open = 0.5m };")]
    [InlineData("request = request with { Step = 10 };")]
    [InlineData("request = request with { Step = 3 };")]
    [InlineData("request = request with { Code = \"abc\" };")]
    [InlineData("request = request with { Items = [1, 2] };")]
    public Task No_fix_is_offered_where_more_than_one_value_makes_sense(string statement) => VerifyAsync(statement, statement);

    [Fact]
    public Task All_are_fixed_at_once() => VerifyAsync(
        "request = new Request { SizeBytes = 60_000_000, Scale = 5m, Code = \"abc\" }; Delete(0); Delete(id: 101);",
        "request = new Request { SizeBytes = 52_428_800, Scale = 2m, Code = \"abc\" }; Delete(1); Delete(id: 100);");

    private static Task VerifyAsync(string before, string after)
        => CodeFixTest.VerifyAllAsync(new ClampNumberFix(), Types + Uses.Replace("BODY", before, StringComparison.Ordinal), Types + Uses.Replace("BODY", after, StringComparison.Ordinal));
}
