using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Checks the parts of a request that aren't members of a body: parameters and fields of forms.</summary>
/// <param name="validation">Takes the violations.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RequestCheck(ref Validation validation);
