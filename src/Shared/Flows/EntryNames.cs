namespace UploadGen.Core;

/// <summary>What APIs call the name and the value of a header or form field that they give as an object, and the two lists of all names and all values.</summary>
/// <remarks>The generator, which finds such objects in a document, and the library, which reads them in an answer, are compiled with this file.</remarks>
internal static class EntryNames
{
    /// <summary>Whether a member holds an entry's name: <c>{ "name": …, "value": … }</c>.</summary>
    public static bool IsName(string member) => Plain(member) is "name" or "key" or "header" or "field" or "headername" or "fieldname";

    /// <summary>Whether a member holds an entry's value.</summary>
    public static bool IsValue(string member) => Plain(member) is "value" or "headervalue" or "fieldvalue";

    /// <summary>Whether a member holds all names: <c>{ "keys": […], "values": […] }</c>.</summary>
    public static bool IsNames(string member) => Plain(member) is "names" or "keys";

    /// <summary>Whether a member holds all values.</summary>
    public static bool IsValues(string member) => Plain(member) is "values";

    private static string Plain(string member) => member.Replace("_", "").Replace("-", "").ToLowerInvariant();
}
