namespace UploadGen.Generator.Emission.Types;

/// <summary>A statement that checks something.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Member">The checked member's name in JSON; empty for the checked value itself.</param>
/// <param name="Pointer">The schema that its limit stands in; null for what knows that itself.</param>
internal sealed record CheckLine(string Text, string Member = "", string? Pointer = null);
