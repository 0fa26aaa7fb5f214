using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits;

/// <summary>Tells where limits stand in the document as it is written.</summary>
/// <param name="written">Where the document's parts are written.</param>
internal sealed class LimitPlaces(WrittenPlaces written)
{
    /// <summary>Most members of an object are limited by the same schema.</summary>
    private readonly Dictionary<string, string> _fragments = new(StringComparer.Ordinal);

    /// <summary>The pointer in the document as it is written.</summary>
    public string Written(string pointer) => written.Of(pointer);

    /// <summary>A JSON pointer as a URI fragment (RFC 6901, section 6).</summary>
    public string Fragment(string pointer)
        => _fragments.TryGetValue(pointer, out var known) ? known : _fragments[pointer] = LimitPlace.ToFragment(Written(pointer));

    /// <summary>The place of a limit of the checked value itself.</summary>
    /// <param name="pointer">The schema that states it.</param>
    public LimitPlace OfValue(string pointer) => new(Fragment(pointer), IsOfMember: false);

    /// <summary>The place of a limit of a member: the schema that has the member among its properties; else the member's own.</summary>
    /// <param name="pointer">The schema that states it.</param>
    /// <param name="member">The member's name in JSON; empty for the checked value itself.</param>
    public LimitPlace OfMember(string pointer, string member)
    {
        if (member.Length == 0)
        {
            return OfValue(pointer);
        }

        // The object's place is told once for all its members, and what is below is short: a document may have ten thousands of them.
        var own = DocumentPointer.Append("/properties", member);
        var place = Written(pointer);
        var start = (place + "/").LastIndexOf(own + "/", StringComparison.Ordinal);
        return start < 0
            ? new LimitPlace(Fragment(pointer), IsOfMember: true)
            : OfValue(place.Substring(0, start)) with { Below = LimitPlace.ToFragment(place.Substring(start + own.Length)).Substring(1) };
    }
}
