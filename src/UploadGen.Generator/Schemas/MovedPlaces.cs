using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Lets parts that were made components be bound as if they still stood where they are written, whatever refers to them first: a type is called after that
/// place. What it is called there is learned in a rehearsal, in which nothing else is followed to such a part.
/// </summary>
/// <param name="written">Where they are written.</param>
internal sealed class MovedPlaces(WrittenPlaces written)
{
    private readonly Dictionary<string, Place> _known = new(StringComparer.Ordinal);

    public bool IsRehearsal { get; set; }

    /// <summary>Whether a pointer is that of a component which is written elsewhere.</summary>
    public bool Include(string component) => written.IsMoved(component);

    /// <summary>The place to bind the parameter, body or response that a reference leads to; null where it isn't to be bound from here.</summary>
    /// <param name="reference">The text of the reference.</param>
    /// <param name="origin">Where it stands.</param>
    public Place? FollowShared(string reference, Place origin)
    {
        var component = reference.TrimStart('#');
        return Include(component) ? Follow(component, origin, origin.Name) : origin with { Pointer = component };
    }

    /// <summary>The place to bind a component at; null where it isn't to be bound from here.</summary>
    /// <param name="component">The component's pointer.</param>
    /// <param name="origin">Where the reference to it stands.</param>
    /// <param name="name">What it is called when it is never seen at its place.</param>
    public Place? Follow(string component, Place origin, string name)
    {
        if (!Include(component))
        {
            return origin;
        }

        if (IsRehearsal && !_known.ContainsKey(component) && written.IsWrittenAt(component, origin.Pointer))
        {
            _known[component] = origin with { Pointer = component };
        }

        return _known.TryGetValue(component, out var known) ? known
            : IsRehearsal ? null
            : new Place(component, name);
    }
}
