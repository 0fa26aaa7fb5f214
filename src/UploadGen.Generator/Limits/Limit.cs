namespace UploadGen.Generator.Limits;

/// <summary>A limit that a schema states.</summary>
/// <param name="Keyword">JSON Schema's keyword.</param>
/// <param name="Value">The limit as text: numbers as the document writes them.</param>
/// <param name="Pointer">JSON pointer of the schema.</param>
internal sealed record Limit(string Keyword, string Value, string Pointer);
