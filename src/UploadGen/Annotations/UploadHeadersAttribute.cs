namespace UploadGen.Annotations;

/// <summary>Marks the headers that must accompany the PUT to a presigned URL, exactly as given.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UploadHeadersAttribute : Attribute;
