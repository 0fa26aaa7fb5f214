using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>A record's place among records that derive from each other.</summary>
/// <param name="Base">The record that it derives from; null for the first.</param>
/// <param name="Values">The values that its discriminators have in it, by their names in JSON. A discriminator without one is the caller's to set.</param>
/// <param name="Derived">The discriminators' values that select a record that derives from it.</param>
internal sealed record HierarchyModel(string? Base, EquatableArray<DiscriminatorValueModel> Values, EquatableArray<DerivedModel> Derived)
{
    /// <summary>Whether others derive from it. Its own kind may be unknown, then, and it keeps the members that it doesn't know.</summary>
    public bool HasDerived => Derived.Count > 0;

    public string? Value(string jsonName) => Values.FirstOrDefault(value => value.JsonName == jsonName)?.Value;
}

internal sealed record DiscriminatorValueModel(string JsonName, string Value);

/// <summary>A record that another's JSON is of, if a member has a value.</summary>
internal sealed record DerivedModel(string JsonName, string Value, string Name);
