namespace UploadGen.Generator.Model;

/// <summary>A header of an operation's answer that is a property of what its method returns.</summary>
/// <param name="WireName">The header.</param>
/// <param name="Property">The property.</param>
/// <param name="IsUrl">Whether it is a URL, which may be relative.</param>
internal sealed record AnswerHeaderModel(string WireName, string Property, bool IsUrl);
