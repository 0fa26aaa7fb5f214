using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>Finds the characters of a document that problems are about, and so their lines and columns.</summary>
internal sealed class SpecLocator
{
    private readonly string _path;
    private readonly SourceText _text;
    private readonly IReadOnlyDictionary<string, TextRange> _ranges;

    public SpecLocator(string path, string text, IReadOnlyCollection<SpecProblem> problems)
    {
        _path = path;
        _text = SourceText.From(text);
        var pointers = problems.Where(problem => problem.Line is null).Select(problem => problem.Pointer).ToList();
        _ranges = pointers.Count > 0 ? DocumentFormats.Of(path).Locate(text, pointers) : new Dictionary<string, TextRange>();
    }

    public Location Locate(SpecProblem problem)
    {
        var span = problem.Line is { } line ? Character(line, problem.Column) : Span(_ranges[problem.Pointer]);
        return Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
    }

    private static TextSpan Span(TextRange range) => new(range.Start, range.Length);

    private TextSpan Character(int line, int column)
    {
        if (line >= _text.Lines.Count)
        {
            return new TextSpan(_text.Length, 0);
        }

        var start = Math.Min(_text.Lines[line].Start + column, _text.Lines[line].End);
        return new TextSpan(start, Math.Min(1, _text.Length - start));
    }
}
