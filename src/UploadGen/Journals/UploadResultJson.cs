using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>How an <see cref="UploadResult{TSession, TConfirmation}"/> stands in a journal: without a confirmation where nothing was sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UploadResultJson
{
    private const string Session = "session";
    private const string Confirmation = "confirmation";

    /// <summary>Puts it together from how its parts are read and written.</summary>
    /// <typeparam name="TSession">What opening the upload gives.</typeparam>
    /// <typeparam name="TConfirmation">What confirming it gives.</typeparam>
    /// <param name="readSession">Reads the session.</param>
    /// <param name="writeSession">Writes the session.</param>
    /// <param name="readConfirmation">Reads the confirmation.</param>
    /// <param name="writeConfirmation">Writes the confirmation.</param>
    /// <param name="secrets">JSON names of members whose texts are left out.</param>
    public static JournalJson<UploadResult<TSession, TConfirmation>> Of<TSession, TConfirmation>(
        JsonRead<TSession> readSession, JsonWrite<TSession> writeSession, JsonRead<TConfirmation> readConfirmation,
        JsonWrite<TConfirmation> writeConfirmation, params string[] secrets)
        where TSession : class
    {
        return new(Read, Write, secrets);

        UploadResult<TSession, TConfirmation> Read(ref Utf8JsonReader reader)
        {
            JsonCodec.StartObject(ref reader);
            TSession? session = null;
            TConfirmation? confirmation = default;
            var isSent = false;
            while (JsonCodec.NextMember(ref reader))
            {
                var isSession = reader.ValueTextEquals(Session);
                reader.Read();
                if (isSession)
                {
                    session = readSession(ref reader);
                }
                else
                {
                    confirmation = default(TConfirmation) is null && reader.TokenType == JsonTokenType.Null ? default : readConfirmation(ref reader);
                    isSent = true;
                }
            }

            return session is null ? throw JsonCodec.Missing(Session) : isSent ? new(session, confirmation!) : new(session);
        }

        void Write(Utf8JsonWriter writer, UploadResult<TSession, TConfirmation> value)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(Session);
            writeSession(writer, value.Session);
            if (value.IsSent)
            {
                writer.WritePropertyName(Confirmation);
                if (value.Confirmation is { } told)
                {
                    writeConfirmation(writer, told);
                }
                else
                {
                    writer.WriteNullValue();
                }
            }

            writer.WriteEndObject();
        }
    }
}
