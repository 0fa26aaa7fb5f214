namespace UploadGen.Annotations;

/// <summary>
/// Marks a method that opens an upload: what it returns, or its <see langword="out"/> parameter with <see cref="UploadSessionAttribute"/>, is the session that
/// is PUT to and confirmed.
/// </summary>
/// <param name="flow">The flow's name, such as <c>Asset</c>: the steps of one flow carry the same name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CreatesUploadAttribute(string flow) : Attribute
{
    /// <summary>The flow's name.</summary>
    public string Flow { get; } = flow;
}
