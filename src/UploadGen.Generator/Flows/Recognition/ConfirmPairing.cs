using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Finds the operation that confirms an upload where the document doesn't state it. The surest signs come first; two
/// operations that could confirm are no answer, since a wrong guess would lose files.
/// </summary>
internal sealed class ConfirmPairing
{
    private readonly FlowDocument _document;
    private readonly OperationModel _create;
    private readonly ConfirmArguments _arguments;
    private readonly string _path;

    /// <summary>The create path and, where its last word only begins the upload (<c>/files/presign</c>), the path above.</summary>
    private readonly IReadOnlyList<string> _bases;

    public ConfirmPairing(FlowDocument document, OperationModel create, SessionMembers session)
    {
        _document = document;
        _create = create;
        _arguments = new ConfirmArguments(document, create, session);
        _path = create.Path.TrimEnd('/');
        var last = _path.Substring(_path.LastIndexOf('/') + 1);
        var begins = last.Length > 0 && last[0] != '{' && UploadWords.Split(last).Intersect(UploadWords.Begins).Any();
        _bases = begins && last.Length < _path.Length - 1 ? [_path, _path.Substring(0, _path.Length - last.Length - 1)] : [_path];
    }

    public FoundStep? Find()
    {
        var candidates = _document.Operations.Where(operation => operation != _create && operation.HttpMethod is "POST" or "PUT" or "PATCH").ToList();
        foreach (var sign in new Func<OperationModel, FoundStep?>[] { BelowCreatePath, OnCreatePath, ByReturnedKey })
        {
            var found = candidates.Select(sign).OfType<FoundStep>().Take(2).ToList();
            if (found.Count == 1)
            {
                return found[0];
            }

            if (found.Count == 2)
            {
                var names = string.Join(" and ", found.Select(confirm => $"'{confirm.Operation.Id}'"));
                const string Way = "name one in x-uploadgen as confirm.operationId, or say there is none with confirm: false";
                _document.ReportNotBound(_create, $"{names} could both confirm it. It is bound without a confirmation; {Way}");
                return null;
            }
        }

        return null;
    }

    /// <summary><c>/uploads/{id}/complete</c>.</summary>
    private FoundStep? BelowCreatePath(OperationModel operation)
    {
        foreach (var start in _bases)
        {
            if (Below(start, operation.Path) is { Length: 2 } rest && IsParameter(rest[0]) && Says(rest[1], UploadWords.Confirms)
                && operation.Parameters.FirstOrDefault(candidate => candidate.In == ParameterIn.Path && rest[0] == "{" + candidate.WireName + "}") is { } taker
                && _arguments.SessionId(taker) is { } id)
            {
                return new FoundStep(operation, [FoundArgument.Parameter(taker.Name, new SessionOrigin(id)), .. _arguments.OfBody(operation)]);
            }
        }

        return null;
    }

    /// <summary>Another method on the same path, that takes what was returned.</summary>
    private FoundStep? OnCreatePath(OperationModel operation) => operation.Path.TrimEnd('/') == _path ? _arguments.ByKey(operation) : null;

    /// <summary>The collection that the upload belongs to (<c>/models</c> above <c>/models/presign</c>), or <c>/uploads/complete</c> beside it.</summary>
    private FoundStep? ByReturnedKey(OperationModel operation)
    {
        var path = operation.Path.TrimEnd('/');
        var isAbove = path.Length > 0 && Below(path, _path) is { Length: 1 } end && !IsParameter(end[0]);
        var isBeside = _bases.Any(start => Below(start, path) is { Length: 1 } rest && Says(rest[0], UploadWords.Confirms));
        return isAbove || isBeside ? _arguments.ByKey(operation) : null;
    }

    /// <summary>The segments of a path below another, or null when it isn't below.</summary>
    private static string[]? Below(string start, string path)
        => path.StartsWith(start + "/", StringComparison.Ordinal) ? path.Substring(start.Length + 1).Split('/') : null;

    private static bool IsParameter(string segment) => segment.StartsWith("{", StringComparison.Ordinal);

    private static bool Says(string segment, string[] words) => UploadWords.Split(segment).Intersect(words).Any();
}
