using UploadGen.Generator.Documents.Formats.Json;
using UploadGen.Generator.Documents.Formats.Yaml;

namespace UploadGen.Generator.Documents.Formats;

/// <summary>The formats that can be read, told apart by the names of files.</summary>
internal static class DocumentFormats
{
    public static IReadOnlyList<DocumentFormat> All { get; } = [new JsonFormat(), new YamlFormat()];

    private static DocumentFormat Unknown { get; } = new UnknownFormat();

    /// <summary>The format of a file; one that reads nothing when its name is of no format's.</summary>
    public static DocumentFormat Of(string path) => Find(path) ?? Unknown;

    /// <summary>The format of a file, or null when its name is of no format's.</summary>
    public static DocumentFormat? Find(string path) => All.FirstOrDefault(format => Extension(format, path) is not null);

    /// <summary>A path without the ending that tells its format.</summary>
    public static string WithoutExtension(string path)
    {
        var extension = All.Select(format => Extension(format, path)).FirstOrDefault(found => found is not null) ?? "";
        return path.Substring(0, path.Length - extension.Length);
    }

    private static string? Extension(DocumentFormat format, string path)
        => format.Extensions.FirstOrDefault(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
