using System.Text.Json;
using System.Text.RegularExpressions;
using UploadGen.Annotations;

namespace UploadGen.Tests;

public class ValidationTests
{
    private delegate void Checks(ref Validation validation);

    private static IReadOnlyList<Violation> Violations(Checks checks)
    {
        var validation = new Validation();
        checks(ref validation);
        Assert.Equal(validation.Violations.Count == 0, validation.IsValid);
        return validation.Violations;
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("😀😀", 2)]
    [InlineData("a😀b", 3)]
    [InlineData(@"\uD83D", 1)]
    [InlineData(@"\uDE00\uD83D", 2)]
    [InlineData(@"\uD83D\uD83D\uDE00", 2)]
    [InlineData(@"e\u0301", 2)]
    public void Length_counts_code_points(string escaped, int count)
    {
        // Escaped twice: half a surrogate pair doesn't survive in an attribute.
        var text = Regex.Unescape(escaped);
        Assert.Equal(count, CodePoints.Count(text));
        Assert.Empty(Violations((ref Validation v) => { v.MaxLength("m", text, count); v.MinLength("m", text, count); }));
        Assert.Equal(
            [new Violation("/m", "maxLength", $"{count - 1}", $"{count}"), new Violation("/m", "minLength", $"{count + 1}", $"{count}")],
            Violations((ref Validation v) => { v.MaxLength("m", text, count - 1); v.MinLength("m", text, count + 1); }));
        Assert.True(new CodePointLengthAttribute(count) { MinimumLength = count }.IsValid(text));
        Assert.False(new CodePointLengthAttribute(count + 2) { MinimumLength = count + 1 }.IsValid(text));
    }

    [Fact]
    public void Integers_are_compared_exactly()
    {
        Assert.Empty(Violations((ref Validation v) =>
        {
            v.Maximum("m", long.MaxValue, long.MaxValue);
            v.Minimum("m", long.MinValue, long.MinValue);
            v.ExclusiveMaximum("m", 9007199254740992, 9007199254740993);
            v.Maximum("m", (long?)null, 0);
            v.Minimum("m", 1, 1);
        }));
        Assert.Equal(
            [
                new Violation("/m", "maximum", "9007199254740992", "9007199254740993"),
                new Violation("/m", "exclusiveMinimum", "9007199254740993", "9007199254740993"),
                new Violation("/m", "exclusiveMaximum", "5", "5"), new Violation("/m", "minimum", "2", "1"),
            ],
            Violations((ref Validation v) =>
            {
                v.Maximum("m", 9007199254740993, 9007199254740992);
                v.ExclusiveMinimum("m", 9007199254740993, 9007199254740993);
                v.ExclusiveMaximum("m", 5, 5);
                v.Minimum("m", 1, 2);
            }));
    }

    [Fact]
    public void Numbers_are_compared_as_what_they_are()
    {
        Assert.Equal(
            [
                new Violation("/m", "minimum", "0.5", "0.25"),
                new Violation("/m", "maximum", "0.1", "0.10000000000000001"),
                new Violation("/m", "exclusiveMaximum", "1.5", "1.5"),
            ],
            Violations((ref Validation v) => { v.Minimum("m", 0.25, 0.5); v.Maximum("m", 0.10000000000000001m, 0.1m); v.ExclusiveMaximum("m", 1.5f, 1.5); }));
    }

    [Theory]
    [InlineData(0.3, 0.1, true)]
    [InlineData(0.35, 0.1, false)]
    [InlineData(1e308, 0.5, true)]
    [InlineData(0.0075, 0.0001, true)]
    [InlineData(0.00751, 0.0001, false)]
    public void A_multiple_is_one_in_decimal(double value, double divisor, bool valid)
        => Assert.Equal(valid, Violations((ref Validation v) => v.MultipleOf("m", value, divisor)).Count == 0);

    [Fact]
    public void An_integer_multiple_is_exact()
        => Assert.Equal(
            [new Violation("/m", "multipleOf", "2", "9007199254740993")],
            Violations((ref Validation v) => { v.MultipleOf("m", 9007199254740993, 2); v.MultipleOf("m", 4, 2); }));

    [Fact]
    public void A_pattern_is_searched_for()
    {
        Assert.Empty(Violations((ref Validation v) =>
        {
            v.Pattern("m", "xaby", new SchemaPattern("ab"));
            v.Pattern("m", (string?)null, new SchemaPattern("ab"));
        }));
        Assert.Equal([new Violation("/m", "pattern", "^ab$", "xab")], Violations((ref Validation v) => v.Pattern("m", "xab", new SchemaPattern("^ab$"))));
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_a_violation_that_could_not_be_judged()
    {
        var slow = new SchemaPattern("^(?=(a+)+$)a");
        var violation = Assert.Single(Violations((ref Validation v) => v.Pattern("m", new string('a', 40) + "!", slow)));

        Assert.Equal(("/m", "pattern", true), (violation.Pointer, violation.Keyword, violation.IsUnjudged));
        Assert.Contains(
            "couldn't be judged within a second (UploadClientOptions.SendUnjudged lets it pass)",
            new RequestValidationException("op", [violation]).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_in_a_rule_that_takes_for_ever_is_one_too()
    {
        using var value = JsonDocument.Parse($"\"{new string('a', 40)}!\"");
        var rule = new SchemaRule("#/a", """{"not":{"pattern":"^(?=(a+)+$)a"}}""");
        var violation = Assert.Single(Violations((ref Validation v) => v.Rule("m", value.RootElement, rule)));
        Assert.Equal(("/m", "pattern", true, "#/a"), (violation.Pointer, violation.Keyword, violation.IsUnjudged, violation.KeywordLocation));
    }

    [Fact]
    public void A_long_value_is_shortened_and_no_emoji_cut()
    {
        var value = new string('a', 99) + "😀" + new string('b', 900);
        var violation = Assert.Single(Violations((ref Validation v) => v.Pattern("m", value, new SchemaPattern("z"))));
        Assert.Equal(new string('a', 99) + "…", violation.Actual);
    }

    [Fact]
    public void Counts_of_items_and_members_are_checked()
        => Assert.Equal(
            ["minItems", "maxItems", "minProperties", "maxProperties", "required"],
            Violations((ref Validation v) =>
            {
                v.MinItems("m", 1, 2);
                v.MaxItems("m", 3, 2);
                v.MinProperties("m", 1, 2);
                v.MaxProperties("m", 3, 2);
                v.Required("m", null);
                v.MinItems("m", (int?)null, 2);
                v.MaxItems("m", 2, 2);
                v.Required("m", "");
            }).Select(violation => violation.Keyword));

    [Theory]
    [InlineData("[1,2,3]", true)]
    [InlineData("[1,1.0]", false)]
    [InlineData("""[{"a":1,"b":2},{"b":2,"a":1}]""", false)]
    [InlineData("""[{"a":1},{"a":1,"b":2}]""", true)]
    [InlineData("""[[1],[true]]""", true)]
    [InlineData("""["a","\u0061"]""", false)]
    [InlineData("[null,false,0,\"\"]", true)]
    [InlineData("[9007199254740993,9007199254740992]", true)]
    public void Items_are_unique_as_json_values(string json, bool unique)
    {
        JsonElement[] items = [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
        Assert.Equal(unique, Violations((ref Validation v) => v.UniqueItems("m", items)).Count == 0);
    }

    [Fact]
    public void Nested_violations_carry_their_path()
        => Assert.Equal(
            ["/first", "/a~1b~0/0/name", "/a~1b~0/1/name", "/map/k~1/name", "/tags/1", "/grid/0/1", "/one/name"],
            Violations((ref Validation v) =>
            {
                v.Required("first", null);
                v.Each("a/b~", [new Named(null), new Named(null)]);
                v.EachValue("map", new Dictionary<string, Named> { ["k/"] = new(null), ["ok"] = new("x") });
                v.Each("tags", ["ok", ""], (ref Validation item, string tag) => item.MinLength("", tag, 1));
                v.Each("grid", new[] { new[] { 1, 9 } }, (ref Validation row, int[] cells)
                    => row.Each("", cells, (ref Validation cell, int value) => cell.Maximum("", value, 5)));
                v.Nested("one", new Named(null));
                v.Nested("none", (Named?)null);
            }).Select(violation => violation.Pointer));

    [Fact]
    public void A_valid_request_costs_no_memory()
    {
        Named[] items = [new("a"), new("b")];
        var pattern = new SchemaPattern("a");
        Checks checks = (ref Validation v) =>
        {
            v.MinLength("m", "text", 1);
            v.MaxLength("m", "text", 500);
            v.Maximum("m", 5L, 10L);
            v.Pattern("m", "a", pattern);
            v.Each("items", items);
            v.Nested("n", items[0]);
        };
        Violations(checks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var validation = new Validation();
        checks(ref validation);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_range_attribute_is_exact_and_words_its_message()
    {
        var range = new IntegerRangeAttribute(1, 9007199254740992);
        Assert.True(range.IsValid(9007199254740992));
        Assert.False(range.IsValid(9007199254740993));
        Assert.True(range.IsValid(1));
        Assert.False(range.IsValid(0u));
        Assert.True(range.IsValid(null));
        Assert.False(range.IsValid("5"));
        Assert.False(range.IsValid(ulong.MaxValue));
        Assert.Equal("The field Size must be between 1 and 9007199254740992.", range.FormatErrorMessage("Size"));
    }

    private sealed record Named(string? Name) : IValidatable
    {
        public void Validate(ref Validation validation) => validation.Required("name", Name);
    }
}
