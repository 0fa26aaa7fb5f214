using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Binding;

/// <summary>A whole document to the model of its client.</summary>
internal sealed class ApiBinder(BindingContext context, SpecText source)
{
    public ApiModel Bind()
    {
        var settings = source.Settings;
        var clientMembers = new NameScope([settings.ClientName, .. MemberNames.OfEveryType]);
        var schemas = new SchemaBinder(context);
        var security = new SecurityBinder(context, clientMembers);
        var operations = new OperationBinder(context, schemas, security, clientMembers).Bind();
        if (!context.Filter.IsActive)
        {
            BindRemaining(schemas);
        }

        schemas.DeclarePending();

        var types = Types(schemas, operations).ToList();
        var document = new FlowDocument(context, operations, types.ToDictionary(type => type.Name, StringComparer.Ordinal));
        var (flows, roles) = new FlowBinder(document, clientMembers).Bind();
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

    /// <summary>Schemas that no operation mentions are types too, but a form's schema only lists a method's parameters.</summary>
    private void BindRemaining(SchemaBinder schemas)
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
        foreach (var id in ids.Where(id => !forms.Contains(id)))
        {
            schemas.BindComponent(id);
        }
    }

    private static IEnumerable<TypeModel> Types(SchemaBinder schemas, IReadOnlyList<OperationModel> operations)
    {
        var sent = SentTypes.Find(operations, schemas.Declared);
        return schemas.Declared.Values
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => sent.Contains(type.Name) ? Sent(type) : type)
            .Select(type => type is UnionModel union ? ImpliedDiscriminator.Find(union, schemas.Declared) : type);
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
