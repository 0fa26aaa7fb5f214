using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>
/// Bodies that are made of items: <c>itemSchema</c> says what each is, or <c>schema</c>, which is that of the list of all (OpenAPI 3.2, section 4.14.3). Many
/// documents give the schema of one item there.
/// </summary>
internal sealed class ItemBinder(BindingContext context, SchemaBinder schemas)
{
    private readonly EventBinder _events = new(context, schemas);

    /// <summary>Whether it is said of a body what its items are.</summary>
    public static bool Describes(string mediaType, IOpenApiMediaType? media)
        => MediaTypes.Items(mediaType) is not null
            && (media?.ItemSchema is not null
                || (media?.Schema is { } schema && schema.HasParts() && !schema.IsBinary()));

    /// <summary>Binds the items of a body that is made of such.</summary>
    /// <param name="mediaType">The body's media type.</param>
    /// <param name="media">What the document says of it.</param>
    /// <param name="place">Where that stands, and what the type of an item would be called.</param>
    public (StreamType Type, ItemsModel Items) Bind(string mediaType, IOpenApiMediaType media, Place place)
    {
        var format = MediaTypes.Items(mediaType)!.Value;
        var (schema, inside) = Item(media, place);
        if (format == ItemsKind.Events)
        {
            var (type, events) = _events.Bind(schema, inside);
            return (new StreamType(type), new ItemsModel(format, events == EventFormatModel.Usual ? null : events));
        }

        return (new StreamType(schemas.Bind(schema, inside)), new ItemsModel(format));
    }

    /// <summary>Reports what is said of items where a body has none that go one by one.</summary>
    /// <param name="content">What may be the body.</param>
    /// <param name="place">Where that stands.</param>
    /// <param name="goesOneByOne">Whether the items of a media type go one by one.</param>
    /// <param name="instead">What is generated in place of that.</param>
    public void ReportWhole(
        IEnumerable<KeyValuePair<string, IOpenApiMediaType>>? content, Place place, Func<ItemsKind?, bool> goesOneByOne, string instead)
    {
        foreach (var media in (content ?? []).Where(media => media.Value?.ItemSchema is not null && !goesOneByOne(MediaTypes.Items(media.Key))))
        {
            context.Report(SpecProblem.At(
                DocumentPointer.Append(place.Pointer + "/content", media.Key) + "/itemSchema",
                SpecProblemKind.NotSupported,
                $"the items of a body of the type '{media.Key}' don't go one by one",
                instead));
        }
    }

    private static (IOpenApiSchema Schema, Place Place) Item(IOpenApiMediaType media, Place place)
    {
        if (media.ItemSchema is { } said)
        {
            return (said, place with { Pointer = place.Pointer + "/itemSchema" });
        }

        var all = media.Schema!;
        var own = place with { Pointer = place.Pointer + "/schema" };
        var list = all is OpenApiSchemaReference { Reference.Id: { } id } ? Place.ComponentPointer(id) : own.Pointer;
        return all.Items is { } item && all.TypeWithoutNull() is null or JsonSchemaType.Array ? (item, place with { Pointer = list + "/items" }) : (all, own);
    }
}
