namespace UploadGen.Generator.Model;

/// <summary>A member of a JSON object.</summary>
/// <param name="JsonName">Its name on the wire.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="LocalName">What a local variable for it is called.</param>
/// <param name="Type">Its type; a <see cref="NullableType"/> where the schema allows null.</param>
/// <param name="IsRequired">Whether the member must be there.</param>
/// <param name="IsReadOnly">Whether only the server sets it: it need not be there in a request.</param>
/// <param name="Default">The document's default, as JSON.</param>
/// <param name="Constant">The only value it can have, if it is a string with one.</param>
/// <param name="RequiredBy">Where the schema stands that says the member must be there, if one does.</param>
/// <param name="IsSecret">Whether its value must not be shown: a password, or what is only ever written.</param>
/// <param name="IsUrl">Whether it is a URL, by its type or its name.</param>
/// <param name="IsHeader">Whether a header of the answer tells it, and so no JSON has it.</param>
internal sealed record PropertyModel(
    string JsonName,
    string Name,
    string LocalName,
    TypeRef Type,
    bool IsRequired,
    string? Description,
    bool IsDeprecated,
    LimitsModel Limits,
    bool IsReadOnly = false,
    string? Default = null,
    string? Constant = null,
    LimitPlace? RequiredBy = null,
    bool IsSecret = false,
    bool IsUrl = false,
    bool IsHeader = false)
{
    /// <summary>Whether the record that its own derives from declares it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether it says which record an object is.</summary>
    public bool IsDiscriminator { get; init; }

    /// <summary>The type of the C# property: an optional member can be absent, which is null too.</summary>
    public TypeRef PropertyType => IsRequired ? Type : Type.AsNullable();

    /// <summary>The field behind a property that keeps apart being null and not being set.</summary>
    public string FieldName => "_" + char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>
    /// Whether it must be there and C# alone doesn't see to it: a reference can be null all the same, and a member that only requests have is missing where
    /// the same object is an answer.
    /// </summary>
    public bool IsCheckedForNull => Type is not NullableType && (IsRequired ? !Type.IsValueType : IsOnlyWritten);

    private bool IsOnlyWritten => RequiredBy is not null && !IsReadOnly;

    /// <summary>Whether C# wants it said when the object is made: a constant says itself.</summary>
    public bool MustBeSet => IsRequired && Constant is null;

    /// <summary>Whether both null and absent can be said, and mean different things.</summary>
    public bool IsOptionalNullable => !IsRequired && Type is NullableType;
}
