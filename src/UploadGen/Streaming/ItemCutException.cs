namespace UploadGen.Core;

/// <summary>An answer ended within an item.</summary>
internal sealed class ItemCutException : Exception;
