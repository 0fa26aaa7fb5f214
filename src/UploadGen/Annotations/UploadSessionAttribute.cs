namespace UploadGen.Annotations;

/// <summary>Marks the parameter that takes the session an upload was opened with, or the <see langword="out"/> parameter of a method that opens one and gives it back there.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UploadSessionAttribute : Attribute;
