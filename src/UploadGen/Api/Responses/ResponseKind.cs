namespace UploadGen.Core;

/// <summary>What a documented answer holds.</summary>
internal enum ResponseKind
{
    Empty,
    Json,
    Xml,
    JsonOrText,
    Text,
    Stream,
    Location,
}
