namespace UploadGen.Core;

internal enum ResponseKind
{
    Empty,
    Json,
    Text,
    Stream,
    Location,
}
