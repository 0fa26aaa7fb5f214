namespace UploadGen.Generator.Model;

/// <summary>Headers or form fields in the answer that opened an upload.</summary>
/// <param name="Path">The session's member that holds them.</param>
/// <param name="Names">The list of the names, where it is an object of two lists.</param>
/// <param name="Values">The list of the values, where it is an object of two lists.</param>
internal sealed record TextsModel(MemberPath Path, MemberPath? Names, MemberPath? Values);
