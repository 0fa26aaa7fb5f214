using System.Text.Json;

namespace UploadGen.Generator.Documents.Formats.Json;

/// <summary>Finds the names that stand twice in an object of a JSON text. Only a text that has any is read for it.</summary>
internal ref struct JsonDuplicates
{
    private readonly byte[] _utf8;
    private Utf8JsonReader _reader;
    private int _octets;
    private int _line;
    private int _column;

    private JsonDuplicates(byte[] utf8, JsonReaderOptions options)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, options);
    }

    /// <param name="utf8">A text that can be read.</param>
    public static IEnumerable<DuplicateName> Find(byte[] utf8, JsonReaderOptions options) => new JsonDuplicates(utf8, options).Find();

    private IEnumerable<DuplicateName> Find()
    {
        var names = new DuplicateNames();
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.BeginObject();
                    break;
                case JsonTokenType.PropertyName:
                    MoveTo((int)_reader.TokenStartIndex);
                    names.Add(_reader.GetString()!, _line, _column);
                    break;
                case JsonTokenType.EndObject:
                    names.EndObject();
                    break;
            }
        }

        return names.Found;
    }

    /// <summary>Counts lines and, as an editor does, UTF-16 units in them: what begins with 11110 has two, and what begins with 10 goes on.</summary>
    private void MoveTo(int octets)
    {
        for (; _octets < octets; _octets++)
        {
            var octet = _utf8[_octets];
            (_line, _column) = octet == (byte)'\n' ? (_line + 1, 0) : (_line, _column + (octet >= 0xF0 ? 2 : (octet & 0xC0) == 0x80 ? 0 : 1));
        }
    }
}
