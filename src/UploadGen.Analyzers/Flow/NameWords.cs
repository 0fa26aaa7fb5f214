namespace UploadGen.Analyzers.Flow;

/// <summary>The words that a name is made of: <c>MaxSizeBytes</c> is Max, Size, Bytes.</summary>
internal static class NameWords
{
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var end = 1; end <= name.Length; end++)
        {
            if (end == name.Length || name[end] == '_' || (char.IsUpper(name[end]) && IsStart(name, end)))
            {
                words.Add(name.Substring(start, end - start).Trim('_'));
                start = end;
            }
        }

        return words;
    }

    /// <summary>Does an upper-case letter start a word? In <c>ILog</c>, the second does.</summary>
    private static bool IsStart(string name, int index)
        => !char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]));
}
