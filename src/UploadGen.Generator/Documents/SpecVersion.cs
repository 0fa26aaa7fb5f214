namespace UploadGen.Generator.Documents;

/// <summary>The versions of the OpenAPI Specification that are read.</summary>
internal static class SpecVersion
{
    private static readonly string[] Supported = ["2.0", "3.0", "3.1", "3.2"];

    /// <summary>Patch versions change nothing in the format (OpenAPI 3.1.1, section 4.1).</summary>
    public static bool IsSupported(string version)
        => Supported.Any(supported => version == supported || version.StartsWith(supported + ".", StringComparison.Ordinal));
}
