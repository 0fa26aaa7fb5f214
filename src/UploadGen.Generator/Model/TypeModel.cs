using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>A type to be generated.</summary>
/// <param name="Name">The C# name, unique in the document.</param>
/// <param name="Description">The document's words about it.</param>
/// <param name="IsDeprecated">Whether the document calls it deprecated.</param>
internal abstract record TypeModel(string Name, string? Description, bool IsDeprecated)
{
    /// <summary>The static fields that its checks refer to.</summary>
    public EquatableArray<CheckFieldModel> CheckFields { get; init; }

    /// <summary>Whether a person's half of the type says how System.Text.Json converts it.</summary>
    public bool HasDeclaredConverter { get; init; }
}

/// <summary>A JSON object with known members.</summary>
/// <param name="Properties">In the document's order.</param>
/// <param name="AdditionalProperties">The type of members beyond the known ones, when the document lets them be data.</param>
/// <param name="Limits">What is said of the object as a whole.</param>
/// <param name="TracksPresence">Whether it is sent: then an optional member that was set to null differs from one that wasn't set.</param>
internal sealed record RecordModel(
    string Name,
    string? Description,
    bool IsDeprecated,
    EquatableArray<PropertyModel> Properties,
    AdditionalPropertiesModel? AdditionalProperties,
    bool TracksPresence,
    LimitsModel Limits,
    EquatableArray<DependencyModel> Dependencies = default) : TypeModel(Name, Description, IsDeprecated)
{
    /// <summary>Its place among records that derive from each other, if it has one.</summary>
    public HierarchyModel? Hierarchy { get; init; }

    /// <summary>How it is read and written as XML, if some operation does so.</summary>
    public RecordXmlModel? Xml { get; init; }

    /// <summary>Whether others derive from it.</summary>
    public bool HasDerived => Hierarchy?.HasDerived == true;

    /// <summary>Whether it keeps members that it doesn't know, as a value of a kind that the document doesn't tell of has such.</summary>
    public bool KeepsUnknown => HasDerived && AdditionalProperties is null;

    /// <summary>The records that a value of it can be, or that it is one of.</summary>
    public IEnumerable<string> Relatives
        => Hierarchy is { } hierarchy ? hierarchy.Derived.Select(derived => derived.Name).Concat(hierarchy.Base is { } parent ? [parent] : []) : [];

    /// <summary>The dependencies that a request can break: both members are known, and the needed one isn't required anyway.</summary>
    public IEnumerable<(PropertyModel Given, PropertyModel Needed, LimitPlace Place)> CheckedDependencies
        => from dependency in Dependencies
           let given = Properties.FirstOrDefault(property => property.JsonName == dependency.Member)
           let needed = Properties.FirstOrDefault(property => property.JsonName == dependency.Needs)
           where given is not null && needed is { IsRequired: false }
           select (given, needed, dependency.Place);
}

/// <summary>The dictionary that holds an object's members beyond the known ones.</summary>
/// <param name="Name">The property.</param>
/// <param name="Value">The type of the members.</param>
/// <param name="Limits">The limits of the dictionary: those of its values.</param>
internal sealed record AdditionalPropertiesModel(string Name, TypeRef Value, LimitsModel Limits)
{
    /// <summary>Whether the record that the object's derives from has it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>The limits of each member.</summary>
    public LimitsModel MemberLimits => Limits.Items?.Limits ?? LimitsModel.None;
}

/// <summary>A string or integer with known values; a value that isn't known survives a round trip.</summary>
/// <param name="Place">Where its schema stands.</param>
/// <param name="IsOpen">Whether the document allows any other text, too.</param>
/// <param name="IsSent">Whether requests are made of it: there, only the known values are allowed, unless it is open.</param>
internal sealed record EnumModel(
    string Name,
    string? Description,
    bool IsDeprecated,
    EquatableArray<EnumValueModel> Values,
    LimitPlace Place,
    bool IsOpen = false,
    bool IsSent = false) : TypeModel(Name, Description, IsDeprecated)
{
    /// <summary>What its values are.</summary>
    public Scalar Kind { get; init; } = Scalar.String;

    /// <summary>Whether some answer in XML has it, and it reads itself there: integers do, as each kind of them is read in its own way.</summary>
    public bool ReadsXml { get; init; }
}

/// <summary>A known value of an enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Value">Its text on the wire; of an integer, the digits.</param>
/// <param name="Description">The document's words about it.</param>
internal sealed record EnumValueModel(string Name, string Value, string? Description = null);

/// <summary>One of several types (<c>oneOf</c>, <c>anyOf</c>).</summary>
/// <param name="Discriminator">The JSON member that tells the variants apart, if the document names one.</param>
internal sealed record UnionModel(
    string Name,
    string? Description,
    bool IsDeprecated,
    EquatableArray<VariantModel> Variants,
    string? Discriminator) : TypeModel(Name, Description, IsDeprecated)
{
    /// <summary>Whether an object of a kind that the document doesn't tell of is kept as it is.</summary>
    public bool KeepsUnknown { get; init; }

    /// <summary>What is said of the value as a whole.</summary>
    public LimitsModel Limits { get; init; } = LimitsModel.None;
}

/// <summary>One type of a union.</summary>
/// <param name="Name">What the variant is called, in <c>Match</c> and, for lists and maps, in <c>FromName</c>.</param>
/// <param name="Parameter">What a parameter or local variable for it is called.</param>
/// <param name="Type">Its type.</param>
/// <param name="Tokens">The JSON tokens its values begin with.</param>
/// <param name="DiscriminatorValues">The discriminator's values that select it.</param>
/// <param name="Limits">What its values are limited to.</param>
internal sealed record VariantModel(
    string Name,
    string Parameter,
    TypeRef Type,
    JsonTokens Tokens,
    EquatableArray<string> DiscriminatorValues,
    LimitsModel Limits)
{
    /// <summary>The discriminator's value that the union writes, because the type doesn't.</summary>
    public string? Kind { get; init; }

    /// <summary>The texts that are values of this enum rather than of another type of the union.</summary>
    public EquatableArray<string> Known { get; init; }
}

/// <summary>The kinds of JSON value a type can be read from.</summary>
[Flags]
internal enum JsonTokens
{
    None = 0,
    String = 1,
    Number = 2,
    Boolean = 4,
    Object = 8,
    Array = 16,
    Any = String | Number | Boolean | Object | Array,
}
