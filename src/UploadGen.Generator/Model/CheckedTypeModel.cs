namespace UploadGen.Generator.Model;

/// <summary>A type that checks itself before it is sent: it has limits of its own, or a member that has.</summary>
/// <param name="Name">The type.</param>
/// <param name="ExceedsAttributes">Whether more is checked of a record's own members than attributes can say.</param>
internal sealed record CheckedTypeModel(string Name, bool ExceedsAttributes);
