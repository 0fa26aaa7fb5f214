using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Lists what an operation must be told in a text, so that it may be a digest of the file, with the document's examples of it.</summary>
internal sealed class DigestTakers(FlowDocument document)
{
    /// <summary>Parts of schemas that refer to themselves end somewhere.</summary>
    private const int MaxDepth = 8;

    public IEnumerable<DigestTaker> Required(OperationModel operation)
    {
        var source = document.Source(operation);
        var parameters = operation.Parameters
            .Where(parameter => parameter.IsRequired && parameter.In is ParameterIn.Query or ParameterIn.Header)
            .Select(parameter => new DigestTaker(
                parameter.Name, parameter.WireName, IsParameter: true, parameter.Type, parameter.Description, parameter.Limits, Examples(source, parameter),
                IsHeader: parameter.In == ParameterIn.Header, IsBesideFile: operation.Body is BinaryBodyModel));
        return parameters.Concat(Members(operation, source)).Where(taker => taker.Type.AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Bytes });
    }

    private IEnumerable<DigestTaker> Members(OperationModel operation, OpenApiOperation? source)
        => operation.Body is FormBodyModel form
            ? form.Fields
                .Where(field => field is { IsRequired: true, IsFile: false })
                .Select(field => Member(field.Name, field.WireName, field.Type, field.Description, field.Limits, source))
            : (document.Request(operation)?.Properties ?? [])
                .Where(property => property is { MustBeSet: true, IsReadOnly: false })
                .Select(property => Member(property.Name, property.JsonName, property.Type, property.Description, property.Limits, source));

    private static DigestTaker Member(string name, string wireName, TypeRef type, string? description, LimitsModel limits, OpenApiOperation? source)
        => new(name, wireName, IsParameter: false, type, description, limits, Examples(source, wireName), IsHeader: false, IsBesideFile: false);

    private static List<string> Examples(OpenApiOperation? source, ParameterModel parameter)
        => (source?.Parameters ?? [])
            .Where(candidate => candidate.Name == parameter.WireName)
            .SelectMany(candidate => Nodes(candidate.Example, candidate.Examples).Concat(Nodes(candidate.Schema)))
            .SelectMany(Texts)
            .ToList();

    private static List<string> Examples(OpenApiOperation? source, string member)
        => (source?.RequestBody?.Content?.Values ?? [])
            .SelectMany(content => Wholes(content).Select(whole => whole[member]).Concat(Members(content.Schema, member, depth: 0).SelectMany(Nodes)))
            .SelectMany(Texts)
            .ToList();

    /// <summary>The examples of a whole body.</summary>
    private static IEnumerable<JsonObject> Wholes(IOpenApiMediaType content)
        => Nodes(content.Example, content.Examples).Concat(Nodes(content.Schema)).OfType<JsonObject>();

    private static IEnumerable<IOpenApiSchema> Members(IOpenApiSchema? schema, string name, int depth)
    {
        if (schema is null || depth > MaxDepth)
        {
            return [];
        }

        IEnumerable<IOpenApiSchema> own = schema.Properties?.TryGetValue(name, out var found) == true && found is not null ? [found] : [];
        return own.Concat((schema.AllOf ?? []).SelectMany(part => Members(part, name, depth + 1)));
    }

#pragma warning disable CS0618 // OpenAPI 3.0 has one example, and that is where the reader puts it.
    private static IEnumerable<JsonNode?> Nodes(IOpenApiSchema? schema) => schema is null ? [] : [schema.Example, .. schema.Examples ?? []];
#pragma warning restore CS0618

    private static IEnumerable<JsonNode?> Nodes(JsonNode? example, IEnumerable<KeyValuePair<string, IOpenApiExample>>? examples)
        => (examples ?? []).Select(named => named.Value?.Value).Prepend(example);

    private static IEnumerable<string> Texts(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? [value.GetValue<string>().Trim()] : [];
}
