using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents.Workflows;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>A document's operations and types as the search for flows asks for them.</summary>
internal sealed class FlowDocument(BindingContext context, IReadOnlyList<OperationModel> operations, IReadOnlyDictionary<string, TypeModel> types)
{
    public IReadOnlyList<OperationModel> Operations { get; } = operations;

    /// <summary>Where the document lies.</summary>
    public string Path => context.Source.Path;

    /// <summary>The descriptions of workflows that name the document.</summary>
    public IReadOnlyList<WorkflowText> Workflows => context.Source.Workflows;

    /// <summary>The parameters that credentials go into.</summary>
    public IEnumerable<(string In, string Name)> Credentials
        => (context.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>()).Values
            .Where(scheme => scheme.Name is not null)
            .Select(scheme => ((scheme.In ?? ParameterLocation.Header).ToString().ToLowerInvariant(), scheme.Name!));

    /// <summary>Whether the document has an operation, be it left out by the project.</summary>
    public bool HasOperation(string operationId)
        => (context.Document.Paths ?? []).Any(path => (path.Value?.Operations ?? []).Values.Any(operation => operation.OperationId == operationId));

    /// <summary>Whether the document has an operation, be it left out by the project.</summary>
    public bool HasOperation(string path, string method)
        => context.Document.Paths?.TryGetValue(path, out var item) == true
            && (item?.Operations ?? []).Keys.Any(candidate => string.Equals(candidate.Method, method, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gives the type of a schema among the document's components; null where there is none, or where nothing is generated of it.</summary>
    public Func<string, TypeRef?> Schema { get; init; } = static _ => null;

    /// <summary>The record that a type is, or null.</summary>
    public RecordModel? Record(TypeRef? type)
        => type?.AsNonNullable() is NamedType { Kind: NamedKind.Record } named ? Declared(named) as RecordModel : null;

    /// <summary>The enum that a type is, or null.</summary>
    public EnumModel? Enum(TypeRef type) => type.AsNonNullable() is NamedType named ? Declared(named) as EnumModel : null;

    /// <summary>The JSON object that an operation answers with; none if the answer may be null, since a flow can't go on from that.</summary>
    public RecordModel? Answer(OperationModel operation) => operation.Result is NullableType ? null : Record(operation.Result);

    /// <summary>The JSON object that an operation sends, if it sends one.</summary>
    public RecordModel? Request(OperationModel operation) => operation.Body is JsonBodyModel body ? Record(body.Type) : null;

    /// <summary>The JSON objects of which an operation sends one, where it leaves a choice.</summary>
    public IEnumerable<RecordModel> RequestForms(OperationModel operation)
        => operation.Body is JsonBodyModel { Type: var type } && type.AsNonNullable() is NamedType named && Declared(named) is UnionModel union
            ? union.Variants.Select(variant => Record(variant.Type)).OfType<RecordModel>()
            : [];

    /// <summary>What the document says of an operation's successful answers.</summary>
    public static string AnswerText(OperationModel operation)
        => string.Join("\n", operation.Responses.Where(response => response.IsSuccess).Select(response => response.Description));

    public OperationModel? ById(string operationId) => Operations.FirstOrDefault(operation => operation.Id == operationId);

    public OperationModel? ByPlace(string path, string method)
        => Operations.FirstOrDefault(operation => operation.Path == path && string.Equals(operation.HttpMethod, method, StringComparison.OrdinalIgnoreCase));

    /// <summary>The document's name of a member or parameter of a request that the file answers.</summary>
    public string WireName(OperationModel create, FoundRole role)
        => role.IsParameter
            ? create.Parameters.First(parameter => parameter.Name == role.Name).WireName
            : Request(create)!.Properties.First(property => property.Name == role.Name).JsonName;

    /// <summary>The operation as the document has it: links and extensions aren't in the model.</summary>
    public OpenApiOperation? Source(OperationModel operation)
        => context.Document.Paths?.TryGetValue(operation.Path, out var path) == true
            ? path?.Operations?.FirstOrDefault(entry => entry.Key.Method == operation.HttpMethod).Value
            : null;

    /// <summary>The headers of an operation's successful answers, and what the document says of them; once for each answer that has one.</summary>
    public IEnumerable<(string Name, string? Description)> AnswerHeaders(OperationModel operation)
        => (Source(operation)?.Responses ?? [])
            .Where(response => response.Key.StartsWith("2", StringComparison.Ordinal))
            .SelectMany(response => response.Value?.Headers ?? new Dictionary<string, IOpenApiHeader>())
            .Select(header => (header.Key, header.Value?.Description));

    public static string PointerOf(OperationModel operation) => operation.Key.Pointer;

    public void ReportFound(OperationModel create, string what)
        => context.Report(SpecProblem.At(PointerOf(create), SpecProblemKind.FlowFound, create.Id, what));

    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="missing">What keeps the flow from being bound, and what to do about it.</param>
    /// <param name="place">Where it is reported, if that isn't the operation.</param>
    public void ReportNotBound(OperationModel create, string missing, StatementPlace? place = null)
    {
        var problem = SpecProblem.At(place?.Pointer ?? PointerOf(create), SpecProblemKind.FlowNotBound, create.Id, missing);
        if (place?.File is { } file)
        {
            context.Report(new FileProblem(file, problem));
        }
        else
        {
            context.Report(problem);
        }
    }

    /// <summary>Does what must not cost the client, if it fails.</summary>
    /// <param name="part">What is lost then, as the beginning of a sentence.</param>
    public void Guard(string part, Action step)
        => context.Guard("", part, () =>
        {
            step();
            return this;
        });

    /// <summary>Reports what is wrong with a description of workflows.</summary>
    public void ReportWorkflow(string file, SpecProblem problem) => context.Report(new FileProblem(file, problem));

    private TypeModel? Declared(NamedType type) => types.TryGetValue(type.Name, out var declared) ? declared : null;
}
