using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission.Text;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Tells checks where the limits stand in the document: once for all members of a schema, and again where one is of another schema.</summary>
/// <param name="isSwagger">Whether the document is written in 2.0.</param>
internal sealed class CheckPlaces(bool isSwagger)
{
    /// <summary>The statements, with those between them that say where the schemas stand.</summary>
    /// <param name="lines">The checks.</param>
    /// <param name="schema">The schema that is known already, if one is.</param>
    public IEnumerable<string> Of(IEnumerable<CheckLine> lines, string? schema = null)
    {
        var isOfMember = false;
        foreach (var line in lines)
        {
            if (line.Pointer is { } pointer && pointer != (isOfMember || line.Member.Length == 0 ? schema : Member(schema, line.Member)))
            {
                (schema, isOfMember) = Owner(pointer, line.Member);
                yield return $"validation.{(isOfMember ? "AtMember" : "At")}({Literal(schema)});";
            }

            yield return line.Text;
        }
    }

    /// <summary>The schema that has the member among its properties; else the member's own.</summary>
    private static (string Schema, bool IsOfMember) Owner(string pointer, string member)
    {
        var end = Member("", member);
        return member.Length == 0 ? (pointer, false)
            : pointer.EndsWith(end, StringComparison.Ordinal) ? (pointer.Substring(0, pointer.Length - end.Length), false)
            : (pointer, true);
    }

    private static string Member(string? schema, string member) => DocumentPointer.Append(schema + "/properties", member);

    /// <summary>RFC 6901, section 6.</summary>
    public string Literal(string pointer)
        => CSharpText.Literal(Fragment(isSwagger ? SwaggerPointer.From(pointer) : pointer));

    /// <summary>A pointer as a URI fragment.</summary>
    public static string Fragment(string pointer) => "#" + string.Join("/", pointer.Split('/').Select(Escaped));

    private static string Escaped(string segment)
    {
        // EscapeDataString throws on half a surrogate pair.
        var text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(segment));
        return Uri.EscapeDataString(text);
    }
}
