using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>uniqueItems</c>: no item is there twice.</summary>
internal sealed class UniqueItemsKeyword() : Keyword("uniqueItems")
{
    public override IEnumerable<string> Read(IOpenApiSchema schema) => schema.UniqueItems == true ? ["true"] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => left;

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type) => IsUnique(limits, type) ? [Attribute()] : [];

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type) => IsUnique(limits, type) ? ["No item twice."] : [];

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => type is ListType list ? Call(Comparison(list.Item)) : null;

    private bool IsUnique(SchemaLimits limits, TypeRef type) => type is ListType && limits.Of(Name).Any();

    /// <summary>Scalars compare by themselves; whatever holds something compares as JSON.</summary>
    private static JsonWriterArgument? Comparison(TypeRef item)
        => item.AsNonNullable() is ScalarType { Kind: not Scalar.Bytes } or NamedType { IsEnum: true } ? null : new JsonWriterArgument(item);
}
