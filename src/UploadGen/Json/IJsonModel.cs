using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A type that reads and writes itself as JSON, without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf> : IJsonValue where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads a value. The reader stands on the value's first token and is left on its last.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The JSON isn't such a value.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer.</param>
    void Write(Utf8JsonWriter writer);

    /// <inheritdoc/>
    void IJsonValue.WriteTo(Utf8JsonWriter writer) => Write(writer);
}
