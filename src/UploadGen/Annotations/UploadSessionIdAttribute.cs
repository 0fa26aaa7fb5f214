namespace UploadGen.Annotations;

/// <summary>Marks the id of an opened upload: the session's property, and the parameter that takes it.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UploadSessionIdAttribute : Attribute;
