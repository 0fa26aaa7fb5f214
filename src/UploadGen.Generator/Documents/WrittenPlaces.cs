using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>
/// Where the parts of a document as it is read stand in the document as it is written: a 2.0 one is read as if it were 3.0, and what is referred to without
/// being a component is made one.
/// </summary>
internal sealed class WrittenPlaces(bool isSwagger)
{
    /// <summary>How many segments the pointer of a component has.</summary>
    private readonly int _componentDepth = isSwagger ? 2 : 3;

    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Whether any part stands elsewhere than it is written.</summary>
    public bool HasMoved => _moved.Count > 0;

    /// <summary>The pointer in the document as it is written.</summary>
    public string Of(string pointer)
    {
        var read = isSwagger ? SwaggerPointer.From(pointer) : pointer;
        return _moved.Count > 0 && Component(read) is { } component && _moved.TryGetValue(component, out var written)
            ? written + Named(read).Substring(component.Length)
            : Named(read);
    }

    /// <summary>A problem at its place in the document as it is written.</summary>
    public SpecProblem Of(SpecProblem problem) => problem with { Pointer = Of(problem.Pointer) };

    /// <summary>Whether a pointer is that of a component which is written elsewhere.</summary>
    public bool IsMoved(string pointer) => _moved.Count > 0 && _moved.ContainsKey(isSwagger ? SwaggerPointer.From(pointer) : pointer);

    /// <summary>Whether a component is written at a place. A body is a parameter in 2.0: of those, only the list is known.</summary>
    public bool IsWrittenAt(string component, string pointer)
    {
        var (written, place) = (Of(component), Of(pointer));
        return written == place
            || (isSwagger && pointer.EndsWith("/requestBody", StringComparison.Ordinal) && written.StartsWith(place + "/", StringComparison.Ordinal));
    }

    /// <summary>A reference as it is written.</summary>
    public string Reference(string text) => text.Length > 0 && _missing.TryGetValue(text.Substring(1), out var written) ? written : text;

    /// <summary>Notes that a part was made a component.</summary>
    /// <param name="component">The component's pointer.</param>
    /// <param name="pointer">Where it is written.</param>
    public void Move(string component, string pointer) => _moved[component] = pointer;

    /// <summary>Notes that a member is read by another name.</summary>
    /// <param name="pointer">The member's pointer, by the name that is read.</param>
    /// <param name="name">The name that is written.</param>
    public void Rename(string pointer, string name) => _renamed[pointer] = name;

    /// <summary>Notes that a reference leads nowhere.</summary>
    /// <param name="component">The pointer of the component, which isn't there, that it names instead.</param>
    /// <param name="reference">What is written.</param>
    public void Miss(string component, string reference) => _missing[component] = reference;

    /// <summary>The pointer with the names that are written. A component's own place has none but those.</summary>
    private string Named(string pointer)
    {
        if (_renamed.Count == 0)
        {
            return pointer;
        }

        var written = "";
        for (int begin = 0, end; begin < pointer.Length; begin = end)
        {
            var next = pointer.IndexOf('/', begin + 1);
            end = next < 0 ? pointer.Length : next;
            written += _renamed.TryGetValue(pointer.Substring(0, end), out var name) ? "/" + name : pointer.Substring(begin, end - begin);
        }

        return written;
    }

    private string? Component(string pointer)
    {
        var end = 0;
        for (var depth = 0; depth < _componentDepth; depth++)
        {
            if (end >= pointer.Length || pointer[end] != '/')
            {
                return null;
            }

            var next = pointer.IndexOf('/', end + 1);
            end = next < 0 ? pointer.Length : next;
        }

        return pointer.Substring(0, end);
    }
}
