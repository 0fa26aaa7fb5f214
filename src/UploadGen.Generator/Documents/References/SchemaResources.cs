using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>
/// Lets references of schemas lead by pointers of the document where they lead by names: by an <c>$id</c>, by an anchor, and to a whole
/// (JSON Schema 2020-12, section 8.2). What is named nowhere stays as it is: it may be a file.
/// </summary>
internal sealed class SchemaResources
{
    private const string DynamicKeyword = "$dynamicRef";

    /// <summary>Where a document is that doesn't say so. No document's names begin with it.</summary>
    private static readonly Uri Nowhere = new("https://document.invalid/");

    private readonly ICollection<SpecProblem> _problems;
    private readonly Dictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Resource, string Anchor), JsonObject> _anchors = [];
    private readonly Dictionary<string, List<JsonObject>> _dynamicAnchors = new(StringComparer.Ordinal);
    private readonly List<(JsonObject Schema, Uri Base, JsonObject Whole)> _references = [];

    private SchemaResources(ICollection<SpecProblem> problems) => _problems = problems;

    public static void Resolve(JsonObject root, ICollection<SpecProblem> problems)
    {
        var resources = new SchemaResources(problems);
        resources.Collect(root, PartKind.Document, Text(root, "$self") is { } self ? Resolved(Nowhere, self) ?? Nowhere : Nowhere, null);
        resources._references.ForEach(reference => resources.Follow(reference.Schema, reference.Base, reference.Whole));
    }

    /// <summary>Finds the names and the references of a part, and of the parts below it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="place">What references in it are relative to.</param>
    /// <param name="whole">The outermost schema that it stands in, or the innermost with an <c>$id</c>.</param>
    private void Collect(JsonObject part, PartKind kind, Uri place, JsonObject? whole)
    {
        if (kind == PartKind.Schema)
        {
            if (Text(part, "$id") is { } id && Resolved(place, id) is { } own)
            {
                (place, whole) = (own, part);
                Add(_resources, Resource(own), part);
            }

            whole ??= part;
            CollectOwn(part, place, whole);
        }

        foreach (var member in part)
        {
            if (DocumentParts.Find(kind, member.Key) is { } holder && holder.Kind != PartKind.Other)
            {
                holder.In(member.Value).ToList().ForEach(inner => Collect(inner, holder.Kind, place, whole));
            }
        }
    }

    private void CollectOwn(JsonObject schema, Uri place, JsonObject whole)
    {
        if (Text(schema, "$dynamicAnchor") is { } dynamic)
        {
            Add(_anchors, (Resource(place), dynamic), schema);
            Add(_dynamicAnchors, dynamic, []);
            _dynamicAnchors[dynamic].Add(schema);
        }

        if (Text(schema, "$anchor") is { } anchor)
        {
            Add(_anchors, (Resource(place), anchor), schema);
        }

        if (Text(schema, PartReference.Keyword) is not null || Text(schema, DynamicKeyword) is not null)
        {
            _references.Add((schema, place, whole));
        }
    }

    private void Follow(JsonObject schema, Uri place, JsonObject whole)
    {
        // A schema that is nothing but itself says nothing: it is reported as it is written.
        if (Text(schema, PartReference.Keyword) is { } text && Target(text, place, whole) is { } target && target != schema)
        {
            schema[PartReference.Keyword] = "#" + Fragment(target);
        }

        if (Text(schema, DynamicKeyword) is { } dynamic && !schema.ContainsKey(PartReference.Keyword))
        {
            FollowDynamic(schema, dynamic, place, whole);
        }
    }

    /// <summary>Which schema is meant depends on the way to here where several have the anchor; one type can't be all of them.</summary>
    private void FollowDynamic(JsonObject schema, string text, Uri place, JsonObject whole)
    {
        if (Target(text, place, whole) is not { } target)
        {
            return;
        }

        if (Text(target, "$dynamicAnchor") is { } anchor && text.EndsWith("#" + anchor, StringComparison.Ordinal) && _dynamicAnchors[anchor].Count > 1)
        {
            const string reason = "what a $dynamicRef means depends on where it is come from, as several schemas have its $dynamicAnchor";
            _problems.Add(SpecProblem.At(DocumentPointer.Of(schema) + "/" + DynamicKeyword, SpecProblemKind.NotSupported, reason, "Any JSON value"));
            return;
        }

        schema.Remove(DynamicKeyword);
        schema[PartReference.Keyword] = "#" + Fragment(target);
    }

    /// <summary>What a reference leads to by a name; null for one that is a pointer of the document, and for one that leads elsewhere.</summary>
    private JsonObject? Target(string text, Uri place, JsonObject whole)
    {
        if (text.Trim() == "#")
        {
            return whole;
        }

        // Within a resource that has a name, pointers are looked for in the document first: so most documents mean them.
        if (text.StartsWith("#/", StringComparison.Ordinal) || Resolved(place, text) is not { } uri)
        {
            return null;
        }

        var fragment = Uri.UnescapeDataString(uri.Fragment.TrimStart('#'));
        return fragment.Length > 0 && fragment[0] != '/' ? _anchors.TryGetValue((Resource(uri), fragment), out var anchored) ? anchored : null
            : _resources.TryGetValue(Resource(uri), out var resource) ? DocumentPointer.Find(resource, fragment) as JsonObject
            : null;
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, TValue> named, TKey name, TValue value)
        where TKey : notnull
    {
        if (!named.ContainsKey(name))
        {
            named.Add(name, value);
        }
    }

    private static string Resource(Uri uri) => uri.AbsoluteUri.Split('#')[0];

    private static string Fragment(JsonNode node) => string.Join("/", DocumentPointer.Of(node).Split('/').Select(Uri.EscapeDataString));

    /// <summary>A URI relative to another; null for what is none. Those that have no path, as URNs, have nothing relative to them but fragments.</summary>
    private static Uri? Resolved(Uri place, string text)
        => text.StartsWith("#", StringComparison.Ordinal) ? Created(place.AbsoluteUri.Split('#')[0] + text)
            : Uri.TryCreate(place, text, out var uri) ? uri
            : null;

    private static Uri? Created(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;

    private static string? Text(JsonObject part, string keyword)
        => part[keyword] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : null;
}
