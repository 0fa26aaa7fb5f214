using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace UploadGen.Core;

/// <summary>Names and places of nodes.</summary>
internal static class XmlNames
{
    /// <summary>The attribute that says that an element stands for null (XML Schema 1.1, part 1, section 2.7.2).</summary>
    public static readonly XName Nil = XName.Get("nil", Instance);

    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Whether a name is the one that a document states; one without a namespace is of any.</summary>
    public static bool Is(XName found, string name, string? ns) => found.LocalName == name && (ns is null || found.NamespaceName == ns);

    /// <summary>A place as an XPath, such as <c>/Pets/Pet[3]/@id</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="below">What is meant in it: an attribute with its <c>@</c>, an element, or nothing.</param>
    public static string Path(XElement element, string below = "")
    {
        var path = new StringBuilder();
        foreach (var step in element.AncestorsAndSelf().Reverse())
        {
            Append(path, step.Name.LocalName);
            if (step.Parent?.Elements(step.Name) is { } same && same.Skip(1).Any())
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.ElementsBeforeSelf(step.Name).Count() + 1}]");
            }
        }

        return below.Length == 0 ? path.ToString() : path.Append('/').Append(below).ToString();
    }

    /// <summary>Whether a text can be the name of a node.</summary>
    public static bool IsName(string text)
    {
        try
        {
            return XmlConvert.VerifyNCName(text).Length > 0;
        }
        catch (Exception cause) when (cause is XmlException or ArgumentException)
        {
            return false;
        }
    }

    /// <remarks>A name that may be a token stays out: in a map, names are values of the server's.</remarks>
    private static void Append(StringBuilder path, string name) => path.Append('/').Append(Redaction.IsHarmless(name, secrets: null) ? name : "…");
}
