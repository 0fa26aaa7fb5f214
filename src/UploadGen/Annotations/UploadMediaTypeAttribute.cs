namespace UploadGen.Annotations;

/// <summary>Marks what declares the file's media type when an upload is opened: the PUT must send the same.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UploadMediaTypeAttribute : Attribute;
