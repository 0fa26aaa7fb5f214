namespace UploadGen.Generator.Documents;

/// <summary>Writes JSON pointers (RFC 6901).</summary>
internal static class DocumentPointer
{
    public static string Append(string pointer, string segment) => pointer + "/" + Escape(segment);

    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");
}
