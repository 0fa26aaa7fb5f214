using System.Buffers;
using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Server-sent events (WHATWG HTML, section 9.2.6), each as the JSON that OpenAPI takes it for.</summary>
internal sealed class EventStreamReader(BodyWindow body, EventFormat format) : ItemReader(body)
{
    private const string Unnamed = "message";

    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly ArrayBufferWriter<byte> _json = new();
    private string _name = "";
    private string _id = "";
    private long? _retry;
    private bool _followsReturn;
    private bool _hasEnded;

    protected override async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        while (!_hasEnded && await LineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                TakeField(line.Span);
            }
            else if (Dispatch() is { } item)
            {
                return item;
            }
        }

        // An event that isn't ended by an empty line isn't one.
        return _hasEnded || _data.WrittenCount == 0 ? null : throw new ItemCutException();
    }

    /// <summary>The next line, which ends in a line feed, a carriage return or both; null at the end.</summary>
    private async ValueTask<ReadOnlyMemory<byte>?> LineAsync()
    {
        var seen = 0;
        while (true)
        {
            if (_followsReturn && Body.Unread.Length > 0)
            {
                _followsReturn = false;
                Body.Take(Body.Unread.Span[0] == (byte)'\n' ? 1 : 0);
            }

            var end = Body.Unread.Span[seen..].IndexOfAny((byte)'\n', (byte)'\r');
            if (end >= 0)
            {
                var line = Body.Take(seen + end + 1);
                _followsReturn = line.Span[^1] == (byte)'\r';
                return line[..^1];
            }

            seen = Body.Unread.Length;
            if (!await Body.FillAsync().ConfigureAwait(false))
            {
                // A field that was cut may be anything, but for a comment.
                return seen == 0 || Body.Unread.Span[0] == (byte)':' ? null : throw new ItemCutException();
            }
        }
    }

    private void TakeField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? [] : line[(colon + 1)..];
        value = value is [(byte)' ', .. var rest] ? rest : value;
        if (name.SequenceEqual("data"u8))
        {
            if (_data.WrittenCount + value.Length > Body.Limit)
            {
                throw new ItemTooLongException();
            }

            _data.Write(value);
            _data.Write("\n"u8);
        }
        else if (name.SequenceEqual("event"u8))
        {
            _name = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("id"u8) && !value.Contains((byte)0))
        {
            _id = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("retry"u8) && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && long.TryParse(value, out var retry))
        {
            _retry = retry;
        }
    }

    /// <summary>The event that an empty line ends; null where it has no data, or says that nothing follows.</summary>
    private ReadOnlyMemory<byte>? Dispatch()
    {
        var name = _name.Length == 0 ? Unnamed : _name;
        var retry = _retry;
        (_name, _retry) = ("", null);
        if (_data.WrittenCount == 0)
        {
            return null;
        }

        var data = Encoding.UTF8.GetString(_data.WrittenSpan[..^1]);
        _data.ResetWrittenCount();
        if (format.Ends.Contains(data))
        {
            _hasEnded = true;
            return null;
        }

        _hasEnded = format.Last.Contains(name);
        return Json(name, data, retry);
    }

    private ReadOnlyMemory<byte> Json(string name, string data, long? retry)
    {
        _json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_json);
        if (!format.IsData)
        {
            writer.WriteStartObject();
            writer.WriteString("event"u8, name);
            writer.WritePropertyName("data"u8);
        }

        WriteData(writer, name, data);
        if (!format.IsData)
        {
            if (_id.Length > 0)
            {
                writer.WriteString("id"u8, _id);
            }

            if (retry is { } milliseconds)
            {
                writer.WriteNumber("retry"u8, milliseconds);
            }

            writer.WriteEndObject();
        }

        writer.Flush();
        return _json.WrittenMemory;
    }

    private void WriteData(Utf8JsonWriter writer, string name, string data)
    {
        if (format.IsTextIn(name, data))
        {
            writer.WriteStringValue(data);
            return;
        }

        try
        {
            writer.WriteRawValue(data);
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException)
        {
            // What the exception says may quote the data.
            Faulty = Encoding.UTF8.GetBytes(data);
            throw new JsonBodyException(format.IsData ? "$" : "$.data", "It isn't well-formed JSON.", null);
        }
    }
}
