using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Reads a value from a node that is there.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="xml">The node.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T XmlRead<T>(XmlInput xml);
