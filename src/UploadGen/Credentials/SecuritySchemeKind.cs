namespace UploadGen.Core;

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Http,
    Header,
    Query,
    Cookie,
}
