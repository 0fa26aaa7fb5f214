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

    /// <summary>The ending of the name of a type that an answer's body is.</summary>
    private const string Ending = "Response";

    private static readonly string[] ErrorWords = ["error", "fail", "problem", "exception", "unexpected"];

    private readonly ItemBinder _items = new(context, schemas);

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
                file => file.Response with { Body = ResponseBody.Stream, Type = new FileType(), MediaTypes = string.Join(", ", file.MediaTypes), Xml = null });
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
        if (response is not { IsSuccess: true, Type: not null }
            || (response.Body == result.Body && response.Type == result.Type && response.Items == result.Items))
        {
            return response;
        }

        var isAccepted = response.Status == Accepted;
        context.Report(SpecProblem.At(
            DocumentPointer.Append(place.Pointer, response.Status),
            SpecProblemKind.NotSupported,
            $"the answer {response.Status} has a body of another type than {result.Status}",
            isAccepted ? $"A method that returns null for {Accepted}" : $"A method that reads both as {result.Status}"));
        return isAccepted ? response with { Body = ResponseBody.None, Type = null, MediaTypes = null, Xml = null } : null;
    }

    private ResponseModel Bind(string key, IOpenApiResponse? response, bool isSuccess, Place place)
    {
        var status = Status(key);
        var inside = new Place(DocumentPointer.Append(place.Pointer, key), place.Name + (isSuccess ? Ending : "Error"));
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
        if (isSuccess && MainItems(content) is { } media)
        {
            return ItemResponse(status, response?.Description, media, inside);
        }

        _items.ReportWhole(content, inside, static format => format is not null, "A method that returns the whole answer");
        var (body, type, mediaTypes, xml) = Body(content, inside);
        return new ResponseModel(status, isSuccess, body, type, response?.Description, mediaTypes)
        {
            Xml = xml,
            MayBeText = isSuccess && body == ResponseBody.Json && type?.AsNonNullable() is ScalarType { Kind: Scalar.String }
                && content.Any(entry => Kind(entry.Key, entry.Value.Schema) == ResponseBody.Text),
        };
    }

    /// <summary>
    /// The answers for who asks for items as they come, where an operation answers otherwise as well; none where no success has both. They are read as what
    /// was asked for.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="responses">Its usual answers.</param>
    /// <param name="place">Where the answers stand.</param>
    public IReadOnlyList<ResponseModel>? Streams(OpenApiOperation operation, IReadOnlyList<ResponseModel> responses, Place place)
    {
        var streams = new List<ResponseModel>();
        foreach (var response in responses.Where(response => response is { IsSuccess: true, Type: not null, Items: null }))
        {
            var documented = (operation.Responses ?? []).First(entry => Status(entry.Key) == response.Status);
            var own = new Place(DocumentPointer.Append(place.Pointer, documented.Key), place.Name + Ending);
            var inside = documented.Value is OpenApiResponseReference { Reference.ReferenceV3: { } shared } ? context.Moved.FollowShared(shared, own) : own;
            var content = documented.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>();
            var media = content.FirstOrDefault(entry => ItemBinder.Describes(entry.Key, entry.Value));
            if (media.Key is not null && inside is { } found)
            {
                streams.Add(ItemResponse(response.Status, response.Description, media, found));
            }
        }

        return streams.Count == 0 ? null
            : [.. responses.Where(response => !response.IsSuccess || response.Type is null), .. streams.Where(stream => stream.Type == streams[0].Type)];
    }

    /// <summary>The items that are the answer: where it can be something else as well, that is what the usual method asks for.</summary>
    private static KeyValuePair<string, IOpenApiMediaType>? MainItems(IDictionary<string, IOpenApiMediaType> content)
        => content.Count > 0 && content.First() is var first && ItemBinder.Describes(first.Key, first.Value)
            && content.All(entry => Kind(entry.Key, entry.Value.Schema) != ResponseBody.Json)
            ? first
            : null;

    private ResponseModel ItemResponse(string status, string? description, KeyValuePair<string, IOpenApiMediaType> media, Place place)
    {
        var name = place.Name.Substring(0, place.Name.Length - Ending.Length) + (MediaTypes.Items(media.Key) == ItemsKind.Events ? "Event" : "Item");
        var (type, items) = _items.Bind(media.Key, media.Value, new Place(DocumentPointer.Append(place.Pointer + "/content", media.Key), name));
        return new ResponseModel(status, IsSuccess: true, ResponseBody.Items, type, description, Asked([media.Key], usual: null)) { Items = items };
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
    private (ResponseBody Body, TypeRef? Type, string? MediaTypes, XmlNodeModel? Xml) Body(IDictionary<string, IOpenApiMediaType> content, Place place)
    {
        var kinds = content.Select(entry => (MediaType: entry.Key, entry.Value.Schema, Kind: Kind(entry.Key, entry.Value.Schema))).ToList();
        if (kinds.Count == 0)
        {
            return (ResponseBody.None, null, null, null);
        }

        var json = kinds.Where(entry => entry.Kind == ResponseBody.Json).OrderBy(entry => entry.MediaType != "application/json").ToList();
        if (json.Count > 0)
        {
            var (mediaType, schema, _) = json[0];
            var type = schemas.Bind(schema, Inside(place, mediaType));
            var isXmlToo = content.Any(entry => MediaTypes.IsXml(entry.Key) && schema?.IsSameAs(entry.Value.Schema) == true);
            return (ResponseBody.Json, type, Asked([mediaType], "application/json"), isXmlToo ? Root(schema!, type) : null);
        }

        var kind = kinds[0].Kind;
        var all = kinds.Where(entry => entry.Kind == kind).Select(entry => entry.MediaType).ToList();
        if (kind != ResponseBody.Text)
        {
            return (kind, new FileType(), all.TrueForAll(MediaTypes.IsJson) ? null : Asked(all, "application/octet-stream"), null);
        }

        var isXml = all.TrueForAll(MediaTypes.IsXml) && kinds[0].Schema is { } first && kinds.All(entry => entry.Kind != kind || first.IsSameAs(entry.Schema));
        return isXml && Xml(kinds[0].Schema!, Inside(place, all[0])) is { } value
            ? (ResponseBody.Xml, value.Type, Asked(all, usual: null), value.Root)
            : (kind, new ScalarType(Scalar.String), Asked(all, usual: null), null);
    }

    private static Place Inside(Place place, string mediaType)
        => new(DocumentPointer.Append(place.Pointer + "/content", mediaType) + "/schema", place.Name);

    /// <summary>XML as a value of its type; null where the value has no form in XML.</summary>
    private (TypeRef Type, XmlNodeModel Root)? Xml(IOpenApiSchema schema, Place place)
    {
        var type = schemas.Bind(schema, place);
        return Root(schema, type) is { } root ? (type, root) : null;
    }

    private XmlNodeModel? Root(IOpenApiSchema schema, TypeRef type)
    {
        schemas.DeclarePending();
        return schemas.Xml.Root(schema, type, isSent: false);
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
