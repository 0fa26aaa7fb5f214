using System.Text;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Text with indentation. It knows lines and braces and nothing of C#.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    public int LineCount { get; private set; }

    /// <summary>Writes a line, or several, each at the current indentation.</summary>
    public void Line(string text = "")
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            Append(text, start, end - start);
            start = end + 1;
        }

        Append(text, start, text.Length - start);
    }

    public void Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _indent++;
    }

    public void Close(string tail = "")
    {
        _indent--;
        Line("}" + tail);
    }

    public void Indent() => _indent++;

    public void Unindent() => _indent--;

    /// <summary>Writes a comma-separated list, an entry a line, one level deeper, and what follows the last.</summary>
    public void List(IReadOnlyList<string> entries, string end)
    {
        if (entries.Count == 0)
        {
            Line(end);
            return;
        }

        Indent();
        for (var i = 0; i < entries.Count; i++)
        {
            Line(entries[i] + (i == entries.Count - 1 ? end : ","));
        }

        Unindent();
    }

    /// <summary>Where the text ends now, for <see cref="CutBack"/>.</summary>
    public Position Here => new(_text.Length, _indent, LineCount);

    /// <summary>Takes back what was written since.</summary>
    public void CutBack(Position position)
    {
        _text.Length = position.Length;
        _indent = position.Indent;
        LineCount = position.LineCount;
    }

    public override string ToString() => _text.ToString();

    private void Append(string text, int start, int length)
    {
        if (length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(text, start, length);
        }

        _text.Append('\n');
        LineCount++;
    }

    /// <summary>A place in the text, at the end of a line.</summary>
    public readonly record struct Position(int Length, int Indent, int LineCount);
}
