namespace UploadGen.Generator.Model;

/// <summary>A parameter of a generated method. The <c>CancellationToken</c>, which every method has, isn't among them.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="IsRequired">Whether the caller must say something.</param>
internal abstract record MethodParameterModel(string Name, bool IsRequired);

/// <summary>A value: a parameter of the operation, a field of its form, a member of its body.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Type">The type that its schema has.</param>
/// <param name="IsRequired">Whether the caller must say something.</param>
/// <param name="Description">The document's words about it.</param>
/// <param name="Limits">What the value is limited to.</param>
internal sealed record ValueParameterModel(string Name, string WireName, TypeRef Type, bool IsRequired, string? Description, LimitsModel Limits)
    : MethodParameterModel(Name, IsRequired);

/// <summary>The whole body as one value.</summary>
internal sealed record BodyParameterModel(string Name, TypeRef Type, bool IsRequired, string? Description) : MethodParameterModel(Name, IsRequired);

/// <summary>The whole body as a text of some media type.</summary>
internal sealed record TextParameterModel(string Name, string ContentType, bool IsRequired, string? Description) : MethodParameterModel(Name, IsRequired);

/// <summary>A file, or several.</summary>
internal sealed record FileParameterModel(string Name, TypeRef Type, string? ContentType, long? MaxLength, bool IsRequired, string? Description)
    : MethodParameterModel(Name, IsRequired);

/// <summary>Who is told of the bytes sent, where a file is sent.</summary>
internal sealed record ProgressParameterModel(string Name) : MethodParameterModel(Name, IsRequired: false);
