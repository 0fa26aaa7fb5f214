using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// Keeps what opening an upload gave where headers of the answer told some of it: an object with the answer's JSON and the headers' values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SessionHeaders
{
    private const string Answer = "answer";

    /// <summary>Reads it back.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="read">Reads the answer.</param>
    /// <param name="withHeaders">Adds to the answer what headers told, by their names; a header that wasn't there is <see langword="null"/>.</param>
    public static JsonRead<T> Reader<T>(JsonRead<T> read, Func<T, Func<string, string?>, T> withHeaders)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(withHeaders);
        return Read;

        T Read(ref Utf8JsonReader reader)
        {
            T? answer = null;
            var headers = new Dictionary<string, string>(StringComparer.Ordinal);
            JsonCodec.StartObject(ref reader);
            while (JsonCodec.NextMember(ref reader))
            {
                var isAnswer = reader.ValueTextEquals(Answer);
                reader.Read();
                if (isAnswer)
                {
                    answer = read(ref reader);
                }
                else
                {
                    headers = ReadHeaders(ref reader);
                }
            }

            return answer is null ? throw JsonCodec.Missing(Answer) : withHeaders(answer, headers.GetValueOrDefault);
        }
    }

    /// <summary>Writes it.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="write">Writes the answer.</param>
    /// <param name="headers">What headers told, with their names.</param>
    public static JsonWrite<T> Writer<T>(JsonWrite<T> write, Func<T, IReadOnlyList<KeyValuePair<string, string?>>> headers)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(headers);
        return (writer, session) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName(Answer);
            write(writer, session);
            writer.WriteStartObject("headers");
            foreach ((var name, var value) in headers(session))
            {
                if (value is not null)
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        };
    }

    private static Dictionary<string, string> ReadHeaders(ref Utf8JsonReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonCodec.StartObject(ref reader);
        while (JsonCodec.NextMember(ref reader))
        {
            var name = reader.GetString()!;
            reader.Read();
            headers[name] = JsonCodec.ReadString(ref reader);
        }

        return headers;
    }
}
