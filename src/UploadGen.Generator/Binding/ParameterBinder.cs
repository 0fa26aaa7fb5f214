using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding;

/// <summary>Parameters in path, query, headers and cookies.</summary>
internal sealed class ParameterBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>OpenAPI 3.1.1, section 4.8.12.1 ignores the first three; the rest frame the message and are HTTP's own to set.</summary>
    private static readonly HashSet<string> IgnoredHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization", "Content-Length", "Host", "Transfer-Encoding", "Connection", "Expect" };

    /// <param name="own">The operation's own parameters, which win.</param>
    /// <param name="shared">Those of its path.</param>
    /// <param name="name">The operation's name.</param>
    /// <param name="scope">Names of the method's parameters.</param>
    public IEnumerable<ParameterModel> Bind(
        (IList<IOpenApiParameter>? List, string Pointer) own, (IList<IOpenApiParameter>? List, string Pointer) shared, string name, NameScope scope)
    {
        var first = Resolved(own.List, own.Pointer);
        var second = Resolved(shared.List, shared.Pointer).Where(parameter => !first.Any(other => other.Name == parameter.Name && other.In == parameter.In));
        return second.Concat(first).Where(IsSent).Select(parameter => Bind(parameter, new Place(own.Pointer + "/parameters", name), scope));
    }

    private ParameterModel Bind(IOpenApiParameter parameter, Place place, NameScope scope)
    {
        var schema = parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema;
        var type = schemas.Bind(schema, place.Property(parameter.Name!));
        return new ParameterModel(
            parameter.Name!,
            scope.Take(CSharpName.Camel(CSharpName.Pascal(parameter.Name!, "parameter"))),
            In(parameter.In),
            type,
            parameter.Required || parameter.In == ParameterLocation.Path,
            parameter.Description ?? schema?.Description,
            schema is null ? LimitsModel.None : (Alternatives.Single(schema)?.Schema ?? schema).Limits(),
            StyleBinder.Of(parameter, type));
    }

    private static bool IsSent(IOpenApiParameter parameter)
        => parameter.Name is { Length: > 0 } name && !(parameter.In == ParameterLocation.Header && IgnoredHeaders.Contains(name));

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

    private static ParameterIn In(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => ParameterIn.Path,
        ParameterLocation.Header => ParameterIn.Header,
        ParameterLocation.Cookie => ParameterIn.Cookie,
        _ => ParameterIn.Query,
    };
}
