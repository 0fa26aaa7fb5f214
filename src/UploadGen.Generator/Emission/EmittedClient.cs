using UploadGen.Generator.Collections;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Emission;

/// <summary>What was written for a document.</summary>
/// <param name="Source">The document's path.</param>
/// <param name="Problems">What could not be written. All of them are bugs of ours.</param>
internal sealed record EmittedClient(string Source, EquatableArray<SourceFile> Files, EquatableArray<SpecProblem> Problems);
