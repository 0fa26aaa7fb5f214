namespace UploadGen.Core;

/// <summary>Unicode code points, in which JSON Schema counts the length of a string; a surrogate without its partner counts as one.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var pairs = 0;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i < text.Length - 1; i++)
        {
            if (!char.IsSurrogatePair(text[i], text[i + 1]))
            {
                continue;
            }

            pairs++;
            i++;
        }

        return text.Length - pairs;
    }
}
