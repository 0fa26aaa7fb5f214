using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>The documented answers of an operation.</summary>
internal sealed class ResponseBinder(BindingContext context, SchemaBinder schemas)
{
    private const string Accepted = "202";

    private static readonly string[] ErrorWords = ["error", "fail", "problem", "exception", "unexpected"];

    public IReadOnlyList<ResponseModel> Bind(OpenApiOperation operation, Place place)
    {
        var documented = operation.Responses ?? [];
        var hasSuccess = documented.Keys.Any(IsSuccess);
        var responses = documented
            .Select(entry => (entry.Key, entry.Value, IsSuccess: IsSuccess(entry.Key) || (!hasSuccess && StandsForSuccess(entry.Key, entry.Value))))
            .Select(entry => Bind(entry.Key, entry.Value, entry.IsSuccess, place))
            .ToList();
        var results = responses.Where(response => response is { IsSuccess: true, Type: not null }).ToList();
        var result = results.FirstOrDefault(response => response.Status != Accepted) ?? results.FirstOrDefault();
        return [.. responses.Select(response => result is null ? response : Fitted(response, result, place)).OfType<ResponseModel>()];
    }

    /// <summary>
    /// The answers for who asks for a file where JSON is offered as well; none where no success has both. They are read as what was asked for.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="responses">Its answers as JSON.</param>
    public static (string MediaType, IReadOnlyList<ResponseModel> Responses)? Files(OpenApiOperation operation, IReadOnlyList<ResponseModel> responses)
    {
        var files = responses
            .Where(response => response is { IsSuccess: true, Body: ResponseBody.Json })
            .Select(response => (Response: response, MediaTypes: FileTypes(operation, response.Status)))
            .Where(file => file.MediaTypes.Count > 0)
            .ToDictionary(
                file => file.Response,
                file => file.Response with { Body = ResponseBody.Stream, Type = new FileType(), MediaTypes = string.Join(", ", file.MediaTypes) });
        return files.Count == 0 ? null
            : (files.First().Value.MediaTypes!.Split(',')[0],
                [.. responses.Where(response => !response.IsSuccess || response.Type is null).Concat(files.Values)]);
    }

    /// <summary>Whether a caller may choose among files of several types: then the <c>Accept</c> that a document describes is theirs to set.</summary>
    public static bool OffersFiles(OpenApiOperation operation)
        => (operation.Responses ?? []).Any(response => IsSuccess(response.Key)
            && response.Value?.Content is { Count: > 1 } content
            && content.All(entry => Kind(entry.Key, entry.Value.Schema) == ResponseBody.Stream));

    private static List<string> FileTypes(OpenApiOperation operation, string status)
        => (operation.Responses ?? [])
            .Where(response => Status(response.Key) == status)
            .SelectMany(response => response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(entry => Kind(entry.Key, entry.Value.Schema) == ResponseBody.Stream && !MediaTypes.IsStreamed(entry.Key) && MediaTypes.IsConcrete(entry.Key))
            .Where(entry => MediaTypes.IsOctets(entry.Key) || entry.Value.Schema?.IsBinary() == true)
            .Select(entry => entry.Key)
            .ToList();

    /// <summary>
    /// A method returns one type. Another success is read as that too, like one the document doesn't tell of, but for 202: that says that there is no
    /// result yet (RFC 9110, section 15.3.3).
    /// </summary>
    private ResponseModel? Fitted(ResponseModel response, ResponseModel result, Place place)
    {
        if (response is not { IsSuccess: true, Type: not null } || (response.Body == result.Body && response.Type == result.Type))
        {
            return response;
        }

        var isAccepted = response.Status == Accepted;
        context.Report(SpecProblem.At(
            DocumentPointer.Append(place.Pointer, response.Status),
            SpecProblemKind.NotSupported,
            $"the answer {response.Status} has a body of another type than {result.Status}",
            isAccepted ? $"A method that returns null for {Accepted}" : $"A method that reads both as {result.Status}"));
        return isAccepted ? response with { Body = ResponseBody.None, Type = null, MediaTypes = null } : null;
    }

    private ResponseModel Bind(string key, IOpenApiResponse? response, bool isSuccess, Place place)
    {
        var status = Status(key);
        var inside = new Place(DocumentPointer.Append(place.Pointer, key), place.Name + (isSuccess ? "Response" : "Error"));
        if (References.Unresolved(response) is { } reference)
        {
            context.ReportUnresolved(inside.Pointer, reference, "An answer without a body");
            return new ResponseModel(status, isSuccess, ResponseBody.None, null, null);
        }

        if (response is OpenApiResponseReference { Reference.ReferenceV3: { } shared } component)
        {
            if (context.Moved.FollowShared(shared, inside) is not { } own)
            {
                return new ResponseModel(status, isSuccess, ResponseBody.None, null, null);
            }

            inside = context.Moved.Include(own.Pointer) ? own : own with { Name = SharedName(own, component.Reference.Id, isSuccess) };
        }

        if (isSuccess && IsRedirect(key))
        {
            return new ResponseModel(status, isSuccess, ResponseBody.Location, new ScalarType(Scalar.Uri), response?.Description);
        }

        if (key is "204" or "205" or "304" || response?.Extensions?.ContainsKey(SwaggerAnswers.EmptyExtension) == true)
        {
            // RFC 9110 gives the first three no content, whatever the document says.
            return new ResponseModel(status, isSuccess, ResponseBody.None, null, response?.Description);
        }

        var content = response?.Content ?? new Dictionary<string, IOpenApiMediaType>();
        var (body, type, mediaTypes) = Body(content, inside);
        return new ResponseModel(status, isSuccess, body, type, response?.Description, mediaTypes)
        {
            MayBeText = isSuccess && body == ResponseBody.Json && type?.AsNonNullable() is ScalarType { Kind: Scalar.String }
                && content.Any(entry => Kind(entry.Key, entry.Value.Schema) == ResponseBody.Text),
        };
    }

    /// <summary>An answer that operations share is none of theirs: what it describes is called as it is, and otherwise than a schema.</summary>
    private string SharedName(Place place, string? component, bool isSuccess)
    {
        var name = CSharpName.Pascal(component ?? place.Name, "Response");
        return context.TypeNames.IsTaken(name) ? name + (isSuccess ? "Response" : "Error") : name;
    }

    private static bool IsSuccess(string key) => key.StartsWith("2", StringComparison.Ordinal);

    private static bool IsDefault(string key) => string.Equals(key, "default", StringComparison.OrdinalIgnoreCase);

    private static bool IsRedirect(string key) => key is "301" or "302" or "303" or "307" or "308";

    /// <summary>Where no success is documented, a redirect is what the operation is for, or <c>default</c> unless it says that it is an error.</summary>
    private static bool StandsForSuccess(string key, IOpenApiResponse? response)
        => IsRedirect(key) || (IsDefault(key) && References.Unresolved(response) is null && !SoundsLikeError(response));

    private static bool SoundsLikeError(IOpenApiResponse? response)
    {
        var schemaNames = (response?.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>())
            .Select(media => (media.Schema?.InPlace() as OpenApiSchemaReference)?.Reference.Id);
        var texts = schemaNames.Append(response?.Description).Append((response as OpenApiResponseReference)?.Reference.Id);
        return texts.OfType<string>().Any(text => ErrorWords.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    /// <summary>OpenAPI writes ranges as <c>4XX</c>; documents write <c>4xx</c> too.</summary>
    private static string Status(string key) => IsDefault(key) ? "default" : key.ToUpperInvariant();

    /// <summary>JSON where it is offered, else the first kind, with all media types of it.</summary>
    private (ResponseBody Body, TypeRef? Type, string? MediaTypes) Body(IDictionary<string, IOpenApiMediaType> content, Place place)
    {
        var kinds = content.Select(entry => (MediaType: entry.Key, entry.Value.Schema, Kind: Kind(entry.Key, entry.Value.Schema))).ToList();
        if (kinds.Count == 0)
        {
            return (ResponseBody.None, null, null);
        }

        var json = kinds.Where(entry => entry.Kind == ResponseBody.Json).OrderBy(entry => entry.MediaType != "application/json").ToList();
        if (json.Count > 0)
        {
            var (mediaType, schema, _) = json[0];
            var type = schemas.Bind(schema, new Place(DocumentPointer.Append(place.Pointer + "/content", mediaType) + "/schema", place.Name));
            return (ResponseBody.Json, type, Asked([mediaType], "application/json"));
        }

        var kind = kinds[0].Kind;
        var all = kinds.Where(entry => entry.Kind == kind).Select(entry => entry.MediaType).ToList();
        return kind == ResponseBody.Text
            ? (kind, new ScalarType(Scalar.String), Asked(all, usual: null))
            : (kind, new FileType(), all.TrueForAll(MediaTypes.IsJson) ? null : Asked(all, "application/octet-stream"));
    }

    private static ResponseBody Kind(string mediaType, IOpenApiSchema? schema)
    {
        if (schema?.IsBinary() == true)
        {
            return ResponseBody.Stream;
        }

        if (MediaTypes.IsJson(mediaType) || (MediaTypes.IsAny(mediaType) && schema?.HasParts() == true))
        {
            return ResponseBody.Json;
        }

        var isString = schema?.TypeWithoutNull() == JsonSchemaType.String;
        var isText = MediaTypes.IsText(mediaType) || (isString && !MediaTypes.IsOctets(mediaType) && !MediaTypes.IsStreamed(mediaType));
        return isText ? ResponseBody.Text : ResponseBody.Stream;
    }

    /// <summary>The types to ask for, or null when they are the usual one or anything.</summary>
    private static string? Asked(IReadOnlyList<string> mediaTypes, string? usual)
        => mediaTypes.Any(type => type == usual || MediaTypes.IsAny(type) || !MediaTypes.IsWellFormed(type)) ? null : string.Join(", ", mediaTypes);
}
