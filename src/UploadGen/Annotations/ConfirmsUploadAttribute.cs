namespace UploadGen.Annotations;

/// <summary>Marks a method that tells the API that the file of an opened upload is in storage.</summary>
/// <param name="flow">The flow's name, such as <c>Asset</c>: the steps of one flow carry the same name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConfirmsUploadAttribute(string flow) : Attribute
{
    /// <summary>The flow's name.</summary>
    public string Flow { get; } = flow;
}
