using System.Text.RegularExpressions;

namespace UploadGen.Generator.Documents;

/// <summary>Where the parts of an OpenAPI 3 document stand in a Swagger 2.0 one, which is read through the same model.</summary>
internal static class SwaggerPointer
{
    private static readonly Regex Content =
        new("^(/(?:paths/[^/]+/[^/]+/)?(?:responses|parameters)/[^/]+)/content/[^/]+/schema", RegexOptions.CultureInvariant);

    /// <summary>Bodies are parameters there: of those, only the list is found.</summary>
    private static readonly Regex Body = new("^(/paths/[^/]+/[^/]+)/requestBody(/.*)?$", RegexOptions.CultureInvariant);

    /// <summary>The sections of components that are called otherwise; the others stand at the root.</summary>
    private static readonly (string Section, string Written)[] Sections =
        [
            ("/components/schemas/", "/definitions/"), ("/components/securitySchemes/", "/securityDefinitions/"),
            ("/components/requestBodies/", "/parameters/"), ("/components/", "/"),
        ];

    public static string From(string pointer)
    {
        foreach (var (section, written) in Sections)
        {
            if (pointer.StartsWith(section, StringComparison.Ordinal))
            {
                return WithoutContent(written + pointer.Substring(section.Length));
            }
        }

        return WithoutContent(Body.Replace(pointer, "$1/parameters"));
    }

    private static string WithoutContent(string pointer) => Content.Replace(pointer, "$1/schema");
}
