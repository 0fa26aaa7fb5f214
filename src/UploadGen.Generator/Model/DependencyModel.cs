namespace UploadGen.Generator.Model;

/// <summary><c>dependentRequired</c>: where one member is there, another must be.</summary>
/// <param name="Member">The one, by its name in JSON.</param>
/// <param name="Needs">The other.</param>
/// <param name="Place">The schema that says so.</param>
internal sealed record DependencyModel(string Member, string Needs, LimitPlace Place);
