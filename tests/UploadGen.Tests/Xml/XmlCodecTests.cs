using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml.Linq;

namespace UploadGen.Tests.Xml;

/// <summary>Texts of XML as values, and values as texts.</summary>
public class XmlCodecTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData(" 1\n", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("True", null)]
    [InlineData("", null)]
    public void Booleans(string text, bool? value) => Is(text, value, XmlCodec.ReadBoolean);

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("-2147483648", -2147483648)]
    [InlineData("+7", 7)]
    [InlineData("2147483648", null)]
    [InlineData("1.0", null)]
    [InlineData("1 2", null)]
    [InlineData("0x1", null)]
    public void Integers_of_32_bits(string text, int? value) => Is(text, value, XmlCodec.ReadInt32);

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1E3", 1000.0)]
    [InlineData("INF", double.PositiveInfinity)]
    [InlineData("-INF", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    [InlineData("1e999", null)]
    [InlineData("1,5", null)]
    [InlineData("Infinity", null)]
    public void Doubles(string text, double? value) => Is(text, value, XmlCodec.ReadDouble);

    [Theory]
    [InlineData("0.1", 0.1f)]
    [InlineData("INF", float.PositiveInfinity)]
    [InlineData("1e300", null)]
    public void Singles(string text, float? value) => Is(text, value, XmlCodec.ReadSingle);

    [Theory]
    [InlineData("2026-02-03T04:05:06Z", "2026-02-03T04:05:06.0000000+00:00")]
    [InlineData("2026-02-03T04:05:06.789+01:00", "2026-02-03T04:05:06.7890000+01:00")]
    [InlineData("2026-02-03T04:05:06", "2026-02-03T04:05:06.0000000+00:00")]
    [InlineData("yesterday", null)]
    public void Times(string text, string? value)
        => Is(text, value is null ? (DateTimeOffset?)null : Time(value), XmlCodec.ReadDateTimeOffset);

    [Theory]
    [InlineData("2026-02-21", "2026-02-21")]
    [InlineData("2026-02-21Z", "2026-02-21")]
    [InlineData("2026-02-21+14:00", "2026-02-21")]
    [InlineData(" 2026-02-21-05:30 ", "2026-02-21")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31Z", "9999-12-31")]
    [InlineData("2026-02-30", null)]
    [InlineData("2026-2-21", null)]
    [InlineData("2026-02-21T00:00:00", null)]
    [InlineData("2026-02-21+15:00", null)]
    [InlineData("2026-02-21 Z", null)]
    public void Dates(string text, string? value)
        => Is(text, value is null ? (DateOnly?)null : DateOnly.Parse(value, CultureInfo.InvariantCulture), XmlCodec.ReadDateOnly);

    [Fact]
    public void Numbers_of_other_sizes_and_formats()
    {
        Is("18446744073709551615", (ulong?)ulong.MaxValue, XmlCodec.ReadUInt64);
        Is("-1", (ulong?)null, XmlCodec.ReadUInt64);
        Is("-9223372036854775808", (long?)long.MinValue, XmlCodec.ReadInt64);
        Is("100000000000000000000000000000", (BigInteger?)BigInteger.Pow(10, 29), XmlCodec.ReadBigInteger);
        Is("12.30", (decimal?)12.30m, XmlCodec.ReadDecimal);
        Is("00000001-0002-0003-0405-060708090a0b", (Guid?)Guid.Parse("00000001-0002-0003-0405-060708090a0b"), XmlCodec.ReadGuid);
    }

    [Fact]
    public void Bytes_may_have_white_space_between_them()
    {
        Assert.Equal([1, 2, 255], XmlCodec.ReadBytes(Input("<a>\n AQ\n L/ </a>").Element("a")));
        Assert.Throws<XmlBodyException>(() => XmlCodec.ReadBytes(Input("<a>?</a>").Element("a")));
    }

    [Theory]
    [InlineData("2026-02-03T04:05:06.0000000+00:00", "2026-02-03T04:05:06.000Z")]
    [InlineData("2026-02-03T04:05:06.1200000+00:00", "2026-02-03T04:05:06.120Z")]
    [InlineData("2026-02-03T04:05:06.1234567+00:00", "2026-02-03T04:05:06.1234567Z")]
    [InlineData("2026-02-03T04:05:06.0000000+02:30", "2026-02-03T04:05:06.000+02:30")]
    public void Times_are_written_with_milliseconds_at_the_least(string time, string text)
        => Assert.Equal(text, XmlCodec.Format(Time(time)));

    [Fact]
    public void What_XML_has_no_character_or_name_for_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Written(static (xml, _) => xml.Element("a", "\u0001")));
        Assert.Throws<ArgumentException>(() => Written(static (xml, _) => xml.Attribute("a", "\uD800")));
        var refusal = Assert.Throws<ArgumentException>(() => Written(static (xml, _) => xml.Map(new Dictionary<string, int> { ["a b"] = 1 })));
        Assert.DoesNotContain("a b", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_the_same_when_it_is_read_again()
    {
        const string text = " <a>&amp; ]]> \r\n\t\u00e9\U0001F600 ";
        var written = Written((xml, _) =>
        {
            xml.Attribute("attribute", text);
            xml.Element("element", text);
            xml.Element("cdata", text.Replace("\r", "", StringComparison.Ordinal), static (xml, value) => xml.Cdata(value));
        });

        var root = new XmlInput(XmlTree.Read(Encoding.UTF8.GetBytes(written)));
        Assert.Equal(text, root.Attribute("attribute").Required(XmlCodec.ReadString));
        Assert.Equal(text, root.Element("element").Required(XmlCodec.ReadString));
        Assert.Equal(text.Replace("\r", "", StringComparison.Ordinal), root.Element("cdata").Required(XmlCodec.ReadString));
    }

    [Fact]
    public void A_place_tells_elements_of_one_name_apart_and_no_name_that_may_be_a_token()
    {
        var root = XElement.Parse("<a><b/><b><c/></b><eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U/></a>");

        Assert.Equal("/a/b[2]/c/@d", XmlNames.Path(root.Elements("b").Last().Element("c")!, "@d"));
        Assert.Equal("/a/…", XmlNames.Path(root.Elements().Last()));
    }

    [Fact]
    public void The_texts_of_a_body_are_known_by_the_names_of_what_holds_them()
        => Assert.Equal(
            ["token=1", "secret=2", "empty="],
            XmlBody.Texts(Encoding.UTF8.GetBytes("""<a token="1"><b><secret>2</secret></b><empty/></a>""")).Select(text => $"{text.Key}={text.Value}"));

    [Theory]
    [InlineData("application/xml", true)]
    [InlineData("text/xml; charset=utf-8", true)]
    [InlineData("Application/Problem+XML", true)]
    [InlineData("application/json", false)]
    [InlineData("application/xml-dtd", false)]
    [InlineData(null, false)]
    public void Media_types_of_XML(string? type, bool isXml) => Assert.Equal(isXml, MediaTypeSyntax.IsXml(type));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Written(XmlWrite<string> write) => Encoding.UTF8.GetString(XmlBody.Write("root", "", write, null, null).Span);

    private static void Is<T>(string text, T? value, XmlRead<T> read) where T : struct
    {
        var xml = Input($"<a>{text}</a>").Element("a");
        if (value is { } expected)
        {
            Assert.Equal(expected, read(xml));
        }
        else
        {
            var refusal = Assert.Throws<XmlBodyException>(() => read(xml));
            Assert.Equal("/root/a", refusal.Path);
        }
    }

    private static XmlInput Input(string xml) => new(XmlTree.Read(Encoding.UTF8.GetBytes($"<root>{xml}</root>")));
}
