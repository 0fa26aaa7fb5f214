using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Checks what isn't a member of a JSON body: parameters and form fields.</summary>
/// <param name="validation">Takes the violations.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RequestCheck(ref Validation validation);
