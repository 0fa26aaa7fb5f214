namespace UploadGen.Generator.Model;

/// <summary>The schema that a limit stands in.</summary>
/// <param name="Keyword">JSON Schema's keyword.</param>
/// <param name="Limit">The limit, as <see cref="LimitsModel.Own"/> has it.</param>
/// <param name="Pointer">JSON pointer of the schema.</param>
internal sealed record LimitPlace(string Keyword, string Limit, string Pointer);
