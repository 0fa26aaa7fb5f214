namespace UploadGen.Annotations;

/// <summary>Marks a URL that carries its own signature: whoever holds it may write to storage.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class PresignedUrlAttribute : Attribute;
