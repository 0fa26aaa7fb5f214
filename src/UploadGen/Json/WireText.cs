using System.Collections;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>Values as the texts by which they are sent: the same on every machine, whatever its culture.</summary>
internal static class WireText
{
    /// <summary>The text of a value; of a list, the texts of its items with commas between them.</summary>
    public static string Format(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.Offset == TimeSpan.Zero
            ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Uri uri => uri.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(',', FormatEach(items)),
        _ => value.ToString() ?? "",
    };

    /// <summary>The texts of a list's items; of any other value, its one text.</summary>
    public static IEnumerable<string> FormatEach(object value)
        => IsList(value) ? ((IEnumerable)value).Cast<object?>().Where(item => item is not null).Select(item => Format(item!)) : [Format(value)];

    public static bool IsList(object value) => value is IEnumerable and not (string or byte[]);
}
