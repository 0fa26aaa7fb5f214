using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Makes headers of answers that uploads go on with, and all of the answers to HEAD, properties of what the operations' methods return: of the record that the
/// body is, or of one that has nothing else, where there is no body.
/// </summary>
/// <param name="context">Knows the names of types.</param>
/// <param name="document">The document.</param>
internal sealed class AnswerHeaderBinder(BindingContext context, FlowDocument document)
{
    private readonly StatedHeaders _stated = new(document);
    private readonly Dictionary<string, RecordModel> _records = new(StringComparer.Ordinal);

    /// <summary>The operations and types, with those that got headers in place of what they were.</summary>
    public (IReadOnlyList<OperationModel> Operations, IReadOnlyList<TypeModel> Types) Bind(IReadOnlyList<TypeModel> types)
    {
        var operations = document.Operations.Select(Bind).ToList();
        var known = new HashSet<string>(types.Select(type => type.Name), StringComparer.Ordinal);
        var changed = types.Select(type => _records.TryGetValue(type.Name, out var record) ? record : type);
        var made = _records.Values.Where(record => !known.Contains(record.Name));
        return (operations, changed.Concat(made).OrderBy(type => type.Name, StringComparer.Ordinal).ToList());
    }

    private OperationModel Bind(OperationModel operation)
    {
        var names = (IsOnlyHead(operation) ? document.AnswerHeaders(operation).Select(header => header.Name) : [])
            .Concat(UploadHeaders.Find(document, new CreateFacts(operation, document.Request(operation))))
            .Concat(_stated.Of(operation))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var hasNoBody = operation.Result is null && operation.Responses.Any(response => response is { IsSuccess: true, Body: ResponseBody.None });
        if (names.Count == 0 || (document.Answer(operation) is null && !hasNoBody))
        {
            return operation;
        }

        var answer = hasNoBody ? Made(operation) : document.Answer(operation)!;
        var (record, headers) = Add(operation, _records.TryGetValue(answer.Name, out var known) ? known : answer, names);
        _records[record.Name] = record;
        return (hasNoBody ? WithBody(operation, record) : operation) with { AnswerHeaders = headers.ToEquatableArray() };
    }

    /// <summary>Whether headers are all that the answer can have.</summary>
    private static bool IsOnlyHead(OperationModel operation) => operation.HttpMethod == "HEAD";

    private RecordModel Made(OperationModel operation)
        => new(
            context.TypeNames.Take(EngineNames.Avoid(CSharpName.Bounded(operation.Name + "Response"))),
            operation.Responses.First(response => response.IsSuccess).Description,
            IsDeprecated: false,
            EquatableArray<PropertyModel>.Empty,
            AdditionalProperties: null,
            TracksPresence: false,
            LimitsModel.None);

    private static OperationModel WithBody(OperationModel operation, RecordModel record)
        => operation with
        {
            Responses = operation.Responses
                .Select(response => response.IsSuccess
                    ? response with { Body = ResponseBody.Headers, Type = new NamedType(record.Name, NamedKind.Record) }
                    : response)
                .ToEquatableArray(),
        };

    private (RecordModel Record, List<AnswerHeaderModel> Headers) Add(OperationModel operation, RecordModel record, IReadOnlyList<string> names)
    {
        var properties = record.Properties.ToList();
        var headers = new List<AnswerHeaderModel>();
        foreach (var name in names)
        {
            var property = properties.Find(known => known.IsHeader && string.Equals(known.JsonName, name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                property = Property(operation, record, properties, name);
                properties.Add(property);
            }

            headers.Add(new AnswerHeaderModel(name, property.Name, property.IsUrl));
        }

        return (record with { Properties = properties.ToEquatableArray() }, headers);
    }

    private PropertyModel Property(OperationModel operation, RecordModel record, List<PropertyModel> others, string header)
    {
        var scope = new NameScope(
        [
            record.Name, .. MemberNames.OfEveryType, .. MemberNames.OfRecords, .. others.Select(other => other.Name),
            .. record.AdditionalProperties is { } additional ? new[] { additional.Name } : [],
        ]);
        var name = CSharpName.Pascal(header, "Header");
        name = scope.IsTaken(name) ? scope.Take(name + "Header") : scope.Take(name);
        var description = document.AnswerHeaders(operation)
            .Where(known => string.Equals(known.Name, header, StringComparison.OrdinalIgnoreCase))
            .Select(known => known.Description)
            .FirstOrDefault();
        return new PropertyModel(
            header,
            name,
            CSharpName.Camel(name),
            new ScalarType(Scalar.String),
            IsRequired: false,
            description,
            IsDeprecated: false,
            LimitsModel.None,
            IsSecret: !IsOnlyHead(operation) && !UploadHeaders.IsUrl(header),
            IsUrl: UploadHeaders.IsUrl(header),
            IsHeader: true);
    }
}
