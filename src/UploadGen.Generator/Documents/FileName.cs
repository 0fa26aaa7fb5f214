using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Documents;

/// <summary>The parts of a document's path that names are made of. (No file is touched: the compiler hands the text over.)</summary>
internal static class FileName
{
    private static readonly char[] Slashes = ['/', '\\'];

    /// <summary>The last segment: the name without its folders.</summary>
    public static string Last(string path) => path.Substring(path.LastIndexOfAny(Slashes) + 1);

    /// <summary>The name with the folder it lies in: enough to tell two files of one name apart.</summary>
    public static string WithFolder(string path) => string.Join("/", path.Split(Slashes).AsEnumerable().Reverse().Take(2).Reverse());

    /// <summary>A path as seen from the folder of another file, written with slashes and without dots.</summary>
    public static string Resolve(string from, string relative)
    {
        var segments = new List<string>(from.Split(Slashes));
        segments.RemoveAt(segments.Count - 1);
        foreach (var segment in relative.Split(Slashes).Where(segment => segment != "."))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] != "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments.Where(segment => segment != "."));
    }

    /// <summary><c>specs/runflow.json</c> becomes <c>Runflow</c>, <c>openapi.v2.json</c> becomes <c>OpenapiV2</c>.</summary>
    public static string PascalStem(string path) => CSharpName.Pascal(DocumentFormats.WithoutExtension(Last(path)), "Api");
}
