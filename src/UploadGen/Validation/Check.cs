using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Checks one item of a list or one value of a map; the item itself is the member named "".</summary>
/// <typeparam name="T">Type of the item.</typeparam>
/// <param name="validation">Takes the violations.</param>
/// <param name="item">The item.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void Check<T>(ref Validation validation, T item);
