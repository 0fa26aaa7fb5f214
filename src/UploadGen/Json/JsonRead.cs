using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Reads a value. The reader stands on the value's first token and is left on its last.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="reader">The reader.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonRead<T>(ref Utf8JsonReader reader);
