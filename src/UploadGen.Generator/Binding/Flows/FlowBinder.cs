using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>Finds the upload flows among a document's operations.</summary>
internal sealed class FlowBinder(IReadOnlyList<OperationModel> operations, IReadOnlyDictionary<string, TypeModel> types, NameScope clientMembers)
{
    public IReadOnlyList<FlowModel> Bind() => operations.Select(Bind).OfType<FlowModel>().ToList();

    private FlowModel? Bind(OperationModel create)
    {
        if (create.Result is NullableType || Record(create.Result) is not { } session)
        {
            return null;
        }

        var request = create.Body is JsonBodyModel body ? Record(body.Type) : null;
        var url = session.Properties
            .Where(UploadUrlSignals.IsUrl)
            .Select(property => (Property: property, Score: UploadUrlSignals.Score(new UploadUrlCandidate(create, session, property, request))))
            .Where(candidate => candidate.Score is not null)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Property)
            .FirstOrDefault();
        if (url is null)
        {
            return null;
        }

        var name = FlowNames.Of(create);
        return new FlowModel(
            name,
            clientMembers.Take("Upload" + name + OperationNames.Suffix),
            clientMembers.Take("Put" + name + "Upload" + OperationNames.Suffix),
            create.Id,
            session.Name,
            url.Name,
            FlowMembers.Headers(session)?.Name,
            Roles(request).ToEquatableArray(),
            ConfirmPairing.Find(create, session, operations));
    }

    private static IEnumerable<RoleModel> Roles(RecordModel? request)
    {
        var taken = new HashSet<FileRole>();
        foreach (var property in request?.Properties ?? EquatableArray<PropertyModel>.Empty)
        {
            if (FlowMembers.RoleOf(property) is { } role && taken.Add(role))
            {
                yield return new RoleModel(property.Name, role);
            }
        }
    }

    private RecordModel? Record(TypeRef? type)
        => type?.AsNonNullable() is NamedType { Kind: NamedKind.Record } named && types.TryGetValue(named.Name, out var declared) ? declared as RecordModel : null;
}
