namespace UploadGen.Core;

/// <summary>A parameter's name and its texts, with a delimiter between them. The texts are percent-encoded; a delimiter that is a comma isn't.</summary>
internal readonly record struct NamedTexts(string Name, IReadOnlyList<string> Texts, string Delimiter = ",")
{
    public NamedTexts(string name, string text)
        : this(name, [text])
    {
    }

    /// <summary>The texts with the delimiter between them, not encoded.</summary>
    public string Joined => string.Join(Delimiter, Texts);

    /// <summary><c>name=text,text</c> for a query or a cookie.</summary>
    public string QueryText(bool allowReserved)
        => $"{Uri.EscapeDataString(Name)}={string.Join(EncodedDelimiter, Texts.Select(text => ParameterEncoding.Query(text, allowReserved)))}";

    /// <summary><c>name=text,text</c> for an application/x-www-form-urlencoded body.</summary>
    public string FormText() => $"{ParameterEncoding.Form(Name)}={string.Join(EncodedDelimiter, Texts.Select(ParameterEncoding.Form))}";

    private string EncodedDelimiter => Delimiter == "," ? "," : Uri.EscapeDataString(Delimiter);
}
