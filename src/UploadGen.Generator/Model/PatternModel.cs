namespace UploadGen.Generator.Model;

/// <summary>A regular expression.</summary>
/// <param name="Text">As the document has it, in ECMA-262's dialect.</param>
/// <param name="Expression">The same in .NET's.</param>
internal sealed record PatternModel(string Text, string Expression);
