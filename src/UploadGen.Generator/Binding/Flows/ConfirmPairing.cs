using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>Finds the operation that confirms an upload: below the create path, behind the session's id, with a word for it.</summary>
internal static class ConfirmPairing
{
    private static readonly string[] ConfirmWords =
        ["confirm", "confirmation", "confirmations", "complete", "completion", "completions", "commit", "finalize", "finish", "validate"];

    public static ConfirmModel? Find(OperationModel create, RecordModel session, IEnumerable<OperationModel> operations)
    {
        var pairs = operations.Select(operation => Pair(create, session, operation)).OfType<ConfirmModel>().ToList();

        // Two operations that could confirm are no answer, and a wrong guess would lose files.
        return pairs.Count == 1 ? pairs[0] : null;
    }

    private static ConfirmModel? Pair(OperationModel create, RecordModel session, OperationModel operation)
    {
        if (operation.HttpMethod is not ("POST" or "PUT" or "PATCH") || !operation.Path.StartsWith(create.Path.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var segments = operation.Path.Substring(create.Path.TrimEnd('/').Length + 1).Split('/');
        if (segments.Length != 2 || !segments[0].StartsWith("{", StringComparison.Ordinal) || !UploadUrlCandidate.Words(segments[1]).Any(ConfirmWords.Contains))
        {
            return null;
        }

        var parameter = operation.Parameters.FirstOrDefault(candidate => candidate.In == ParameterIn.Path && segments[0] == "{" + candidate.WireName + "}");
        return parameter is not null && SessionId(session, parameter) is { } id
            ? new ConfirmModel(operation.Id, parameter.Name, id.Name)
            : null;
    }

    /// <summary>The session's member that the parameter takes: of the same name, or else the only identifier of the same type.</summary>
    private static PropertyModel? SessionId(RecordModel session, ParameterModel parameter)
    {
        var fitting = session.Properties
            .Where(property => property.IsRequired && property.Type == parameter.Type && FlowMembers.IsIdentifier(property))
            .ToList();
        return fitting.FirstOrDefault(property => UploadUrlCandidate.Words(property.JsonName).SequenceEqual(UploadUrlCandidate.Words(parameter.WireName)))
            ?? (fitting.Count == 1 ? fitting[0] : null);
    }
}
