using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Binding;

/// <summary>A whole document to the model of its client.</summary>
internal sealed class ApiBinder(BindingContext context, SpecText source)
{
    private readonly NameScope _clientMembers = new([source.Settings.ClientName, .. MemberNames.OfEveryType]);
    private readonly SchemaBinder _schemas = new(context);

    /// <summary>Gives names as they will be given, and nothing else.</summary>
    public void Rehearse() => BindOperations(new SecurityBinder(context, _clientMembers));

    public ApiModel Bind()
    {
        var settings = source.Settings;
        var security = new SecurityBinder(context, _clientMembers);
        var operations = BindOperations(security);
        IReadOnlyList<TypeModel> types = _schemas.Xml.AddTo(Types(_schemas, operations).ToList(), operations).ToList();
        (operations, types) = new AnswerHeaderBinder(context, Document(operations, types)).Bind(types);
        // What answers bit by bit is no step of an upload, but it may be one itself.
        var steps = operations
            .Where(operation => operation.Result is not StreamType || operation is { Key.MediaType: null, Body.SendsFile: true })
            .ToList();
        var document = Document(steps, types);
        var (flows, roles) = new FlowBinder(document, _clientMembers).Bind();
        return new ApiModel(
            source.Path,
            settings.Namespace,
            settings.ClientName,
            settings.IsPublic,
            context.Document.Info?.Title ?? settings.ClientName,
            context.Document.Info?.Description,
            ServerBinder.Bind(context.Document.Servers),
            security.Schemes.ToEquatableArray(),
            types.ToEquatableArray(),
            operations.ToEquatableArray(),
            flows,
            roles,
            ServerBinder.Variables(context.Document.Servers),
            CheckedTypes.Find(types));
    }

    private FlowDocument Document(IReadOnlyList<OperationModel> operations, IReadOnlyList<TypeModel> types)
        => new(context, operations, types.ToDictionary(type => type.Name, StringComparer.Ordinal)) { Schema = _schemas.Bound };

    private IReadOnlyList<OperationModel> BindOperations(SecurityBinder security)
    {
        var operations = new OperationBinder(context, _schemas, security, _clientMembers).Bind();
        if (!context.Filter.IsActive)
        {
            BindRemaining();
        }

        foreach (var id in StatedResults.Of(Document(operations, [])))
        {
            _schemas.BindStated(id);
        }

        _schemas.DeclarePending();
        return operations;
    }

    /// <summary>
    /// Schemas that no operation mentions are types too, but a form's schema only lists a method's parameters, and one that was moved has its place elsewhere.
    /// </summary>
    private void BindRemaining()
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var bodies = (context.Document.Paths ?? [])
            .SelectMany(path => path.Value?.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .Select(operation => operation.RequestBody);
        var contents = bodies.SelectMany(body => body?.Content ?? new Dictionary<string, IOpenApiMediaType>());
        foreach (var media in contents.Where(entry => MediaTypes.IsMultipart(entry.Key)))
        {
            if (media.Value.Schema is OpenApiSchemaReference { Reference.Id: { } id })
            {
                forms.Add(id);
            }
        }

        var ids = context.Document.Components?.Schemas?.Keys ?? Enumerable.Empty<string>();
        foreach (var id in ids.Where(id => !forms.Contains(id) && !context.Moved.Include(Place.ComponentPointer(id))))
        {
            _schemas.BindComponent(id);
        }
    }

    private static IEnumerable<TypeModel> Types(SchemaBinder schemas, IReadOnlyList<OperationModel> operations)
    {
        var hierarchies = schemas.Hierarchies();
        var types = schemas.Declared.Values.ToDictionary(
            type => type.Name, type => hierarchies.TryGetValue(type.Name, out var record) ? record : type, StringComparer.Ordinal);
        var sent = SentTypes.Find(operations, types);
        var patched = MergePatch.Find(operations, types);
        return types.Values
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => type is RecordModel record && patched.Contains(type.Name) ? MergePatch.Open(record) : type)
            .Select(type => sent.Contains(type.Name) ? Sent(type) : type)
            .Select(type => type is UnionModel union ? UnionKinds.Find(ImpliedDiscriminator.Find(union, types), types) : type);
    }

    /// <summary>What is sent tells null from not set, and need not hold what only the server sets.</summary>
    private static TypeModel Sent(TypeModel type) => type switch
    {
        RecordModel record => Sent(record),
        EnumModel values => values with { IsSent = true },
        _ => type,
    };

    private static RecordModel Sent(RecordModel record)
    {
        var properties = record.Properties.Select(property => property with { IsRequired = property.IsRequired && !property.IsReadOnly });
        return record with { TracksPresence = true, Properties = properties.ToEquatableArray() };
    }
}
