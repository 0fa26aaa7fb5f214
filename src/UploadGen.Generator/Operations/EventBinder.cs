using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>
/// Server-sent events. Their schema is that of an object with <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c> (OpenAPI 3.2, section 4.14.4); what has other
/// members is no event, but what its data is.
/// </summary>
internal sealed class EventBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>Says of an event that nothing follows it.</summary>
    private const string TerminalExtension = "x-ms-sse-terminal-event";

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "event", "data", "id", "retry" };

    /// <summary>
    /// The members of .NET's own type for an event, of which ASP.NET Core 10 gives the schema. On the wire, they have their usual names.
    /// </summary>
    private static readonly HashSet<string> DescribedFields = new(StringComparer.Ordinal) { "data", "eventType", "eventId", "reconnectionInterval" };

    /// <summary>Schemas made of those of the document, one for each.</summary>
    private readonly Dictionary<IOpenApiSchema, (IOpenApiSchema Schema, EventFormatModel Format)> _made = [];

    public (TypeRef Type, EventFormatModel Format) Bind(IOpenApiSchema schema, Place place)
    {
        var target = (schema as OpenApiSchemaReference)?.TargetOrNull() ?? schema;
        if (!_made.TryGetValue(target, out var made))
        {
            var members = schemas.Members(schema, place).Properties.ConvertAll(member => member.JsonName);
            _made[target] = made = IsEvent(members) ? Events(schema, target, place)
                : DescribedFields.SetEquals(members) ? Described(schema, place)
                : Data(schema, target);
        }

        return (schemas.Bind(made.Schema, place), made.Format);
    }

    private static bool IsEvent(List<string> members) => members.TrueForAll(Fields.Contains) && (members.Contains("data") || members.Contains("event"));

    private (IOpenApiSchema, EventFormatModel) Described(IOpenApiSchema schema, Place place)
    {
        var data = schemas.Members(schema, place).Properties.Find(member => member.JsonName == "data")?.Schema ?? new OpenApiSchema();
        var made = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = schema.Description,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["event"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["data"] = data,
                ["id"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["retry"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            },
            Required = new HashSet<string> { "event", "data" },
        };
        return (made, EventFormatModel.Usual with { IsText = IsText(data) });
    }

    /// <summary>The schema of what stands in the data of each event.</summary>
    private static (IOpenApiSchema, EventFormatModel) Data(IOpenApiSchema schema, IOpenApiSchema target)
    {
        var content = Content(schema);
        if (content != schema)
        {
            return (content, EventFormatModel.Usual with { IsData = true });
        }

        // Texts beside objects: what such an event says isn't JSON.
        var texts = target.HasOwnShape() ? [] : Alternatives.Read(target).Where(one => one.Schema.Constant() is not null).Select(one => one.Schema).ToList();
        var ends = texts.Where(IsTerminal).ToList();
        var items = ends.Count == 0 ? schema : OneOf(target, [.. Alternatives.Read(target).Select(one => one.Schema).Except(ends)]);
        var format = EventFormatModel.Usual with
        {
            IsData = true,
            IsText = IsText(items),
            Texts = texts.Except(ends).Select(text => text.Constant()!).ToEquatableArray(),
            Ends = ends.Select(text => text.Constant()!).ToEquatableArray(),
        };
        return (items, format);
    }

    private (IOpenApiSchema, EventFormatModel) Events(IOpenApiSchema schema, IOpenApiSchema target, Place place)
    {
        var variants = Alternatives.Read(target);
        if (variants.Count == 0)
        {
            var whole = new EventVariant(schemas.Members(schema, place), schema);
            return (whole.HasContent ? whole.Schema() : schema, EventFormatModel.Usual with { IsText = whole.IsText });
        }

        var common = new EventVariant(schemas.Members(Common(target), place), target);
        var events = variants
            .Select(variant => new EventVariant(schemas.Members(variant.Schema, place.Variant(variant.Keyword, variant.Index, "")), variant.Schema, common))
            .ToList();
        var items = events.Where(one => !one.IsEnd).ToList();
        return (OneOf(target, [.. items.Select(one => one.Schema())]), Format(events, items, place));
    }

    private EventFormatModel Format(List<EventVariant> events, List<EventVariant> items, Place place)
    {
        var unnamed = items.Where(one => one.Name is null && one.Text is null).ToList();
        if (unnamed.Exists(one => one.IsText) && unnamed.Exists(one => !one.IsText))
        {
            context.Report(SpecProblem.At(
                place.Pointer,
                SpecProblemKind.NotSupported,
                "which events have data that is JSON, and which have text, isn't told by their names",
                "Data that is text"));
        }

        // An event that the document doesn't tell of may hold anything, and text loses nothing.
        var isText = unnamed.Count == 0 || unnamed.Exists(one => one.IsText);
        return EventFormatModel.Usual with
        {
            IsText = isText,
            Others = items.Where(one => one.Name is not null && one.IsText != isText).Select(one => one.Name!).Distinct().ToEquatableArray(),
            Texts = isText ? [] : items.Where(one => one is { Name: null, Text: not null }).Select(one => one.Text!).ToEquatableArray(),
            Ends = events.Where(one => one.IsEnd).Select(one => one.Text!).ToEquatableArray(),
            Last = items.Where(one => one is { IsTerminal: true, Name: not null }).Select(one => one.Name!).ToEquatableArray(),
        };
    }

    /// <summary>What an object says beside its alternatives.</summary>
    private static OpenApiSchema Common(IOpenApiSchema schema)
        => new() { Type = JsonSchemaType.Object, Properties = schema.Properties, Required = schema.Required, AllOf = schema.AllOf };

    private static IOpenApiSchema OneOf(IOpenApiSchema schema, IList<IOpenApiSchema> alternatives)
        => alternatives.Count == 1 ? alternatives[0]
            : new OpenApiSchema
            {
                Title = schema.Title,
                Description = schema.Description,
                OneOf = alternatives,
                Discriminator = schema.Discriminator,
            };

    /// <summary>What is written into a text as JSON, or the schema itself.</summary>
    private static IOpenApiSchema Content(IOpenApiSchema schema)
        => schema is OpenApiSchema { ContentMediaType: { } type, Const: null } text && MediaTypes.IsJson(type)
            ? text.ContentSchema ?? new OpenApiSchema()
            : schema;

    private static bool IsText(IOpenApiSchema schema)
        => schema.TypeWithoutNull() is { } type ? type == JsonSchemaType.String : !schema.HasParts();

    private static bool IsTerminal(IOpenApiSchema schema)
        => ((schema as OpenApiSchemaReference)?.TargetOrNull() ?? schema).Extensions?.ContainsKey(TerminalExtension) == true;

    /// <summary>One kind of event.</summary>
    private sealed class EventVariant
    {
        private readonly IOpenApiSchema _source;
        private readonly Dictionary<string, IOpenApiSchema> _members = new(StringComparer.Ordinal);
        private readonly HashSet<string> _required = new(StringComparer.Ordinal);

        public EventVariant(ObjectMembers members, IOpenApiSchema source, EventVariant? common = null)
        {
            _source = source;
            _required.UnionWith(common?._required ?? []);
            _required.UnionWith(members.Required.Keys);
            foreach (var member in common?._members ?? [])
            {
                _members[member.Key] = member.Value;
            }

            members.Properties.ForEach(member => _members[member.JsonName] = member.Schema);

            var data = _members.TryGetValue("data", out var said) ? said : null;
            Text = data is null ? null : Constant(data);
            Name = _members.TryGetValue("event", out var name) ? Constant(name) : null;
            IsTerminal = EventBinder.IsTerminal(source) || (data is not null && EventBinder.IsTerminal(data));
            HasContent = data is not null && Content(data) != data;
            IsText = !HasContent && (data is null || EventBinder.IsText(data));
        }

        /// <summary>Its name; null where the document doesn't give one.</summary>
        public string? Name { get; }

        /// <summary>The only text that its data is.</summary>
        public string? Text { get; }

        public bool IsText { get; }

        public bool IsTerminal { get; }

        /// <summary>Whether it only says that nothing follows.</summary>
        public bool IsEnd => IsTerminal && Text is not null;

        /// <summary>Whether its data is JSON in a text.</summary>
        public bool HasContent { get; }

        /// <summary>The schema of the object that it is read as.</summary>
        public OpenApiSchema Schema()
        {
            var members = _members.ToDictionary(member => member.Key, member => member.Key == "data" ? Content(member.Value) : member.Value);
            if (Name is not null)
            {
                members["event"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = Name, Description = _members["event"].Description };
                _required.Add("event");
            }

            return new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Title = _source.Title ?? (Name is null ? null : CSharpName.Pascal(Name, "Event")),
                Description = _source.Description,
                Properties = members,
                Required = _required,
            };
        }

        private static string? Constant(IOpenApiSchema schema)
            => schema.Constant() ?? (schema is OpenApiSchema { Type: null, Const: { } text } ? text : null);
    }
}
