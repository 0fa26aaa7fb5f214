using Microsoft.OpenApi;
using UploadGen.Generator.Model;
using UploadGen.Generator.Reading;

namespace UploadGen.Generator.Binding;

/// <summary>The documented answers of an operation.</summary>
internal sealed class ResponseBinder(BindingContext context, SchemaBinder schemas)
{
    public IEnumerable<ResponseModel> Bind(OpenApiOperation operation, Place place)
    {
        foreach (var entry in operation.Responses ?? [])
        {
            var isSuccess = entry.Key.StartsWith("2", StringComparison.Ordinal);
            var inside = new Place(Pointer.Append(place.Pointer, entry.Key), place.Name + (isSuccess ? "Response" : "Error"));
            if (References.Unresolved(entry.Value) is { } reference)
            {
                context.ReportUnresolved(inside.Pointer, reference, "An answer without a body");
                yield return new ResponseModel(Status(entry.Key), isSuccess, ResponseBody.None, null, null);
                continue;
            }

            var (body, type) = Body(entry.Value, inside);
            yield return new ResponseModel(Status(entry.Key), isSuccess, body, type, entry.Value?.Description);
        }
    }

    /// <summary>OpenAPI writes ranges as <c>4XX</c>; documents write <c>4xx</c> too.</summary>
    private static string Status(string key)
        => string.Equals(key, "default", StringComparison.OrdinalIgnoreCase) ? "default" : key.ToUpperInvariant();

    private (ResponseBody Body, TypeRef? Type) Body(IOpenApiResponse? response, Place place)
    {
        var content = response?.Content ?? new Dictionary<string, IOpenApiMediaType>();
        foreach (var entry in content.Where(entry => MediaTypes.IsJson(entry.Key)))
        {
            return (ResponseBody.Json, schemas.Bind(entry.Value.Schema, new Place(Pointer.Append(place.Pointer + "/content", entry.Key) + "/schema", place.Name)));
        }

        foreach (var entry in content)
        {
            return MediaTypes.IsText(entry.Key) && entry.Value.Schema?.IsBinary() != true
                ? (ResponseBody.Text, new ScalarType(Scalar.String))
                : (ResponseBody.Stream, new FileType());
        }

        return (ResponseBody.None, null);
    }
}
