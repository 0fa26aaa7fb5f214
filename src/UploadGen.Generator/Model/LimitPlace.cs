using System.Text;

namespace UploadGen.Generator.Model;

/// <summary>Where in the document a limit stands, as checks are told.</summary>
/// <param name="Schema">
/// The schema's JSON pointer as a URI fragment (RFC 6901, section 6); one that begins with a slash is relative to the operation that checks.
/// </param>
/// <param name="IsOfMember">Whether that is the schema of the checked member, rather than of the object that has the member among its properties.</param>
/// <param name="Below">Where it stands below the member's own schema, <c>/anyOf/0</c>; only where the schema is the object's.</param>
internal sealed record LimitPlace(string Schema, bool IsOfMember, string Below = "")
{
    /// <summary>A JSON pointer as a URI fragment.</summary>
    public static string ToFragment(string pointer) => "#" + string.Join("/", pointer.Split('/').Select(Escaped));

    /// <summary>The same place, relative to an operation if it is one of its parts.</summary>
    public LimitPlace RelativeTo(OperationKey operation)
    {
        var start = ToFragment(operation.Pointer);
        return Schema.StartsWith(start + "/", StringComparison.Ordinal) ? this with { Schema = Schema.Substring(start.Length) } : this;
    }

    private static string Escaped(string segment)
    {
        // EscapeDataString throws on half a surrogate pair.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(segment));
        return Uri.EscapeDataString(text);
    }
}
