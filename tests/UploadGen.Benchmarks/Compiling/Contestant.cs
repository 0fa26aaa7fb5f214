using Microsoft.CodeAnalysis.Text;

namespace UploadGen.Benchmarks.Compiling;

/// <summary>A generator of clients, called in this process: from the document's text to the files of the client.</summary>
/// <param name="Name">Its name, for the table.</param>
/// <param name="Generate">Makes the files; throws what it throws where it can't.</param>
internal sealed record Contestant(string Name, Func<string, IReadOnlyList<SourceText>> Generate);
