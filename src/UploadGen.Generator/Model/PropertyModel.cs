namespace UploadGen.Generator.Model;

/// <summary>A member of a JSON object.</summary>
/// <param name="JsonName">Its name on the wire.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type; a <see cref="NullableType"/> where the schema allows null.</param>
/// <param name="IsRequired">Whether the member must be there.</param>
/// <param name="IsReadOnly">Whether only the server sets it: it need not be there in a request.</param>
/// <param name="Default">The document's default, as JSON.</param>
/// <param name="Constant">The only value it can have, if it is a string with one.</param>
/// <param name="RequiredBy">The schema that says the member must be there, if one does.</param>
/// <param name="IsSecret">Whether its value must not be shown: a password, or what is only ever written.</param>
internal sealed record PropertyModel(
    string JsonName,
    string Name,
    TypeRef Type,
    bool IsRequired,
    string? Description,
    bool IsDeprecated,
    LimitsModel Limits,
    bool IsReadOnly = false,
    string? Default = null,
    string? Constant = null,
    string? RequiredBy = null,
    bool IsSecret = false)
{
    /// <summary>The type of the C# property: an optional member can be absent, which is null too.</summary>
    public TypeRef PropertyType => IsRequired ? Type : Type.AsNullable();

    /// <summary>Whether C# wants it said when the object is made: a constant says itself.</summary>
    public bool MustBeSet => IsRequired && Constant is null;

    /// <summary>Whether both null and absent can be said, and mean different things.</summary>
    public bool IsOptionalNullable => !IsRequired && Type is NullableType;
}
