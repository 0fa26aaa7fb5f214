using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Writes a value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonWrite<T>(Utf8JsonWriter writer, T value);
