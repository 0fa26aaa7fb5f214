using System.Globalization;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Schemas;

/// <summary>Where a schema stands, and what a type made of it would be called.</summary>
/// <param name="Pointer">Its JSON pointer in the document.</param>
/// <param name="Name">The name for a type declared here.</param>
/// <param name="IsNameTaken">Whether that name is kept for this place: a schema of the components has its own.</param>
internal readonly record struct Place(string Pointer, string Name, bool IsNameTaken = false)
{
    public static Place Component(string id, string name) => new(ComponentPointer(id), name, IsNameTaken: true);

    public static string ComponentPointer(string id) => "/components/schemas/" + DocumentPointer.Escape(id);

    /// <summary>The same thing, said one level deeper: a part of a composition that stands for the whole.</summary>
    public Place Inside(string keyword, int index) => this with { Pointer = $"{Pointer}/{keyword}/{index.ToString(CultureInfo.InvariantCulture)}" };

    public Place Property(string jsonName)
        => new(DocumentPointer.Append(Pointer + "/properties", jsonName), Name + CSharpName.Pascal(jsonName, "Property"));

    public Place Items() => new(Pointer + "/items", Name + "Item");

    public Place MapValue() => new(Pointer + "/additionalProperties", Name + "Value");

    public Place UnevaluatedValue() => new(Pointer + "/unevaluatedProperties", Name + "Value");

    /// <summary>One of several alternatives, called by its title or type, or counted.</summary>
    public Place Variant(string keyword, int index, string name)
        => new($"{Pointer}/{keyword}/{index.ToString(CultureInfo.InvariantCulture)}", Name + name);
}
