using System.ComponentModel;
using System.Text;

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

    // What the compiler writes would show whatever the answer has.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Fields = ").Append(Fields?.Count() ?? 0).Append(", Headers = ").Append(Headers?.Count() ?? 0);
        return true;
    }
}
