namespace UploadGen.Generator.Model;

/// <summary>Where in the document a limit stands, as checks are told.</summary>
/// <param name="Schema">The schema's JSON pointer as a URI fragment (RFC 6901, section 6).</param>
/// <param name="IsOfMember">Whether that is the schema of the checked member, rather than of the object that has the member among its properties.</param>
internal sealed record LimitPlace(string Schema, bool IsOfMember);
