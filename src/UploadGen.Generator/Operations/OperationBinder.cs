using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Operations;

/// <summary>Operations to methods.</summary>
internal sealed class OperationBinder(BindingContext context, SchemaBinder schemas, SecurityBinder security, NameScope clientMembers)
{
    /// <summary>The ending of the field that holds an operation's answers.</summary>
    private const string Responses = "Responses";

    private static readonly string[] ParameterNames = ["cancellationToken", "progress", "validation"];

    private readonly string _server = ServerBinder.Bind(context.Document.Servers);
    private readonly ParameterBinder _parameters = new(context, schemas);
    private readonly BodyBinder _bodies = new(context, schemas);
    private readonly ResponseBinder _responses = new(context, schemas);
    private readonly CheckFields _checkFields = new();

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
            .SelectMany((source, i) => context.Guard(source.Pointer, $"The operation '{source.Id}'", () => Bind(source, names[i])) ?? [])
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
                var pathPointer = "/paths/" + DocumentPointer.Escape(path.Key);
                var id = OperationNames.Id(operation.Value.OperationId, operation.Key.Method, path.Key);
                yield return new OperationSource(id, operation.Key.Method, path.Key, pathPointer, path.Value!, operation.Value);
            }
        }
    }

    private IReadOnlyList<OperationModel> Bind(OperationSource source, string name)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var operation = source.Operation;
        var parameters = _parameters.Bind(source, name, new NameScope(ParameterNames)).ToList();
        var bodies = Bodies(source, name, parameters);
        var responses = _responses.Bind(operation, new Place(source.Pointer + "/responses", name));
        var body = bodies.Count == 0 ? null : bodies[0].Body;
        var usual = new OperationModel(
            source.Id,
            name,
            name + OperationNames.Suffix,
            clientMembers.Take(name, Responses),
            new OperationKey(source.HttpMethod, source.Path),
            operation.Summary,
            operation.Description,
            operation.Deprecated,
            parameters.ToEquatableArray(),
            body,
            responses.ToEquatableArray(),
            security.Bind(operation),
            ServerBinder.Own(operation, source.PathItem, _server),
            Accept(responses),
            MethodParameters.Order(parameters, body));
        var others = bodies.Skip(1).Select(other => WithBody(usual, name, other.MediaType, other.Body));
        var files = ResponseBinder.Files(operation, responses) is { } asked ? [WithFile(usual, name, asked.MediaType, asked.Responses)] : (OperationModel[])[];
        var streams = _responses.Streams(operation, responses, new Place(source.Pointer + "/responses", name)) is { } streamed
            ? [WithStream(usual, name, streamed)]
            : (OperationModel[])[];
        return [.. others.Prepend(usual).Concat(files).Concat(streams).Select(WithCheckFields)];
    }

    /// <summary>The method for who wants a file where JSON is offered as well, called by its media type.</summary>
    private OperationModel WithFile(OperationModel usual, string name, string mediaType, IReadOnlyList<ResponseModel> responses)
    {
        var own = clientMembers.TakeStem(name + CSharpName.Pascal(MediaTypes.Name(mediaType), "File"), OperationNames.Suffix);
        return usual with
        {
            Id = $"{usual.Id} ({mediaType})",
            Name = own,
            MethodName = own + OperationNames.Suffix,
            ResponsesName = clientMembers.Take(own, Responses),
            Key = usual.Key with { MediaType = mediaType },
            Responses = responses.ToEquatableArray(),
            Accept = Accept(responses),
        };
    }

    /// <summary>The method for who wants items as they come where the whole is offered as well.</summary>
    private OperationModel WithStream(OperationModel usual, string name, IReadOnlyList<ResponseModel> responses)
    {
        var own = clientMembers.TakeStem(name + "Stream", OperationNames.Suffix);
        var mediaType = responses.First(response => response.Items is not null).MediaTypes!;
        return usual with
        {
            Id = $"{usual.Id} ({mediaType})",
            Name = own,
            MethodName = own + OperationNames.Suffix,
            ResponsesName = clientMembers.Take(own, Responses),
            Key = usual.Key with { MediaType = mediaType },
            Responses = responses.ToEquatableArray(),
            Accept = Accept(responses),
        };
    }

    private OperationModel WithCheckFields(OperationModel operation)
    {
        var fields = operation.CheckedValues.SelectMany(value => _checkFields.Add(operation.Name + CSharpName.Pascal(value.Name, "Value"), value.Limits));
        return operation with { CheckFields = fields.ToEquatableArray() };
    }

    /// <summary>The method for a further kind of body, called by its media type.</summary>
    private OperationModel WithBody(OperationModel usual, string name, string mediaType, BodyModel body)
    {
        var own = clientMembers.TakeStem(name + CSharpName.Pascal(MediaTypes.Name(mediaType), "Body"), OperationNames.Suffix);
        return usual with
        {
            Id = $"{usual.Id} ({mediaType})",
            Name = own,
            MethodName = own + OperationNames.Suffix,
            ResponsesName = clientMembers.Take(name + CSharpName.Pascal(MediaTypes.Name(mediaType), "Body"), Responses),
            Key = usual.Key with { MediaType = mediaType },
            Body = body,
            MethodParameters = MethodParameters.Order(usual.Parameters, body),
        };
    }

    private IReadOnlyList<(string MediaType, BodyModel Body)> Bodies(OperationSource source, string name, IReadOnlyList<ParameterModel> parameters)
    {
        var pointer = source.Pointer + "/requestBody";
        if (References.Unresolved(source.Operation.RequestBody) is { } reference)
        {
            context.ReportUnresolved(pointer, reference, "No body");
            return [];
        }

        var place = source.Operation.RequestBody is OpenApiRequestBodyReference { Reference.ReferenceV3: { } shared }
            ? context.Moved.FollowShared(shared, new Place(pointer, name))
            : new Place(pointer, name);
        return source.Operation.RequestBody is { } body && place is { } own
            ? _bodies.Bind(body, own, () => new NameScope([.. ParameterNames, .. parameters.Select(parameter => parameter.Name)]))
            : [];
    }

    /// <summary>The media types to ask for: those of all successes, unless they are what is asked for anyway.</summary>
    private static string? Accept(IEnumerable<ResponseModel> responses)
    {
        var bodies = responses
            .Where(response => response.IsSuccess
                && response.Body is ResponseBody.Json or ResponseBody.Xml or ResponseBody.Text or ResponseBody.Stream or ResponseBody.Items)
            .ToList();
        return bodies.All(response => response.MediaTypes is null)
            ? null
            : string.Join(", ", bodies.Select(response => response.MediaTypes ?? Usual(response.Body)).Distinct());
    }

    private static string Usual(ResponseBody body) => body switch { ResponseBody.Json => "application/json", ResponseBody.Text => "text/plain", _ => "*/*" };
}
