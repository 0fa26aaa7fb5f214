namespace UploadGen.Generator.Projects;

/// <summary>A type that is generated for a project.</summary>
internal sealed record GeneratedType(string Namespace, string Name, bool IsStruct);
