namespace UploadGen.Core;

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
}
