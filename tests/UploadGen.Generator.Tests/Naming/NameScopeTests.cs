using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Naming;

public class NameScopeTests
{
    [Fact]
    public void A_name_that_is_taken_gets_the_lowest_free_number()
    {
        var scope = new NameScope("Reserved");

        Assert.Equal(["A", "A2", "A3", "Reserved2", "a"], new[] { "A", "A", "A", "Reserved", "a" }.Select(name => scope.Take(name)));
    }

    [Theory]
    [InlineData("add +", "Add Plus")]
    [InlineData("a-b a_b", "AMinusB AB")]
    [InlineData("Etc/GMT+0 Etc/GMT0 UTC", "EtcSlashGmtPlus0 EtcSlashGmt0 Utc")]
    [InlineData("created_at -created_at", "CreatedAt MinusCreatedAt")]
    [InlineData("a A", "A A2")]
    [InlineData("Equals equals x", "Equals2 Equals3 X")]
    public void Look_alikes_are_told_apart_by_their_symbols_and_else_by_a_number(string names, string expected)
        => Assert.Equal(expected.Split(' '), new NameScope("Equals").TakeAll(names.Split(' '), "Value"));

    [Fact]
    public void Which_of_two_look_alikes_comes_first_does_not_decide_how_they_are_spelled()
    {
        var forth = new NameScope().TakeAll(["-1", "1", "+1"], "Value");
        var back = new NameScope().TakeAll(["+1", "1", "-1"], "Value");

        Assert.Equal(forth, back.Reverse());
    }
}
