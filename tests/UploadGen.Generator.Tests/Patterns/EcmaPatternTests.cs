using System.Text.RegularExpressions;
using UploadGen.Generator.Limits.Patterns;

namespace UploadGen.Generator.Tests.Patterns;

/// <summary>Regular expressions of ECMA-262, matched by .NET with the same verdict.</summary>
public class EcmaPatternTests
{
    [Theory]
    [InlineData("^a*$", "aaa", true)]
    [InlineData("^a*$", "aaa\n", false)]
    [InlineData("a+", "xaby", true)]
    [InlineData(@"^\d$", "\u0663", false)]
    [InlineData(@"^\D$", "\u0663", true)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^[\S]$", "\u0085", true)]
    [InlineData(@"\bé", "é", false)]
    [InlineData(@"^é\B", "é", true)]
    [InlineData("^.$", "\r", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^.$", "\u0085", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^😀*$", "😀😀", true)]
    [InlineData("^[😀-😂]$", "😁", true)]
    [InlineData("^[^😀]$", "😁", true)]
    [InlineData("^[^😀]$", "😀", false)]
    [InlineData("^[^a]{2}$", "😀b", true)]
    [InlineData(@"^\u{1F600}$", "😀", true)]
    [InlineData(@"^\uD83D\uDE00$", "😀", true)]
    [InlineData(@"^\cC$", "\u0003", true)]
    [InlineData(@"^[\b\x41\0-]$", "-", true)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[a-z-[aeiou]]$", "x]", true)]
    [InlineData(@"^[\w-.]+$", "a-b.c", true)]
    [InlineData("^(?<year>[0-9]{4})-(?<month>[0-9]{2})$", "2026-11", true)]
    [InlineData(@"^\p{Letter}+$", "Ünï", true)]
    [InlineData(@"^\p{Lu}$", "a", false)]
    [InlineData(@"^[^\p{L}]+$", "12", true)]
    [InlineData(@"^\P{L}+$", "12", true)]
    [InlineData(@"^a{2}{$", "aa{", true)]
    [InlineData("(?<!a)b", "ab", false)]
    [InlineData("^[/.#\"]+$", "#/.\"", true)]
    [InlineData(@"^(['""])[a-z]*\1$", "'ab'", true)]
    [InlineData(@"^(['""])[a-z]*\1$", "'ab\"", false)]
    [InlineData(@"^(?<q>a|b)x\k<q>$", "bxb", true)]
    [InlineData(@"^(?<q>a|b)x\k<q>$", "bxa", false)]
    [InlineData(@"^(?:(a)|b)\1$", "b", true)]
    [InlineData(@"^(?:(a)|b)\1$", "aa", true)]
    [InlineData(@"^(a)(b)\2\1(?:\1c)*$", "abbaacac", true)]
    [InlineData(@"^(a)(?!\1)b$", "ab", true)]
    [InlineData(@"^\p{Script=Cyrillic}+$", "Привет", true)]
    [InlineData(@"^\p{Script=Cyrillic}+$", "Privet", false)]
    [InlineData(@"^\p{sc=Grek}$", "ω", true)]
    [InlineData(@"^\P{Script=Greek}$", "ω", false)]
    [InlineData(@"^\P{Script=Greek}$", "😀", true)]
    [InlineData(@"^[\p{Script=Han}a]+$", "漢a𠀀", true)]
    [InlineData(@"^[\P{Script=Han}]+$", "漢", false)]
    [InlineData(@"^[^\p{Script=Han}]$", "𠀀", false)]
    [InlineData(@"^[^\P{Script=Han}]$", "𠀀", true)]
    [InlineData(@"^(?!\p{Script=Latin})x?.$", "é", false)]
    public void A_text_matches_as_in_a_browser(string pattern, string text, bool matches)
    {
        var expression = EcmaPattern.Translate(pattern, out var reason);
        Assert.True(expression is not null, reason);
        Assert.Equal(matches, new Regex(expression, RegexOptions.CultureInvariant).IsMatch(text));
    }

    [Theory]
    [InlineData("[a-")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("a**")]
    [InlineData("[z-a]")]
    [InlineData(@"^\S(|(.|\n)*\S)\Z")]
    [InlineData(@"\1(a)")]
    [InlineData(@"(a\1)")]
    [InlineData(@"(a)\2")]
    [InlineData(@"(a)+\1")]
    [InlineData(@"(?:(a)|b\1)*")]
    [InlineData(@"(?!(a)b)\1")]
    [InlineData(@"(a)(?<=\1)")]
    [InlineData(@"\k<a>")]
    [InlineData(@"(?<b>x)\k<a>")]
    [InlineData("(?>a)")]
    [InlineData("(?i)a")]
    [InlineData("(?#comment)")]
    [InlineData(@"\a")]
    [InlineData(@"\x4")]
    [InlineData(@"\p{Script=Klingon}")]
    [InlineData(@"\p{Script_Extensions=Greek}")]
    [InlineData(@"(?!\p{L})a")]
    [InlineData("\\")]
    public void What_has_no_counterpart_is_not_translated(string pattern)
    {
        Assert.Null(EcmaPattern.Translate(pattern, out var reason));
        Assert.NotEmpty(reason!);
    }

    [Theory]
    [InlineData("^[a-z0-9_-]{1,64}$", @"^[a-z0-9_\-]{1,64}\z")]
    [InlineData("image/(png|jpeg)", "image/(?:png|jpeg)")]
    [InlineData(@"^\d+(\.\d+)?$", @"^[0-9]+(?:\.[0-9]+)?\z")]
    public void A_plain_pattern_stays_readable(string pattern, string expression) => Assert.Equal(expression, EcmaPattern.Translate(pattern, out _));
}
