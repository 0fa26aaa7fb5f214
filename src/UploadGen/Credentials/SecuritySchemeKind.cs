namespace UploadGen.Core;

/// <summary>Where in a request a security scheme puts the credential.</summary>
internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Http,
    Header,
    Query,
    Cookie,
}
