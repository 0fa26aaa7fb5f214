using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Lets records and <c>init</c> be used on netstandard2.0, where the framework doesn't declare it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
