using Microsoft.OpenApi;
using UploadGen.Generator.Model;
using UploadGen.Generator.Reading;

namespace UploadGen.Generator.Binding;

/// <summary>Operations to methods.</summary>
internal sealed class OperationBinder(BindingContext context, SchemaBinder schemas, SecurityBinder security, NameScope clientMembers)
{
    private readonly BodyBinder _bodies = new(schemas);
    private readonly ResponseBinder _responses = new(context, schemas);

    public IReadOnlyList<OperationModel> Bind()
    {
        var sources = Sources().Where(IsWanted).ToList();
        foreach (var problem in context.Filter.Problems())
        {
            context.Report(problem);
        }

        var names = OperationNames.Assign(sources.Select(source => (source.Id, source.HttpMethod, source.Path)).ToList(), clientMembers);
        var ids = sources.Select((source, i) => (source.Operation.OperationId, source.Pointer, names[i] + OperationNames.Suffix));
        OperationIds.Problems(ids).ToList().ForEach(context.Report);
        return sources
            .Select((source, i) => context.Guard(source.Pointer, $"the operation '{source.Id}'", () => Bind(source, names[i])))
            .OfType<OperationModel>()
            .ToList();
    }

    private bool IsWanted(OperationSource source)
        => context.Filter.Selects(source.Id, (source.Operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name ?? ""), source.Path);

    private IEnumerable<OperationSource> Sources()
    {
        foreach (var path in context.Document.Paths ?? [])
        {
            foreach (var operation in path.Value?.Operations ?? [])
            {
                var pathPointer = "/paths/" + Pointer.Escape(path.Key);
                var id = OperationNames.Id(operation.Value.OperationId, operation.Key.Method, path.Key);
                yield return new OperationSource(id, operation.Key.Method, path.Key, pathPointer, path.Value!, operation.Value);
            }
        }
    }

    private OperationModel Bind(OperationSource source, string name)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var operation = source.Operation;
        var scope = new NameScope("cancellationToken", "progress");
        var parameters = Parameters(source, name, scope).ToEquatableArray();
        var body = Body(source, name, scope);
        return new OperationModel(
            source.Id,
            name + OperationNames.Suffix,
            source.HttpMethod,
            source.Path,
            operation.Summary,
            operation.Description,
            operation.Deprecated,
            parameters,
            body,
            _responses.Bind(operation, new Place(source.Pointer + "/responses", name)).ToEquatableArray(),
            security.Bind(operation));
    }

    private IEnumerable<ParameterModel> Parameters(OperationSource source, string name, NameScope scope)
    {
        var own = Resolved(source.Operation.Parameters, source.Pointer);
        var shared = Resolved(source.PathItem.Parameters, source.PathPointer).Where(parameter => !own.Any(other => other.Name == parameter.Name && other.In == parameter.In));
        foreach (var parameter in shared.Concat(own).Where(parameter => parameter.Name is { Length: > 0 }))
        {
            var place = new Place(source.Pointer + "/parameters", name).Property(parameter.Name!);
            var schema = parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema;
            yield return new ParameterModel(
                parameter.Name!,
                scope.Take(CSharpName.Camel(CSharpName.Pascal(parameter.Name!, "parameter"))),
                In(parameter.In),
                schemas.Bind(schema, place),
                parameter.Required || parameter.In == ParameterLocation.Path,
                parameter.Description ?? schema?.Description,
                schema is null ? LimitsModel.None : (Alternatives.Single(schema)?.Schema ?? schema).Limits());
        }
    }

    private List<IOpenApiParameter> Resolved(IList<IOpenApiParameter>? parameters, string pointer)
    {
        var resolved = new List<IOpenApiParameter>();
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            if (References.Unresolved(parameters![i]) is { } reference)
            {
                context.ReportUnresolved($"{pointer}/parameters/{i}", reference, "No parameter");
            }
            else
            {
                resolved.Add(parameters[i]);
            }
        }

        return resolved;
    }

    private BodyModel? Body(OperationSource source, string name, NameScope scope)
    {
        var pointer = source.Pointer + "/requestBody";
        if (References.Unresolved(source.Operation.RequestBody) is { } reference)
        {
            context.ReportUnresolved(pointer, reference, "No body");
            return null;
        }

        return source.Operation.RequestBody is { } body ? _bodies.Bind(body, new Place(pointer, name), scope) : null;
    }

    private static ParameterIn In(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => ParameterIn.Path,
        ParameterLocation.Header => ParameterIn.Header,
        ParameterLocation.Cookie => ParameterIn.Cookie,
        _ => ParameterIn.Query,
    };

    private sealed record OperationSource(string Id, string HttpMethod, string Path, string PathPointer, IOpenApiPathItem PathItem, OpenApiOperation Operation)
    {
        public string Pointer => PathPointer + "/" + HttpMethod.ToLowerInvariant();
    }
}
