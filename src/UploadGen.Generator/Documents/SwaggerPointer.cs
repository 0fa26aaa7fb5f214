using System.Text.RegularExpressions;

namespace UploadGen.Generator.Documents;

/// <summary>Where the parts of an OpenAPI 3 document stand in a Swagger 2.0 one, which is read through the same model.</summary>
internal static class SwaggerPointer
{
    private static readonly Regex Content = new("/content/[^/]+/schema", RegexOptions.CultureInvariant);

    /// <summary>Bodies are parameters there: of those, only the list is found.</summary>
    private static readonly Regex Body = new("/requestBody.*$", RegexOptions.CultureInvariant);

    public static string From(string pointer)
        => Body.Replace(Content.Replace(pointer, "/schema"), "/parameters")
            .Replace("/components/schemas/", "/definitions/")
            .Replace("/components/securitySchemes/", "/securityDefinitions/")
            .Replace("/components/", "/");
}
