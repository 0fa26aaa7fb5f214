namespace UploadGen.Annotations;

/// <summary>Marks a method that gives an opened upload up.</summary>
/// <param name="flow">The flow's name, such as <c>Asset</c>: the steps of one flow carry the same name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AbortsUploadAttribute(string flow) : Attribute
{
    /// <summary>The flow's name.</summary>
    public string Flow { get; } = flow;
}
