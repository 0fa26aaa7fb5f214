namespace UploadGen.Generator.Model;

/// <summary>A value that a method checks before it is put into the request.</summary>
/// <param name="WireName">Its name on the wire; empty for the body.</param>
/// <param name="Name">The method's parameter.</param>
/// <param name="Type">The parameter's type.</param>
/// <param name="Limits">What it is limited to.</param>
internal sealed record CheckedValue(string WireName, string Name, TypeRef Type, LimitsModel Limits);
