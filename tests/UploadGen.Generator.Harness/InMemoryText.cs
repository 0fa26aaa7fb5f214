using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace UploadGen.Generator.Harness;

/// <summary>An AdditionalFile that needs no disk.</summary>
public sealed class InMemoryText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path { get; } = path;

    public static InMemoryText FromFile(string path) => new(System.IO.Path.GetFileName(path), File.ReadAllText(path));

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
