namespace UploadGen.Generator.Model;

/// <summary>A static field that checks refer to.</summary>
/// <param name="Name">Its name, unique in the type that declares it.</param>
internal abstract record CheckFieldModel(string Name);

internal sealed record PatternFieldModel(string Name, PatternModel Pattern) : CheckFieldModel(Name);

internal sealed record RuleFieldModel(string Name, RuleModel Rule) : CheckFieldModel(Name);
