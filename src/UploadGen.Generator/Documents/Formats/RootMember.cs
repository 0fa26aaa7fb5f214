namespace UploadGen.Generator.Documents.Formats;

/// <summary>A member of a text's root object.</summary>
/// <param name="Text">The value of a string, or a number as it is written. Empty for any other value.</param>
/// <param name="IsString">Whether the value is a string.</param>
internal readonly record struct RootMember(string Name, string Text, bool IsString);
