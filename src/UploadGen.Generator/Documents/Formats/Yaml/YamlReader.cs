using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>The events of a YAML text, one after the other.</summary>
internal sealed class YamlReader
{
    /// <summary>A tab in a line's indentation.</summary>
    private static readonly Regex Tab = new(@"(?<=^[ ]*)\t", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly Parser _parser;

    private YamlReader(string text)
    {
        _text = text;
        _parser = new Parser(new StringReader(text));
        MoveNext();
    }

    public ParsingEvent Current { get; private set; } = null!;

    /// <exception cref="YamlException">The text doesn't begin as YAML does.</exception>
    public static YamlReader Open(string text) => new(text);

    /// <summary>Where and why a text is no YAML. A fault is where the scanner stopped: it began at the start of the whole value.</summary>
    public static TextFault Fault(YamlException exception)
        => new(Math.Max((int)exception.End.Line - 1, 0), Math.Max((int)exception.End.Column - 1, 0), exception.Message.TrimEnd('.'));

    public static TextRange Range(ParsingEvent item) => new((int)item.Start.Index, (int)(item.End.Index - item.Start.Index));

    /// <summary>Goes to the root of the first document. False for a text without one.</summary>
    public bool MoveToRoot()
    {
        while (Current is StreamStart or DocumentStart)
        {
            MoveNext();
        }

        return Current is not StreamEnd;
    }

    public void MoveNext()
    {
        if (!TryMove())
        {
            throw new YamlException(Current.Start, Current.End, "The text ends too early");
        }

        Current = _parser.Current!;
    }

    private bool TryMove()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException exception) when (exception.End.Index == 0 && Stop() is { Index: > 0 } stop)
        {
            throw new YamlException(stop, stop, exception.Message, exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner's answer to some texts is no YamlException: a name without a bracket that closes, for one.
            var end = Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "What follows can't be read; a bracket, brace or quote may be missing", exception);
        }
    }

    /// <summary>
    /// Where the scanner stopped that doesn't say where. It reads ahead of the events, and a tab where spaces have to be is the one thing that it says so
    /// little of.
    /// </summary>
    private Mark Stop()
    {
        var end = Current?.End ?? Mark.Empty;
        if (Tab.Match(_text, (int)end.Index) is not { Success: true } tab)
        {
            return end;
        }

        var lines = _text.Substring((int)end.Index, tab.Index - (int)end.Index).Count(c => c == '\n');
        return new Mark(tab.Index, end.Line + lines, tab.Index - _text.LastIndexOf('\n', tab.Index));
    }

    /// <summary>Goes on behind the current event, if it is of a kind. Else gives null and stays.</summary>
    public T? Consume<T>()
        where T : ParsingEvent
    {
        var consumed = Current as T;
        if (consumed is not null)
        {
            MoveNext();
        }

        return consumed;
    }

    /// <summary>Passes over a value with all that is in it.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Current.NestingIncrease;
            MoveNext();
        }
        while (depth > 0);
    }
}
