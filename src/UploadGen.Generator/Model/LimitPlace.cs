namespace UploadGen.Generator.Model;

/// <summary>Where in the document a limit stands, as checks are told.</summary>
/// <param name="Schema">The schema's JSON pointer as a URI fragment (RFC 6901, section 6).</param>
/// <param name="IsOfMember">Whether that is the schema of the checked member, rather than of the object that has the member among its properties.</param>
/// <param name="Below">Where it stands below the member's own schema, <c>/anyOf/0</c>; only where the schema is the object's.</param>
internal sealed record LimitPlace(string Schema, bool IsOfMember, string Below = "");
