namespace UploadGen.Generator.Reading;

/// <summary>An AdditionalFile that may be a document: its text and what the project says about it.</summary>
internal sealed record SpecText(string Path, string Text, SpecSettings Settings);
