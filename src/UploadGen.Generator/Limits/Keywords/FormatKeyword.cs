using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Core;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>format</c> of strings, of those that can be checked and aren't types of their own.</summary>
internal sealed class FormatKeyword() : Keyword("format")
{
    /// <summary>A format says what the text is.</summary>
    public override bool IsToldFirst => true;

    public override IEnumerable<string> Read(IOpenApiSchema schema)
        => schema.TypeWithoutNull() == JsonSchemaType.String && StringFormat.IsKnown(schema.Format) ? [schema.Format!] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => left;

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
        => type is ScalarType { Kind: Scalar.String } && limits.Value(Name) is { } format ? [Attribute(new TextArgument(format))] : [];

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => type is ScalarType { Kind: Scalar.String or Scalar.Uri } && limits.Value(Name) is { } format ? [$"Format: {format}."] : [];

    /// <summary>Even where the type isn't said.</summary>
    public override string? BrokenBy(IOpenApiSchema schema, JsonNode value)
        => value.GetValueKind() == JsonValueKind.String && schema.Format is { } format && !StringFormat.IsValid(format, value.GetValue<string>())
            ? format
            : null;

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => type is ScalarType { Kind: Scalar.String } ? Call(new TextArgument(limit)) : null;
}
