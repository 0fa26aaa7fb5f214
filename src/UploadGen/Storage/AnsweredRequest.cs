using System.ComponentModel;
using System.Text;

namespace UploadGen.Core;

/// <summary>How a file is to be sent, as the answer says that gave its URL: by PUT or by POST, as it is or in a form.</summary>
/// <param name="Method">The method that the answer names, in any case; <see langword="null"/> where it names none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AnsweredRequest(string? Method)
{
    /// <summary>The headers to send, all of them and exactly; <see langword="null"/> where the answer gives none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>The fields of a form; <see langword="null"/> where the answer gives none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Fields { get; init; }

    /// <summary>The name of the form's field that holds the file.</summary>
    public string FileField { get; init; } = "file";

    /// <summary>Whether what is sent by POST is a form, even where the answer gives no fields for it.</summary>
    public bool WantsForm { get; init; }

    /// <summary>The form, if it is one: where the answer gives fields, that is said without a method, too.</summary>
    internal StorageForm? Form
        => Is("POST") ? (Fields is not null || WantsForm ? NewForm() : null)
            : string.IsNullOrEmpty(Method) && HasFields ? NewForm()
            : null;

    /// <summary>What keeps the file from being sent as the answer says; <see langword="null"/> for nothing.</summary>
    internal string? Problem
        => Form is not null || Is("POST") ? null
            : string.IsNullOrEmpty(Method) ? "The API's answer has no method, so it isn't known whether the file is to be sent by PUT or by POST."
            : !Is("PUT") ? $"The API's answer wants the file to be sent by {Shown}, and files are sent by PUT or by POST."
            : HasFields ? "The API's answer says PUT and gives the fields of a form, which a PUT doesn't have."
            : null;

    /// <summary>The method of a request whose body is the file.</summary>
    internal HttpMethod FileMethod => Is("POST") ? HttpMethod.Post : HttpMethod.Put;

    private bool HasFields => Fields?.Any() == true;

    /// <summary>The method as a message may show it: a server may write there what it likes.</summary>
    private string Shown => Method!.Length <= 20 && Method.All(char.IsAsciiLetter) ? Redaction.Name(Method) ?? NoMethod : NoMethod;

    private const string NoMethod = "something that is no method";

    private StorageForm NewForm() => new(Fields) { Headers = Headers, FileField = FileField };

    // What the compiler writes would show whatever the answer has.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Method = ").Append(Method is null ? "" : Shown);
        builder.Append(", Headers = ").Append(Headers?.Count() ?? 0).Append(", Fields = ").Append(Fields?.Count() ?? 0);
        return true;
    }

    private bool Is(string method) => string.Equals(Method, method, StringComparison.OrdinalIgnoreCase);
}
