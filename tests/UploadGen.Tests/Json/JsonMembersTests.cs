using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UploadGen.Tests;

public class JsonMembersTests
{
    private static readonly JsonMembers Members = new("id,owner", "note,size", "deleted_at");

    /// <summary>The members that were found, as <c>number=value</c>; an unknown one as <c>?name</c>.</summary>
    private static string Read(JsonMembers members, string json, bool keepsUnknown = false)
        => JsonBody.Read(Encoding.UTF8.GetBytes(json), (ref Utf8JsonReader reader) =>
        {
            var found = new List<string>();
            var entries = members.Start(ref reader);
            while (keepsUnknown ? entries.NextOrUnknown(ref reader) : entries.Next(ref reader))
            {
                var name = entries.Member < 0 ? "?" + reader.GetString() : entries.Member.ToString(CultureInfo.InvariantCulture) + "=";
                if (entries.Member < 0)
                {
                    reader.Read();
                }

                using var value = JsonDocument.ParseValue(ref reader);
                found.Add(entries.Member < 0 ? name : name + value.RootElement.GetRawText());
            }

            return string.Join(' ', found);
        });

    private static string Missing(JsonMembers members, string json) => Assert.Throws<JsonBodyException>(() => Read(members, json)).Message;

    [Theory]
    [InlineData("""{"id":1,"owner":2,"note":3,"size":4,"deleted_at":5}""", "0=1 1=2 2=3 3=4 4=5")]
    [InlineData("""{"deleted_at":5,"size":4,"note":3,"owner":2,"id":1}""", "4=5 3=4 2=3 1=2 0=1")]
    [InlineData("""{"owner":{"id":[7]},"id":[]}""", """1={"id":[7]} 0=[]""")]
    [InlineData("""{"\u0069d":1,"o\u0077ner":2}""", "0=1 1=2")]
    [InlineData("""{"id":1,"owner":2,"id":3}""", "0=1 1=2 0=3")]
    public void Members_are_found_in_any_order_and_spelling(string json, string expected)
    {
        // What came after a member the last time is only a guess.
        Assert.Equal("1=2 0=1", Read(Members, """{"owner":2,"id":1}"""));
        Assert.Equal(expected, Read(Members, json));
        Assert.Equal(expected, Read(Members, json));
    }

    [Fact]
    public void Null_is_a_value_where_it_must_be_there_or_means_something()
        => Assert.Equal("0=null 1=null 4=null", Read(Members, """{"id":null,"owner":null,"note":null,"size":null,"deleted_at":null}"""));

    [Fact]
    public void Unknown_members_are_passed_over_or_handed_out()
    {
        const string json = """{"x":{"id":9},"id":1,"ids":[1],"owner":2,"":0}""";

        Assert.Equal("0=1 1=2", Read(Members, json));
        Assert.Equal("?x 0=1 ?ids 1=2 ?", Read(Members, json, keepsUnknown: true));
    }

    [Theory]
    [InlineData("{}", "'id'")]
    [InlineData("""{"id":1,"note":2}""", "'owner'")]
    [InlineData("""{"owner":1}""", "'id'")]
    public void The_first_required_member_that_is_missing_is_named(string json, string member)
        => Assert.Contains(member, Missing(Members, json), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Each_of_many_required_members_is_missed(int count)
    {
        // They share length, first and last letter, so that the table can't tell many of them apart.
        var names = Enumerable.Range(0, count).Select(i => $"a{i:D4}z").ToArray();
        var members = new JsonMembers(names, [], []);
        string Json(int without) => "{" + string.Join(",", names.Where((_, i) => i != without).Select((name, i) => $"\"{name}\":{i}")) + "}";

        Assert.Equal(count, Read(members, Json(-1)).Split(' ').Length);
        foreach (var without in new[] { 0, count / 2, count - 1 }.Distinct())
        {
            Assert.Contains($"'{names[without]}'", Missing(members, Json(without)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_name_may_be_empty_or_have_commas()
        => Assert.Equal("1=1 0=2 2=3", Read(new JsonMembers(["a,b"], [""], [","]), """{"":1,"a,b":2,",":3}"""));

    [Fact]
    public void An_object_without_known_members_is_one_too()
    {
        var none = new JsonMembers("", "", "");

        Assert.Equal("", Read(none, """{"a":1}"""));
        Assert.Equal("?a", Read(none, """{"a":1}""", keepsUnknown: true));
        Assert.Contains("an object", Assert.Throws<JsonBodyException>(() => Read(none, "[]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_used_by_many_threads()
        => Parallel.For(0, 2000, i => Assert.Equal(
            i % 2 == 0 ? "0=1 1=2 3=4" : "3=4 1=2 0=1",
            Read(Members, i % 2 == 0 ? """{"id":1,"owner":2,"size":4}""" : """{"size":4,"owner":2,"id":1}""")));
}
