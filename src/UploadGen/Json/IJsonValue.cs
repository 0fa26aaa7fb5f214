using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A value that writes itself as JSON, for those who don't know its type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonValue
{
    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer.</param>
    void WriteTo(Utf8JsonWriter writer);
}
