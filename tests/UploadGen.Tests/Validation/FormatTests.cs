using System.ComponentModel.DataAnnotations;
using UploadGen.Annotations;

namespace UploadGen.Tests;

/// <summary>The formats of strings, in the check and in the attribute.</summary>
public class FormatTests
{
    [Theory]
    [InlineData(
        "email", "ada.lovelace+x@example.co.uk", "\"a @ b\\\"c\"@example.com", "jörg@müller.example", "ada@localhost", "a@[127.0.0.1]", "a@[IPv6:::1]",
        "o'hara/dep=x@example.com")]
    [InlineData("idn-email", "실례@실례.테스트")]
    [InlineData("hostname", "example.com", "a", "1host", "a--b.com", "xn--9n2bp8q.xn--9t4b11yi5a", "EXAMPLE.com")]
    [InlineData("idn-hostname", "실례.테스트", "a。b", "example.com")]
    [InlineData("ipv4", "0.0.0.0", "255.255.255.255", "192.168.0.1")]
    [InlineData(
        "ipv6", "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::ffff:192.168.0.1", "fe80::ABCD", "1:2:3:4:5:6:1.2.3.4", "2001:db8::1:0:0:1")]
    [InlineData(
        "time", "08:30:06Z", "23:59:60Z", "01:29:60+01:30", "15:59:60.5-08:00", "08:30:06.283185+02:00", "08:30", "08:30:00", "08:30:06-0530", "08:30:06+02",
        "00:00:00z")]
    [InlineData("json-pointer", "", "/", "/a~0b/~1c", "/foo/0", "/ü")]
    [InlineData("duration", "P1D", "1h30m", "anything")]
    public void A_text_of_the_format(string format, params string[] texts) => Assert.All(texts, text => Assert.True(IsValid(format, text), text));

    [Theory]
    [InlineData(
        "email", "", "ada", "@example.com", "ada@", ".a@b.c", "a.@b.c", "a..b@c.d", "a b@c.d", "a@b c", "a@-b.c", "a@b..c", "a@[127.0.0.300]", "a@[IPv6:1]",
        "a@[1.2.3.4", "a@b, c@d", "Ada <ada@example.com>", "\"a\\\"@b.c", "\"@b.c", "a\n@b.c", "a@b.c\n")]
    [InlineData(
        "hostname", "", ".", ".a", "a.", "-a", "a-", "a_b", "a b", "a..b", "müller.de", "a:80", "example.com\n",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl.com")]
    [InlineData("idn-hostname", "", "-a", "a b", "실례..테스트")]
    [InlineData(
        "ipv4", "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1.2.3.", "1..2.3", "0x1.2.3.4", "1.2.3.1000", "10.0.0.0/8", "১.2.3.4")]
    [InlineData(
        "ipv6", "", ":", "1", ":1", "1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1::2::3", "1:::2", "12345::", "::g", "fe80::1%eth0",
        "[::1]", "::1/64", "::1.2.3", "::1.2.3.4:5", "1.2.3.4", " ::1")]
    [InlineData(
        "time", "", "8:30", "24:00:00Z", "12:60:00Z", "12:00:61Z", "22:59:60Z", "23:58:60Z", "23:59:60+01:00", "12:00:00.Z", "12:00:00 PST", "noon",
        "12:00:00+24:00", "12:00:00+2", "12:00:", "12:00:00ZZ")]
    [InlineData("json-pointer", "a", "/~", "/a~2", "#/a")]
    public void Any_other_text(string format, params string[] texts) => Assert.All(texts, text => Assert.False(IsValid(format, text), text));

    [Fact]
    public void A_host_name_has_up_to_253_characters()
    {
        string label = new('a', 63);
        var longest = $"{label}.{label}.{label}.{label[..61]}";
        Assert.True(IsValid("hostname", longest));
        Assert.False(IsValid("hostname", longest + "a"));
    }

    [Fact]
    public void The_attribute_is_one_that_tools_look_for()
    {
        var attribute = new FormatAttribute("email");
        Assert.Equal((DataType.EmailAddress, "EmailAddress"), (attribute.DataType, attribute.GetDataTypeName()));
        Assert.Equal("ipv4", new FormatAttribute("ipv4").GetDataTypeName());
        Assert.True(attribute.IsValid(null));
        Assert.False(attribute.IsValid(1));
        Assert.Equal("The field Mail must be of the format email.", attribute.FormatErrorMessage("Mail"));
    }

    private static bool IsValid(string format, string text)
    {
        var validation = default(Validation);
        validation.Format("x", text, format);
        Assert.Equal(validation.IsValid, new FormatAttribute(format).IsValid(text));
        return validation.IsValid;
    }
}
