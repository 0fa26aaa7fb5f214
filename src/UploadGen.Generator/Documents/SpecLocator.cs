using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>Finds the characters of a document that problems are about.</summary>
internal sealed class SpecLocator
{
    private readonly string _path;
    private readonly bool _isSwagger;
    private readonly SourceText _text;
    private readonly Dictionary<string, TextSpan> _spans = new(StringComparer.Ordinal);

    public SpecLocator(string path, string text, bool isSwagger, IReadOnlyCollection<SpecProblem> problems)
    {
        _path = path;
        _isSwagger = isSwagger;
        _text = SourceText.From(text);
        var pointers = problems.Where(problem => problem.Line is null).Select(PointerOf).ToList();
        if (pointers.Count > 0)
        {
            Find(Encoding.UTF8.GetBytes(text), pointers);
        }
    }

    public Location Locate(SpecProblem problem)
    {
        var span = problem.Line is { } line ? AtLine(line, problem.Column) : _spans[PointerOf(problem)];
        return Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>JSON is found by octets, an editor counts characters: both are counted on, in the order of the text.</summary>
    private void Find(byte[] utf8, IEnumerable<string> pointers)
    {
        var octets = 0;
        var characters = 0;
        foreach (var found in JsonPointerLocator.Find(utf8, pointers).OrderBy(found => found.Value.Start))
        {
            characters += Encoding.UTF8.GetCharCount(utf8, octets, found.Value.Start - octets);
            octets = found.Value.Start;
            _spans[found.Key] = new TextSpan(characters, Encoding.UTF8.GetCharCount(utf8, octets, found.Value.Length));
        }
    }

    private string PointerOf(SpecProblem problem) => _isSwagger ? SwaggerPointer.Of(problem.Pointer) : problem.Pointer;

    /// <summary>System.Text.Json counts octets; an editor counts characters.</summary>
    private TextSpan AtLine(int line, int octets)
    {
        if (line >= _text.Lines.Count)
        {
            return new TextSpan(_text.Length, 0);
        }

        var utf8 = Encoding.UTF8.GetBytes(_text.ToString(_text.Lines[line].Span));
        var column = Encoding.UTF8.GetCharCount(utf8, 0, Math.Min(octets, utf8.Length));
        var start = _text.Lines[line].Start + column;
        return new TextSpan(start, Math.Min(1, _text.Length - start));
    }
}
