namespace UploadGen.Generator.Documents.Formats;

/// <summary>A run of characters in a text.</summary>
internal readonly record struct TextRange(int Start, int Length);
