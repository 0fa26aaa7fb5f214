using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A form that a file is POSTed in.</summary>
/// <param name="Fields">The fields to send before the file, all of them and in their order; a name may stand in several.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StorageForm(IEnumerable<KeyValuePair<string, string>>? Fields)
{
    /// <summary>The headers to send beside the form's own Content-Type, all of them and exactly; <see langword="null"/> for none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>The name of the field that holds the file.</summary>
    public string FileField { get; init; } = "file";
}
