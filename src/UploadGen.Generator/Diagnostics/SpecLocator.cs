using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Reading;

namespace UploadGen.Generator.Diagnostics;

/// <summary>Finds the characters of a document that a problem is about.</summary>
internal sealed class SpecLocator(SpecText source)
{
    private readonly SourceText _text = SourceText.From(source.Text);
    private readonly bool _isSwagger = SpecVersion.Pointer(source.Text) == "/swagger";
    private readonly Lazy<byte[]> _utf8 = new(() => Encoding.UTF8.GetBytes(source.Text));

    public Location Locate(SpecProblem problem)
    {
        var span = problem.Line is { } line ? AtLine(line, problem.Column) : AtPointer(problem.Pointer);
        return Location.Create(source.Path, span, _text.Lines.GetLinePositionSpan(span));
    }

    private TextSpan AtPointer(string pointer)
    {
        var (start, length) = JsonPointerLocator.Find(_utf8.Value, _isSwagger ? SwaggerPointer.Of(pointer) : pointer);
        var from = Encoding.UTF8.GetCharCount(_utf8.Value, 0, start);
        return new TextSpan(from, Encoding.UTF8.GetCharCount(_utf8.Value, start, length));
    }

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
