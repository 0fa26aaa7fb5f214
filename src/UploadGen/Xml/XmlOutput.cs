using System.ComponentModel;
using System.Xml;

namespace UploadGen.Core;

/// <summary>
/// Writes values into an XML document. An element without a stated namespace is in the default one of where it stands; a prefix without a stated namespace
/// stands for the one that it was last stated with.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class XmlOutput
{
    private readonly XmlWriter _writer;
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    internal XmlOutput(XmlWriter writer) => _writer = writer;

    /// <summary>Writes an attribute. To be called before anything is written into the element.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="value">The value; <see langword="null"/> writes none.</param>
    /// <param name="ns">The namespace, if it has one.</param>
    /// <param name="prefix">The prefix, if it has one.</param>
    /// <exception cref="ArgumentException">The value holds a character that XML can't.</exception>
    public void Attribute<T>(string name, T? value, string? ns = null, string? prefix = null)
    {
        if (value is not null)
        {
            _writer.WriteAttributeString(prefix, name, Namespace(prefix, ns), XmlCodec.Format(value));
        }
    }

    /// <summary>Writes an element.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="value">The value; <see langword="null"/> writes none.</param>
    /// <param name="write">Writes the value; <see langword="null"/> for one that does it itself, or is a text.</param>
    /// <param name="ns">The namespace, if it has one.</param>
    /// <param name="prefix">The prefix, if it has one.</param>
    /// <exception cref="ArgumentException">The value holds a character that XML can't.</exception>
    public void Element<T>(string name, T? value, XmlWrite<T>? write = null, string? ns = null, string? prefix = null)
    {
        if (value is not null)
        {
            Write(name, value, write, ns, prefix);
        }
    }

    /// <summary>Writes an element that says so where its value is null.</summary>
    /// <inheritdoc cref="Element{T}(string, T, XmlWrite{T}?, string?, string?)"/>
    public void Nillable<T>(string name, T? value, XmlWrite<T>? write = null, string? ns = null, string? prefix = null)
        => Write(name, value, write, ns, prefix);

    /// <summary>Writes an element if it was set; where that was to null, the element says so.</summary>
    /// <inheritdoc cref="Element{T}(string, T, XmlWrite{T}?, string?, string?)"/>
    public void Sent<T>(string name, Sent<T> value, XmlWrite<T>? write = null, string? ns = null, string? prefix = null)
    {
        if (value.IsSet)
        {
            Write(name, value.Value, write, ns, prefix);
        }
    }

    /// <summary>Writes an element for each item of a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="name">The name without a prefix.</param>
    /// <param name="items">The items; <see langword="null"/> writes none.</param>
    /// <param name="ns">The namespace, if they have one.</param>
    /// <param name="prefix">The prefix, if they have one.</param>
    /// <exception cref="ArgumentException">An item holds a character that XML can't.</exception>
    public void List<T>(string name, IEnumerable<T>? items, string? ns = null, string? prefix = null)
    {
        foreach (var item in items ?? [])
        {
            Write(name, item, null, ns, prefix);
        }
    }

    /// <summary>Writes an element for each entry of a map.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="entries">The entries; <see langword="null"/> writes none.</param>
    /// <exception cref="ArgumentException">A key can't be the name of an element, or a value holds a character that XML can't.</exception>
    public void Map<T>(IEnumerable<KeyValuePair<string, T>>? entries)
    {
        foreach (var (name, value) in entries ?? [])
        {
            if (!XmlNames.IsName(name))
            {
                throw new ArgumentException("A key of a map can't be the name of an XML element.");
            }

            Write(name, value, null, null, null);
        }
    }

    /// <summary>Writes a text into the element.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value; <see langword="null"/> writes none.</param>
    /// <exception cref="ArgumentException">The value holds a character that XML can't.</exception>
    public void Text<T>(T? value)
    {
        if (value is not null)
        {
            _writer.WriteString(XmlCodec.Format(value));
        }
    }

    /// <summary>Writes a text into the element as it is, in CDATA sections.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value; <see langword="null"/> writes none.</param>
    /// <exception cref="ArgumentException">The value holds a character that XML can't.</exception>
    public void Cdata<T>(T? value)
    {
        if (value is null)
        {
            return;
        }

        // A section ends at the first "]]>", so a text with one goes into two.
        foreach (var section in XmlCodec.Format(value).Replace("]]>", "]]\0>", StringComparison.Ordinal).Split('\0'))
        {
            _writer.WriteCData(section);
        }
    }

    private void Write<T>(string name, T? value, XmlWrite<T>? write, string? ns, string? prefix)
    {
        var found = Namespace(prefix, ns);
        _writer.WriteStartElement(found is null ? null : prefix ?? "", name, found);
        if (value is null)
        {
            _writer.WriteAttributeString("xsi", XmlNames.Nil.LocalName, XmlNames.Instance, "true");
        }
        else if (write is not null)
        {
            write(this, value);
        }
        else if (value is IXmlWritable model)
        {
            model.WriteXml(this);
        }
        else
        {
            _writer.WriteString(XmlCodec.Format(value));
        }

        _writer.WriteEndElement();
    }

    private string? Namespace(string? prefix, string? ns)
        => prefix is null ? ns
            : ns is not null ? _prefixes[prefix] = ns
            : _prefixes.GetValueOrDefault(prefix);
}
