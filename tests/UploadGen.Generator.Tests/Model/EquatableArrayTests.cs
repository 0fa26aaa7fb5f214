using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Model;

public class EquatableArrayTests
{
    [Fact]
    public void Two_with_the_same_items_are_equal_and_hash_alike()
    {
        var left = new[] { "a", "b" }.ToEquatableArray();
        var right = new List<string> { "a", "b" }.ToEquatableArray();

        Assert.True(left.Equals(right));
        Assert.Equal((object)left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("a", "b", "c")]
    public void Others_are_not(params string[] items) => Assert.False(new[] { "a", "b" }.ToEquatableArray().Equals(items.ToEquatableArray()));

    [Fact]
    public void The_default_is_the_empty_one()
    {
        EquatableArray<string> none = default;

        Assert.True(none.Equals(EquatableArray<string>.Empty));
        Assert.Equal(EquatableArray<string>.Empty.GetHashCode(), none.GetHashCode());
        Assert.Empty(none);
    }

    [Fact]
    public void It_makes_records_that_hold_it_compare_by_value()
    {
        static PropertyModel Property(string member) => new(member, "A", "a", new ListType(new ScalarType(Scalar.Int64)), true, null, false, LimitsModel.None);
        static RecordModel Album(string member) => new("Album", null, false, new[] { Property(member) }.ToEquatableArray(), null, false, LimitsModel.None);

        Assert.Equal(Album("a"), Album("a"));
        Assert.NotEqual(Album("a"), Album("b"));
    }
}
