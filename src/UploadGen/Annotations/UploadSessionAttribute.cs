namespace UploadGen.Annotations;

/// <summary>Marks the parameter that takes the session an upload was opened with.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UploadSessionAttribute : Attribute;
