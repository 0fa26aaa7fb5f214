namespace UploadGen.Tests;

/// <summary>What an API's answer says of all the parts of a file, before anything is sent.</summary>
public class PartsAnswerTests
{
    private static readonly UploadContent File = UploadContent.FromBytes(Bytes.Of(100), "a.bin");

    [Theory]
    [InlineData("0+40 40+40 80+20", "0 40 80")]
    [InlineData("80+20 0+40 40+40", "0 40 80")]
    [InlineData("+50 +30 +20", "0 50 80")]
    [InlineData("0 10 99", "0 10 99")]
    [InlineData("0-39 40-99", "0 40")]
    [InlineData("0-40 40-100", "0 40")]
    [InlineData("0-100", "0")]
    [InlineData("0-99", "0")]
    [InlineData("0-39+40 40-99+60", "0 40")]
    public void Parts_that_are_the_whole_file_divide_it(string parts, string starts)
    {
        var plan = PartsAnswer.Divide(PartsAnswer.InOrder(Targets(parts), "open"), File, "open")!.Value;

        Assert.Equal(starts, string.Join(' ', plan.Starts!));
        Assert.Equal(100, Enumerable.Range(0, plan.Count).Sum(plan.LengthOf));
    }

    [Theory]
    [InlineData("0+40 50+50", "leave out bytes of the file, or have some twice (part 2 of 2)")]
    [InlineData("0+60 50+50", "leave out bytes of the file, or have some twice (part 2 of 2)")]
    [InlineData("10+90", "(part 1 of 1)")]
    [InlineData("0-39 41-99", "(part 2 of 2)")]
    [InlineData("0-40 40-99", "(part 2 of 2)")]
    [InlineData("0-39 40-98", "(part 2 of 2)")]
    [InlineData("+50 +49", "has parts of 99 bytes together, and a.bin has 100")]
    [InlineData("+50 +50 +50", "has parts of 150 bytes together, and a.bin has 100")]
    [InlineData("+50 +0 +50", "(part 2 of 3)")]
    [InlineData("+150 +-50", "(part 2 of 2)")]
    [InlineData("+9223372036854775807 +9223372036854775807", "(part 2 of 2)")]
    [InlineData("0+50 +50", "says which bytes some parts have, and not others")]
    public void Others_are_refused(string parts, string problem)
    {
        var failed = Assert.Throws<UploadException>(() => PartsAnswer.Divide(PartsAnswer.InOrder(Targets(parts), "open"), File, "open"));

        Assert.Contains(problem, failed.Message, StringComparison.Ordinal);
        Assert.Equal((UploadStep.Put, false), (failed.Step, failed.IsStored));
    }

    [Fact]
    public void An_empty_file_is_one_empty_part()
    {
        var empty = UploadContent.FromBytes(ReadOnlyMemory<byte>.Empty, "a");

        Assert.Equal(1, PartsAnswer.Divide(Targets("+0"), empty, "open")!.Value.Count);
        Assert.Null(PartsAnswer.Divide([new PartTarget("u")], empty, "open"));
    }

    [Theory]
    [InlineData(new[] { 3, 1, 2 }, true)]
    [InlineData(new[] { 2, 0, 1 }, true)]
    [InlineData(new[] { 1 }, true)]
    [InlineData(new[] { 2, 3 }, false)]
    [InlineData(new[] { 1, 3 }, false)]
    [InlineData(new[] { 1, 2, 2 }, false)]
    public void Parts_are_sorted_by_their_numbers_which_go_on_one_by_one(int[] numbers, bool isRight)
    {
        var targets = numbers.Select(number => new PartTarget($"u{number}") { Number = number }).ToList();

        if (isRight)
        {
            Assert.Equal(numbers.Order().Select(number => $"u{number}"), PartsAnswer.InOrder(targets, "open").Select(target => target.Url));
        }
        else
        {
            Assert.Throws<UploadException>(() => PartsAnswer.InOrder(targets, "open"));
        }
    }

    [Theory]
    [InlineData(null, "PUT")]
    [InlineData("", "PUT")]
    [InlineData("put", "PUT")]
    [InlineData(" POST", "POST")]
    [InlineData("PATCH", null)]
    [InlineData("GET", null)]
    public void A_part_goes_by_PUT_or_POST(string? method, string? sent)
    {
        PartTarget[] targets = [new("u") { Method = method }];

        Assert.Equal(sent, targets[0].SendMethod?.Method);
        Assert.Equal(sent is null, Record.Exception(() => PartsAnswer.InOrder(targets, "open")) is UploadException);
    }

    [Fact]
    public void A_map_by_what_is_no_number_is_refused_without_a_word_of_what_is_in_it()
    {
        var map = new Dictionary<string, string> { ["secret"] = "https://s.example/?sig=topsecret" };

        var failed = Assert.Throws<UploadException>(() => PartTargets.OfMap(map, url => new PartTarget(url), "open"));

        Assert.DoesNotContain("secret", failed.Message, StringComparison.Ordinal);
        Assert.Equal(7, Assert.Single(PartTargets.OfMap(new Dictionary<string, string> { ["7"] = "u" }, url => new PartTarget(url), "open")).Number);
    }

    /// <summary>Parts as <c>offset+length</c>, <c>+length</c>, <c>offset-end</c>, <c>offset-end+length</c> or <c>offset</c>.</summary>
    private static List<PartTarget> Targets(string parts) => [.. parts.Split(' ').Select(part =>
    {
        var plus = part.IndexOf('+', StringComparison.Ordinal);
        var (range, length) = plus < 0 ? (part, null) : (part[..plus], part[(plus + 1)..]);
        var ends = range.Split('-');
        return new PartTarget("https://s.example/?sig=topsecret")
        {
            Offset = Number(ends[0]),
            End = ends.Length > 1 ? Number(ends[1]) : null,
            Length = Number(length),
        };
    })];

    private static long? Number(string? text) => string.IsNullOrEmpty(text) ? null : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
