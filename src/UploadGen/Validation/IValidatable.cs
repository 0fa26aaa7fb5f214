using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A type that checks itself against the limits of the API's document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Adds what is wrong.</summary>
    /// <param name="validation">Takes the violations.</param>
    void Validate(ref Validation validation);
}
