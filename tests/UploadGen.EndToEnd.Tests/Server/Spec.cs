using System.Runtime.CompilerServices;
using System.Text.Json;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>The project's own documents in <c>specs/</c>.</summary>
internal static class Spec
{
    public static JsonDocument Load(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), name)));

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath("../../../specs", Path.GetDirectoryName(path)!);
}
