using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>Request bodies: JSON, XML, a form, text, or the file itself.</summary>
internal sealed class BodyBinder(BindingContext context, SchemaBinder schemas)
{
    private readonly FormBinder _forms = new(context, schemas);
    private readonly ItemBinder _items = new(context, schemas);

    /// <summary>
    /// The bodies an operation takes, by media type: first the one for the operation's method, then those for methods of their own, because they
    /// carry a file that the first doesn't.
    /// </summary>
    /// <param name="body">The request body.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="parameters">Makes a scope in which the names of the other parameters are taken.</param>
    public IReadOnlyList<(string MediaType, BodyModel Body)> Bind(IOpenApiRequestBody body, Place place, Func<NameScope> parameters)
    {
        ReportNameless(body, place);
        _items.ReportWhole(body.Content, place, GoesOneByOne, "A method that takes the whole body");
        var candidates = (body.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Select(entry => new Candidate(entry.Key, entry.Value, Kind(entry.Key, entry.Value)))
            .OrderBy(candidate => candidate.Kind is BodyKind.Json ? 0 : candidate.Kind is BodyKind.Form ? 1 : 2)
            .ThenBy(candidate => candidate.Kind is BodyKind.Json && candidate.MediaType != "application/json")
            .ToList();
        var bound = new List<(string, BodyModel)>();
        foreach (var candidate in candidates)
        {
            if (bound.Count == 0 || (CarriesFile(candidate) && !CarriesFile(candidates[0])))
            {
                bound.Add((candidate.MediaType, Bind(body, candidate, place, parameters())));
            }
            else if (!candidate.SaysTheSameAs(candidates[0]))
            {
                context.Report(SpecProblem.At(
                    DocumentPointer.Append(place.Pointer + "/content", candidate.MediaType),
                    SpecProblemKind.NotSupported,
                    $"the body may be of the type '{candidate.MediaType}' too, with a schema of its own",
                    $"A method that sends '{candidates[0].MediaType}'"));
            }
        }

        return bound;
    }

    private BodyModel Bind(IOpenApiRequestBody body, Candidate candidate, Place place, NameScope parameters)
    {
        var inside = new Place(DocumentPointer.Append(place.Pointer + "/content", candidate.MediaType) + "/schema", place.Name + "Body");
        return candidate.Kind switch
        {
            BodyKind.Json or BodyKind.UrlEncoded => Value(body, candidate, inside, parameters),
            BodyKind.Form => _forms.Bind(body, candidate.Media, inside, parameters) with
            {
                MediaType = IsPositional(candidate.Media) ? candidate.MediaType : null,
            },
            BodyKind.Items => Items(body, candidate, place, parameters),
            BodyKind.Text => (BodyModel?)Xml(body, candidate, inside, parameters)
                ?? new TextBodyModel(parameters.Take("body"), ContentType(candidate.MediaType) ?? "text/plain", body.Required, body.Description),
            _ => new BinaryBodyModel(
                parameters.Take("content"),
                candidate.MediaType,
                candidate.Media.Schema?.MaxLength,
                Places(candidate.Media.Schema, inside),
                body.Required,
                body.Description)
            {
                Octets = Octets(candidate.MediaType, candidate.Media.Schema),
            },
        };
    }

    /// <summary>The members of an object are named parts of a form; other multipart bodies have no names for them (OpenAPI 3.2, section 4.14.5).</summary>
    private void ReportNameless(IOpenApiRequestBody body, Place place)
    {
        foreach (var media in (body.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(media => MediaTypes.IsNameless(media.Key) && media.Value.Schema?.Properties?.Count > 0 && !IsPositional(media.Value)))
        {
            context.Report(SpecProblem.At(
                DocumentPointer.Append(place.Pointer + "/content", media.Key),
                SpecProblemKind.NotSupported,
                $"the parts of a body of the type '{media.Key}' have places and no names",
                "A method that takes the whole body"));
        }
    }

    private static bool GoesOneByOne(ItemsKind? format) => format is not (null or ItemsKind.Events);

    private static bool IsItems(string mediaType, IOpenApiMediaType media)
        => ItemBinder.Describes(mediaType, media) && GoesOneByOne(MediaTypes.Items(mediaType));

    private ItemsBodyModel Items(IOpenApiRequestBody body, Candidate candidate, Place place, NameScope parameters)
    {
        var inside = new Place(DocumentPointer.Append(place.Pointer + "/content", candidate.MediaType), place.Name + "Item");
        var (type, items) = _items.Bind(candidate.MediaType, candidate.Media, inside);
        return new ItemsBodyModel(parameters.Take("items"), type, items.Format, candidate.MediaType, body.Required, body.Description);
    }

    private static OctetsKind Octets(string mediaType, IOpenApiSchema? schema)
    {
        var saysFile = schema is not null
            && (schema.IsBinary() || schema.IsBase64() || schema.Format is "binary" or "file"
                || (MediaTypes.IsOctets(mediaType) && schema.Properties?.Values.Any(member => member.IsBinary()) == true));
        return MediaTypes.IsSerialized(mediaType) ? OctetsKind.Value
            : saysFile || MediaTypes.IsFile(mediaType) ? OctetsKind.File
            : schema?.HasParts() == true ? OctetsKind.Value
            : MediaTypes.IsConcrete(mediaType) && !MediaTypes.IsOctets(mediaType) ? OctetsKind.File
            : OctetsKind.Unsaid;
    }

    /// <summary>The media type of a body is the name of what its schema stands in.</summary>
    private FilePlaces Places(IOpenApiSchema? schema, Place place)
        => new(
            schemas.Places.Fragment((schema?.Limits(place).PointerOf("maxLength") ?? place.Pointer) + "/maxLength"),
            schemas.Places.Fragment(place.Pointer.Substring(0, place.Pointer.Length - "/schema".Length)));

    /// <summary>XML as a value of its type; null where the value has no form in XML.</summary>
    private JsonBodyModel? Xml(IOpenApiRequestBody body, Candidate candidate, Place place, NameScope parameters)
    {
        if (!MediaTypes.IsXml(candidate.MediaType) || candidate.Media.Schema is not { } schema)
        {
            return null;
        }

        var type = schemas.Bind(schema, place);
        schemas.DeclarePending();
        return schemas.Xml.Root(schema, type, isSent: true) is { } root
            ? Value(body, candidate, place, parameters) with { Xml = root }
            : null;
    }

    private JsonBodyModel Value(IOpenApiRequestBody body, Candidate candidate, Place place, NameScope parameters)
    {
        var schema = candidate.Media.Schema;
        var type = schemas.Bind(schema, place);
        schemas.DeclarePending();
        var record = type is NamedType { Kind: NamedKind.Record } named && schemas.Declared.TryGetValue(named.Name, out var declared)
            ? declared as RecordModel
            : null;
        var canBeEmpty = record is not null && !record.Properties.Any(property => property is { IsRequired: true, IsReadOnly: false });
        return new JsonBodyModel(
            parameters.Take("body"),
            type,
            body.Required && !canBeEmpty,
            SendsEmptyObject: body.Required && canBeEmpty,
            body.Description ?? schema?.Description,
            candidate.MediaType is "application/json" or "application/xml" || candidate.Kind == BodyKind.UrlEncoded ? null : ContentType(candidate.MediaType),
            candidate.Kind == BodyKind.UrlEncoded ? FormBinder.UrlEncoding(candidate.Media, record) : null)
        {
            Limits = schema is null ? LimitsModel.None : schemas.Limits(schema, place, type),
        };
    }

    /// <summary>The media type as it is sent: a range such as <c>application/*+json</c> can't be.</summary>
    private static string? ContentType(string mediaType) => MediaTypes.IsConcrete(mediaType) ? mediaType : null;

    private static BodyKind Kind(string mediaType, IOpenApiMediaType media)
        => IsItems(mediaType, media) ? BodyKind.Items : IsPositional(media) ? BodyKind.Form : Kind(mediaType, media.Schema);

    /// <summary>Whether the parts have places and no names.</summary>
    private static bool IsPositional(IOpenApiMediaType media) => media.Extensions?.ContainsKey(PositionalPartsRepair.Extension) == true;

    private static BodyKind Kind(string mediaType, IOpenApiSchema? schema)
    {
        if (MediaTypes.IsJson(mediaType) || (schema is not null && HoldsArguments(mediaType, schema)))
        {
            return BodyKind.Json;
        }

        if (MediaTypes.IsMultipart(mediaType) || MediaTypes.IsUrlEncoded(mediaType))
        {
            return MediaTypes.IsMultipart(mediaType) ? BodyKind.Form : BodyKind.UrlEncoded;
        }

        var isText = MediaTypes.IsText(mediaType) || MediaTypes.IsJsonLines(mediaType)
            || (schema?.TypeWithoutNull() == JsonSchemaType.String && !MediaTypes.IsOctets(mediaType))
            || (schema?.IsBase64() == true && mediaType != "application/octet-stream");
        return isText && schema?.IsBinary() != true ? BodyKind.Text : BodyKind.Binary;
    }

    /// <summary>An object under <c>application/octet-stream</c> isn't a file's bytes, unless a member of it is a file.</summary>
    private static bool HoldsArguments(string mediaType, IOpenApiSchema schema)
        => schema.HasParts()
            && (MediaTypes.IsAny(mediaType)
                || (MediaTypes.IsOctets(mediaType) && schema.Properties is { Count: > 0 } members && !members.Values.Any(member => member.IsBinary())));

    private bool CarriesFile(Candidate candidate)
        => candidate.Kind == BodyKind.Binary || (candidate.Kind == BodyKind.Form && _forms.HasFile(candidate.Media));

    private enum BodyKind
    {
        Json,
        Form,
        UrlEncoded,
        Items,
        Text,
        Binary,
    }

    private sealed record Candidate(string MediaType, IOpenApiMediaType Media, BodyKind Kind)
    {
        /// <summary>Another way to write the same value loses nobody anything.</summary>
        public bool SaysTheSameAs(Candidate other)
            => (Kind == other.Kind && Kind is BodyKind.Text or BodyKind.Binary) || Media.Schema.IsSameAs(other.Media.Schema);
    }
}
