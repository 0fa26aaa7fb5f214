namespace UploadGen.Annotations;

/// <summary>
/// Marks the parameter that takes the session of an opened upload, or the <see langword="out"/> parameter by which a method that opens one gives it back.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UploadSessionAttribute : Attribute;
