namespace UploadGen.Generator.Model;

/// <summary>A way to prove who is calling.</summary>
/// <param name="FieldName">The static field that holds it.</param>
/// <param name="Id">Its name in the document.</param>
/// <param name="ParameterName">The header, query parameter or cookie of an API key, or the name of an HTTP authentication scheme.</param>
internal sealed record SecuritySchemeModel(string FieldName, string Id, SecurityKind Kind, string? ParameterName);

internal enum SecurityKind
{
    Bearer,
    Basic,
    Http,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
}
