namespace UploadGen.Generator.Problems;

/// <summary>Something wrong with a file that says more about a document: an overlay, or a description of workflows.</summary>
/// <param name="Path">The file's path: it is reported there.</param>
internal sealed record FileProblem(string Path, SpecProblem Problem);
