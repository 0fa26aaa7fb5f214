using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>Parameters in path, query, headers and cookies.</summary>
internal sealed class ParameterBinder(BindingContext context, SchemaBinder schemas)
{
    private static readonly Regex Variable = new(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant);

    /// <summary>OpenAPI 3.1.1, section 4.8.12.1 ignores the first three; the rest frame the message and are HTTP's own to set.</summary>
    private static readonly HashSet<string> IgnoredHeaders =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "Accept", "Content-Type", "Authorization", "Content-Length", "Host", "Transfer-Encoding", "Connection", "Expect",
        };

    /// <summary>The parameters of an operation, those of its path first; its own win.</summary>
    /// <param name="source">The operation.</param>
    /// <param name="name">Its name.</param>
    /// <param name="scope">Names of the method's parameters.</param>
    public IEnumerable<ParameterModel> Bind(OperationSource source, string name, NameScope scope)
    {
        var own = Resolved(source.Operation.Parameters, source.Pointer, name);
        var shared = Resolved(source.PathItem.Parameters, source.PathPointer, name)
            .Where(located => !own.Any(other => other.Parameter.Name == located.Parameter.Name && other.Parameter.In == located.Parameter.In));
        var asksForFile = ResponseBinder.OffersFiles(source.Operation);
        var declared = shared.Concat(own).Where(located => IsSent(located.Parameter) || (asksForFile && IsAccept(located.Parameter))).ToList();
        var refused = declared.FindAll(located => located.Parameter is { In: ParameterLocation.QueryString } query && !IsWhole(query, located.Place, declared));
        declared.RemoveAll(refused.Contains);
        return Undeclared(source.Path, declared)
            .Select(parameter => (Parameter: parameter, Place: new Place(source.PathPointer, name)))
            .Concat(declared)
            .Select(located => Bind(located.Parameter, located.Place, scope));
    }

    /// <summary>What stands in the braces of the path and is declared nowhere: a text, as the path can't be called without it.</summary>
    private static IEnumerable<IOpenApiParameter> Undeclared(string path, IReadOnlyList<(IOpenApiParameter Parameter, Place Place)> declared)
        => Variable.Matches(path)
            .Cast<Match>()
            .Select(variable => variable.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !declared.Any(located => located.Parameter.In == ParameterLocation.Path && located.Parameter.Name == name))
            .Select(name => new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });

    private ParameterModel Bind(IOpenApiParameter parameter, Place operation, NameScope scope)
    {
        var content = parameter.Schema is null ? parameter.Content?.Keys.FirstOrDefault() : null;
        var schema = content is null ? parameter.Schema : parameter.Content![content].Schema;
        var holder = content is null ? operation.Pointer : DocumentPointer.Append(operation.Pointer + "/content", content);
        var place = new Place(holder + "/schema", operation.Property(parameter.Name!).Name);
        var type = schemas.Bind(schema, place).InCSharp;
        if (parameter.In == ParameterLocation.QueryString && content is not null && !MediaTypes.IsUrlEncoded(content) && !MediaTypes.IsJson(content))
        {
            // What has neither form is the caller's to write.
            type = type.IsText ? type : new ScalarType(Scalar.String);
        }

        return new ParameterModel(
            parameter.Name!,
            scope.Take(CSharpName.Camel(CSharpName.Pascal(parameter.Name!, "parameter"))),
            In(parameter.In),
            type,
            parameter.Required || parameter.In == ParameterLocation.Path,
            parameter.Description ?? schema?.Description,
            schema is null ? LimitsModel.None : schemas.Limits(schema, place, type, parameter.Name!),
            StyleBinder.Bind(parameter, type))
        {
            UrlEncoding = parameter.In == ParameterLocation.QueryString ? UrlEncoding(parameter, content, type) : null,
        };
    }

    /// <summary>How the whole query is a form; null where it is something else.</summary>
    private UrlEncodingModel? UrlEncoding(IOpenApiParameter parameter, string? content, TypeRef type)
    {
        if (content is null || !MediaTypes.IsUrlEncoded(content))
        {
            return null;
        }

        schemas.DeclarePending();
        return FormBinder.UrlEncoding(parameter.Content![content], type is NamedType named && schemas.Declared.TryGetValue(named.Name, out var declared)
            ? declared as RecordModel
            : null);
    }

    /// <summary>Whether a parameter can be the whole query (OpenAPI 3.2, section 4.12.1).</summary>
    private bool IsWhole(IOpenApiParameter parameter, Place place, List<(IOpenApiParameter Parameter, Place Place)> declared)
    {
        var reason = parameter.Content is null or { Count: 0 } ? "a parameter that is the whole query needs 'content'"
            : declared.Exists(other => other.Parameter != parameter && other.Parameter.In is ParameterLocation.Query or ParameterLocation.QueryString)
                ? "a parameter that is the whole query leaves no place for another one in it"
            : null;
        if (reason is not null)
        {
            context.Report(SpecProblem.At(place.Pointer, SpecProblemKind.NotSupported, reason, "No parameter"));
        }

        return reason is null;
    }

    private static bool IsSent(IOpenApiParameter parameter)
        => parameter.Name is { Length: > 0 } name && !(parameter.In == ParameterLocation.Header && IgnoredHeaders.Contains(name));

    private static bool IsAccept(IOpenApiParameter parameter)
        => parameter.In == ParameterLocation.Header && string.Equals(parameter.Name, "Accept", StringComparison.OrdinalIgnoreCase);

    /// <param name="parameters">A list of parameters.</param>
    /// <param name="pointer">What the list belongs to.</param>
    /// <param name="name">The operation's name.</param>
    private List<(IOpenApiParameter Parameter, Place Place)> Resolved(IList<IOpenApiParameter>? parameters, string pointer, string name)
    {
        var resolved = new List<(IOpenApiParameter, Place)>();
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            if (References.Unresolved(parameters![i]) is { } reference)
            {
                context.ReportUnresolved($"{pointer}/parameters/{i}", reference, "No parameter");
            }
            else
            {
                var place = new Place($"{pointer}/parameters/{i.ToString(CultureInfo.InvariantCulture)}", name);
                var shared = (parameters[i] as OpenApiParameterReference)?.Reference.ReferenceV3;
                if ((shared is null ? place : context.Moved.FollowShared(shared, place)) is { } own)
                {
                    resolved.Add((parameters[i], own));
                }
            }
        }

        return resolved;
    }

    private static ParameterIn In(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => ParameterIn.Path,
        ParameterLocation.Header => ParameterIn.Header,
        ParameterLocation.Cookie => ParameterIn.Cookie,
        ParameterLocation.QueryString => ParameterIn.QueryString,
        _ => ParameterIn.Query,
    };
}
