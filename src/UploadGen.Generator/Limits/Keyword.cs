using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits;

/// <summary>A keyword of JSON Schema that limits values: how it is read and merged, what enforces it, what tells of it, and whether it makes sense.</summary>
internal abstract class Keyword(string name)
{
    public string Name { get; } = name;

    /// <summary>The keyword as C# spells it: the engine's methods and attributes are called so.</summary>
    protected string PascalName => char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Whether the documentation tells it before other limits.</summary>
    public virtual bool IsToldFirst => false;

    /// <summary>The limits that a schema states by this keyword, as text.</summary>
    public abstract IEnumerable<string> Read(IOpenApiSchema schema);

    /// <summary>What holds of a value that two schemas limit.</summary>
    /// <param name="left">What the one schema says by this keyword: something.</param>
    /// <param name="right">What the other says: something.</param>
    public abstract IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right);

    /// <summary>What is checked of a value of a type, with the limit that each check is of.</summary>
    public virtual IEnumerable<(AssertionModel Assertion, Limit Limit)> Assertions(SchemaLimits limits, TypeRef type)
    {
        foreach (var limit in limits.Of(Name))
        {
            if (Assertion(limit.Value, type) is { } assertion)
            {
                yield return (assertion, limit);
            }
        }
    }

    /// <summary>What is checked for a single limit; null where values of the type can't break it.</summary>
    protected virtual AssertionModel? Assertion(string limit, TypeRef type) => null;

    /// <summary>The attributes of a value. One that says several keywords at once is given by each of them.</summary>
    public virtual IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type) => [];

    /// <summary>The sentences about a value. One that says several keywords at once is given by each of them.</summary>
    public virtual IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type) => [];

    /// <summary>Why no value can keep what the schema says, or why it can't be checked; null if all is well.</summary>
    public virtual string? Problem(IOpenApiSchema schema) => null;

    /// <summary>The limit that a value in the document itself breaks (a default, an example), or null.</summary>
    public virtual string? BrokenBy(IOpenApiSchema schema, JsonNode value) => null;

    /// <summary>Of two limits the one that leaves fewer values.</summary>
    protected static IEnumerable<Limit> Strictest(Limit left, Limit right, bool isLower)
        => [(isLower ? Number.Compare(left.Value, right.Value) >= 0 : Number.Compare(left.Value, right.Value) <= 0) ? left : right];

    /// <summary>Both limits hold; what both schemas say is said once.</summary>
    protected static IEnumerable<Limit> Both(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right)
        => left.Concat(right.Where(limit => left.All(other => other.Value != limit.Value)));

    /// <summary>The engine's method that is called like the keyword.</summary>
    protected CallAssertion Call(ArgumentModel? argument, bool isOfCount = false) => new(PascalName, isOfCount, argument);

    /// <summary>The attribute that is called like the keyword.</summary>
    protected AttributeModel Attribute(params ArgumentModel[] arguments) => Attribute(PascalName, arguments);

    /// <summary>An attribute of UploadGen.</summary>
    protected static AttributeModel Attribute(string name, params ArgumentModel[] arguments)
        => new("UploadGen.Annotations." + name, arguments.ToEquatableArray());
}
