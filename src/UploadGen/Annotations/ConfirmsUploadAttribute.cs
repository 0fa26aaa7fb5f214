namespace UploadGen.Annotations;

/// <summary>Marks a method that tells the API that the file of an opened upload is in storage.</summary>
/// <param name="flow">The flow's name, such as <c>Asset</c>: the steps of one flow carry the same name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConfirmsUploadAttribute(string flow) : Attribute
{
    /// <summary>The flow's name.</summary>
    public string Flow { get; } = flow;

    /// <summary>
    /// The parameter, or the member of the request, that says that the file is there, for a method that can be told something else, too. Only a call that says
    /// it confirms the upload.
    /// </summary>
    public string? Member { get; set; }

    /// <summary>What is said there: a text, or the name of an enum's value. <see langword="null"/> stands for true, or for a time.</summary>
    public string? Value { get; set; }
}
