using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Writes a value into the element that is open.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="xml">Where to.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void XmlWrite<T>(XmlOutput xml, T value);
