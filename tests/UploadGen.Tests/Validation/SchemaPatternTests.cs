using System.Text.RegularExpressions;

namespace UploadGen.Tests;

/// <summary>Patterns that are sets of characters in a row are matched without a regular expression, with its verdict.</summary>
public class SchemaPatternTests
{
    private const string Alphabet = "aaabz0059AZ_-. \n\té\u2028😀";

    [Theory]
    [InlineData(@"^[a-z]+\z")]
    [InlineData(@"^[A-Za-z0-9_]*\z")]
    [InlineData(@"^[0-9]{4}\-[0-9]{2}\z")]
    [InlineData(@"^[a-z][a-z0-9\-]{0,3}\z")]
    [InlineData(@"^a{2,}\z")]
    [InlineData(@"^a?\z")]
    [InlineData(@"^[\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]*\z")]
    [InlineData(@"^\.[\-_\.]+\z")]
    [InlineData(@"^[_\u00E9]*\z")]
    public void They_agree_with_the_regular_expression(string expression)
    {
        var runs = CharacterRunsReader.TryRead(expression);
        Assert.NotNull(runs);
        var regex = new Regex(expression, RegexOptions.CultureInvariant);
        // The same texts on every machine.
#pragma warning disable CA5394
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var text = i < 64 ? new string('a', i) : new string(random.GetItems<char>(Alphabet, random.Next(8)));
            Assert.True(regex.IsMatch(text) == runs.IsMatch(text), text);
        }
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData(@"[a-z]+\z")]
    [InlineData("^[a-z]+")]
    [InlineData("^[a-z]+$")]
    [InlineData(@"^\z")]
    [InlineData(@"^a+b\z")]
    [InlineData(@"^a*[0-9]{2}\z")]
    [InlineData(@"^a+?\z")]
    [InlineData(@"^a{2}?\z")]
    [InlineData(@"^a{x}\z")]
    [InlineData(@"^a{3,2}\z")]
    [InlineData(@"^(?:a)\z")]
    [InlineData(@"^a|b\z")]
    [InlineData(@"^a\z|b\z")]
    [InlineData(@"^.\z")]
    [InlineData(@"^[^a]\z")]
    [InlineData(@"^[a-z-[aeiou]]\z")]
    [InlineData(@"^[]\z")]
    [InlineData(@"^[a\z")]
    [InlineData(@"^\d\z")]
    [InlineData(@"^[\p{L}]\z")]
    [InlineData(@"^\p{L}\z")]
    [InlineData(@"^[\u0000-\uFFFF]\z")]
    [InlineData(@"^\uD83D\uDE00\z")]
    [InlineData(@"^a\")]
    [InlineData(@"^\u00")]
    public void Any_other_is_left_to_it(string expression) => Assert.Null(CharacterRunsReader.TryRead(expression));

    /// <summary>Each step back doubles the time: such a search would end in years.</summary>
    [Theory]
    [InlineData(@"^(a+)+\z", false)]
    [InlineData(@"^(a|aa)+\z", false)]
    [InlineData(@"(a*)*b", false)]
    [InlineData(@"^(a+)+!\z", true)]
    public void A_search_that_explodes_is_made_in_linear_time(string expression, bool isFound)
    {
        var pattern = new SchemaPattern(expression);
        Assert.Equal(isFound, pattern.Judge(new string('a', 5000) + "!"));
        Assert.Equal(isFound, pattern.Judge(new string('a', 5000) + "!"));
        Assert.Equal(expression != "(a*)*b", pattern.Judge("a" + (isFound ? "!" : "")));
    }

    [Fact]
    public void A_search_that_cannot_be_made_in_linear_time_may_not_be_judged()
    {
        var pattern = new SchemaPattern(@"^(?=(a+)+\z)a");
        Assert.Null(pattern.Judge(new string('a', 50) + "!"));
        Assert.False(pattern.IsMatch(new string('a', 50) + "!"));
        Assert.True(pattern.IsMatch("aa"));
    }

    [Fact]
    public void A_pattern_is_told_as_the_document_has_it()
    {
        var pattern = new SchemaPattern(@"^\w$", @"^[A-Za-z0-9_]\z");
        Assert.Equal(@"^\w$", pattern.ToString());
        Assert.True(pattern.IsMatch("é") is false && pattern.IsMatch("e"));
        Assert.True(new SchemaPattern("ab|c").IsMatch("xaby"));
    }
}
