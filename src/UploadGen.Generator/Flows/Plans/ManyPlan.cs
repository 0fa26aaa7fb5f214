using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The one call for many files, <c>UploadManyAssetsAsync</c>: its names, and which of its parameters are told for each file.</summary>
/// <param name="document">The document.</param>
/// <param name="clientMembers">The names of the client's members.</param>
/// <param name="steps">The operations, that which opens the upload or is the whole of it first.</param>
internal sealed class ManyPlan(FlowDocument document, NameScope clientMembers, params OperationModel[] steps)
{
    private readonly PerFileMembers _members = new(document);

    /// <summary>The call for many files, each with a session of its own.</summary>
    /// <param name="name">The flow's name.</param>
    /// <param name="call">The call for one.</param>
    /// <param name="parameters">What that asks of the caller.</param>
    /// <param name="opening">How an upload is opened.</param>
    /// <param name="url">The member of the session with the URL that the file goes to.</param>
    /// <param name="secrets">The members of the session that must not be written down: who has them may upload.</param>
    /// <returns>Null where each file would take the place of the one before, or where an outcome would be a stream, which somebody has to dispose.</returns>
    public ManySessionsModel? Sessions(
        string name, FlowCallModel call, CallParameters parameters, FoundOpening opening, MemberPath? url = null, params MemberPath?[] secrets)
    {
        if (call.Result.AsNonNullable() is FileType)
        {
            return null;
        }

        var hidden = secrets.OfType<MemberPath>().ToList();
        var many = Call(name, call.Parameters, own => parameters.Known(own)?.Parameter, isNamed: opening.Role(FileRole.FileName) is not null);
        return many is null ? null : new ManySessionsModel(
            many, CanBeResumed(opening, url, hidden), hidden.Select(secret => secret.Last.JsonName).Distinct().ToEquatableArray());
    }

    /// <summary>Whether another run of the program can confirm, from what may be written down of the session.</summary>
    private static bool CanBeResumed(FoundOpening opening, MemberPath? url, List<MemberPath> secrets)
        => opening.Confirm is not { } confirm || confirm.SessionMembers.All(path => path != url && MayBeWritten(path, secrets));

    /// <summary>Any URL may be signed, and a header may be all that lets a client in.</summary>
    private static bool MayBeWritten(MemberPath path, List<MemberPath> secrets)
        => !path.IsHeader
            && path.Type is not ScalarType { Kind: Scalar.Uri }
            && !secrets.Exists(secret => path.Steps.Any(step => step.JsonName == secret.Last.JsonName));

    /// <param name="name">The flow's name.</param>
    /// <param name="parameters">The parameters of the call.</param>
    /// <param name="nameOf">What the call names a parameter of an operation; null for one that it doesn't have.</param>
    /// <param name="isNamed">Whether the file tells its own name.</param>
    /// <returns>Null where each file would take the place of the one before, whatever is said.</returns>
    public ManyCallModel? Call(string name, IReadOnlyList<MethodParameterModel> parameters, Func<ParameterModel, string?> nameOf, bool isNamed)
    {
        var perFile = PerFile(parameters, nameOf).ToEquatableArray();
        if (perFile.Count == 0 && (UploadSlot.IsSingle(steps[0]) || (UploadSlot.IsFixed(steps[0]) && !isNamed)))
        {
            return null;
        }

        var names = new NameScope([.. parameters.Select(parameter => parameter.Name), "progress", "cancellationToken"]);
        var method = clientMembers.Take("UploadMany" + Plural(name), OperationNames.Suffix);
        return new ManyCallModel(method, names.Take("contents"), names.Take("options"), names.Take("file"), perFile);
    }

    private IEnumerable<string> PerFile(IReadOnlyList<MethodParameterModel> parameters, Func<ParameterModel, string?> nameOf)
    {
        var places = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (operation, own) in steps.SelectMany(operation => operation.Parameters.Select(own => (operation, own))))
        {
            if (nameOf(own) is { } known)
            {
                places[known] = (places.TryGetValue(known, out var isPerFile) && isPerFile) || _members.IsPerFile(operation, own);
            }
        }

        // A body that isn't looked into may name the place.
        return parameters
            .Where(parameter => places.TryGetValue(parameter.Name, out var isPerFile) ? isPerFile
                : parameter is BodyParameterModel || (parameter is ValueParameterModel value && _members.IsPerFile(value.WireName, value.Type)))
            .Select(parameter => parameter.Name);
    }

    private static string Plural(string name) => name[name.Length - 1] switch
    {
        's' when !name.EndsWith("ss", StringComparison.Ordinal) => name,
        's' or 'x' or 'z' => name + "es",
        'h' when name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) => name + "es",
        'y' when name.Length > 1 && !"aeiou".Contains(name[name.Length - 2]) => name.Substring(0, name.Length - 1) + "ies",
        _ => name + "s",
    };
}
