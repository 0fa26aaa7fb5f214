using System.ComponentModel;
using System.Xml.Linq;

namespace UploadGen.Core;

/// <summary>
/// A node of an XML document that is read: an element, an attribute, or the text of an element that has attributes as well; or the place where one may be.
/// What the type that is read doesn't know is passed over.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct XmlInput
{
    private readonly XElement _owner;
    private readonly XObject? _node;
    private readonly string _place;

    /// <param name="owner">The element that it is, or that it is in.</param>
    /// <param name="node">The element, attribute, or last piece of text; <see langword="null"/> where there is none.</param>
    /// <param name="place">Where it is in the owner, as XPath says it; empty for the owner itself.</param>
    private XmlInput(XElement owner, XObject? node, string place) => (_owner, _node, _place) = (owner, node, place);

    internal XmlInput(XElement element) : this(element, element, "")
    {
    }

    /// <summary>The text of the element itself.</summary>
    public XmlInput Content => new(_owner, _owner.Nodes().OfType<XText>().LastOrDefault(), "text()");

    /// <summary>The node's text.</summary>
    /// <exception cref="FormatException">It is an element with elements in it.</exception>
    public string Text => _node switch
    {
        XAttribute attribute => attribute.Value,
        XText => string.Concat(_owner.Nodes().OfType<XText>().Select(text => text.Value)),
        XElement { HasElements: true } => throw Error("Expected a text, found elements."),
        XElement element => element.Value,
        _ => "",
    };

    private bool IsNil
        => _node is XElement element && element.Attribute(XmlNames.Nil)?.Value.Trim() is "true" or "1";

    /// <summary>The first element of a name in this one.</summary>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="ns">The namespace; <see langword="null"/> for any.</param>
    public XmlInput Element(string name, string? ns = null)
        => Elements(name, ns).FirstOrDefault() is { } found ? new XmlInput(found) : new XmlInput(_owner, null, name);

    /// <summary>An attribute of this element.</summary>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="ns">The namespace; <see langword="null"/> for any.</param>
    public XmlInput Attribute(string name, string? ns = null)
        => new(_owner, _owner.Attributes().FirstOrDefault(attribute => XmlNames.Is(attribute.Name, name, ns)), "@" + name);

    /// <summary>Reads what must be there.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="FormatException">It isn't there, or isn't what it should be.</exception>
    public T Required<T>(XmlRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        // Where a text is to be, none is an empty one.
        return _node is null && _place != "text()" ? throw Missing() : read(this);
    }

    /// <summary>Reads what may be missing or say that it is null.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="FormatException">It isn't what it should be.</exception>
    public T? Optional<T>(XmlRead<T> read) where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return _node is null || IsNil ? null : read(this);
    }

    /// <summary>Reads what may be missing, say that it is null, or be empty, which no such value is.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="FormatException">It isn't what it should be.</exception>
    public T? OptionalValue<T>(XmlRead<T> read) where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return _node is null || IsNil || string.IsNullOrWhiteSpace(Text) ? null : read(this);
    }

    /// <summary>Reads what must be there and may say that it is null. An attribute that is null isn't there.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="FormatException">It isn't there, or isn't what it should be.</exception>
    public T? Nillable<T>(XmlRead<T> read) where T : class => CanBeAbsent ? Optional(read) : throw Missing();

    /// <inheritdoc cref="Nillable{T}(XmlRead{T})"/>
    public T? NillableValue<T>(XmlRead<T> read) where T : struct => CanBeAbsent ? OptionalValue(read) : throw Missing();

    /// <summary>Reads what may be missing, which is another thing than null.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <exception cref="FormatException">It isn't what it should be.</exception>
    public Sent<T?> Sent<T>(XmlRead<T> read) where T : class => _node is null ? default : new(Optional(read));

    /// <inheritdoc cref="Sent{T}(XmlRead{T})"/>
    public Sent<T?> SentValue<T>(XmlRead<T> read) where T : struct => _node is null ? default : new(OptionalValue(read));

    /// <summary>Reads all elements of a name in this one.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="ns">The namespace; <see langword="null"/> for any.</param>
    /// <exception cref="FormatException">An item isn't what it should be.</exception>
    public IReadOnlyList<T> List<T>(string name, XmlRead<T> read, string? ns = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Elements(name, ns).Select(item => read(new XmlInput(item))).ToList();
    }

    /// <summary>Reads all elements of a name in this one; without any, there is no list.</summary>
    /// <inheritdoc cref="List{T}(string, XmlRead{T}, string?)"/>
    public IReadOnlyList<T>? OptionalList<T>(string name, XmlRead<T> read, string? ns = null) => List(name, read, ns) is { Count: > 0 } items ? items : null;

    /// <summary>Reads the elements in this one as a map from their names; of a name that occurs twice, the last value counts.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <param name="known">The names of elements that are something else.</param>
    /// <exception cref="FormatException">A value isn't what it should be.</exception>
    public IReadOnlyDictionary<string, T> Map<T>(XmlRead<T> read, params string[] known)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(known);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in _owner.Elements().Where(element => Array.IndexOf(known, element.Name.LocalName) < 0))
        {
            entries[entry.Name.LocalName] = read(new XmlInput(entry));
        }

        return entries;
    }

    /// <summary>The exception for a text that isn't what it should be. It doesn't quote it: it may be a secret.</summary>
    /// <param name="expected">What it should be.</param>
    internal XmlBodyException Invalid(string expected) => Error($"The text isn't {expected}.");

    /// <summary>Whether it is there, or is none of an element's, so that being null and not being there are one thing.</summary>
    private bool CanBeAbsent => _node is not null || _place.StartsWith('@') || _place == "text()";

    private IEnumerable<XElement> Elements(string name, string? ns) => _owner.Elements().Where(element => XmlNames.Is(element.Name, name, ns));

    private XmlBodyException Missing()
        => Error($"The required {(_place.StartsWith('@') ? "attribute" : "element")} '{_place.TrimStart('@')}' is missing.");

    private XmlBodyException Error(string message) => new(XmlNames.Path(_owner, _place), message);
}
