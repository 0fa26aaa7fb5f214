namespace UploadGen.Annotations;

/// <summary>Marks a method that is a whole flow in one call: open, PUT, confirm.</summary>
/// <param name="flow">The flow's name, such as <c>Asset</c>: the steps of one flow carry the same name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadsFileAttribute(string flow) : Attribute
{
    /// <summary>The flow's name.</summary>
    public string Flow { get; } = flow;
}
