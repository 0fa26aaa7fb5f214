using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>
/// Finds the operation that completes an upload where the document doesn't state it. The surest signs come first; two operations that could
/// are no answer, since a wrong guess would lose files.
/// </summary>
internal sealed class CompletionSearch
{
    /// <summary>A text that speaks of a file that is there by now.</summary>
    private static readonly Regex SpeaksOfEnd = new(
        @"\b(after|once|when|that) [^.]{0,60}\b(uploaded|uploading|upload (is|has|was))\b|\bupload(ed)? [^.]{0,30}\b(complete[ds]?|finished|done)\b"
            + @"|\b(complete|finish|finali[sz]e|confirm)s? [^.]{0,30}\bupload\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly FlowDocument _document;
    private readonly SessionArguments _arguments;
    private readonly StateArguments _states;
    private readonly CompletionPaths _paths;
    private readonly HashSet<string> _said;
    private readonly IReadOnlyList<OperationModel> _candidates;

    /// <param name="document">The document.</param>
    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="session">Its answer.</param>
    /// <param name="isOpening">Whether an operation opens an upload itself.</param>
    public CompletionSearch(FlowDocument document, OperationModel create, SessionMembers session, Func<OperationModel, bool> isOpening)
    {
        _document = document;
        _arguments = new SessionArguments(document, create, session);
        _states = new StateArguments(document);
        _paths = new CompletionPaths(create);
        _said = new(
            (document.Request(create)?.Properties ?? []).Select(property => property.JsonName)
                .Concat(create.Parameters.Select(parameter => parameter.WireName)),
            StringComparer.Ordinal);
        _candidates = document.Operations
            .Where(operation => operation != create
                && operation.HttpMethod is "POST" or "PUT" or "PATCH"
                && !WholeFlows.TakesFile(operation)
                && !Says(operation, UploadWords.Aborts)
                && !Says(operation, UploadWords.Renews)
                && !isOpening(operation))
            .ToList();
    }

    public FoundCompletion Find()
    {
        var signs = new (string Evidence, Func<OperationModel, FoundStep?> Bind)[]
        {
            ("its path completes the upload below its id", operation => BelowId(operation, UploadWords.Confirms)),
            ("its path completes what the upload was opened on", Beside),
            ("it takes the key on the same path", OnCreatePath),
            ("it takes the key, and what the upload belongs to is made there", ByReturnedKey),
            ("it says so, and takes the key", operation => WithKey(operation, UploadWords.Confirms)),
            ("it sets the upload's state", SettingState),
            ("its path goes on with the upload below its id", operation => BelowId(operation, UploadWords.Continues)),
            ("it says so, and takes the key", operation => WithKey(operation, UploadWords.Continues)),
            ("nothing else wants the key", WantingKey),
        };
        foreach (var (evidence, bind) in signs)
        {
            var found = _candidates.Select(bind).OfType<FoundStep>().Take(3).ToList();
            if (found.Count == 1)
            {
                return new FoundCompletion(found[0], evidence);
            }

            if (found.Count > 1)
            {
                return new FoundCompletion(Step: null, Open: $"{Names(found.Select(step => step.Operation))} could each complete it");
            }
        }

        return NotUnderstood() is { } open ? new FoundCompletion(Step: null, Open: open) : FoundCompletion.None;
    }

    /// <summary>An operation that takes what opening gave, and speaks of the end of an upload or sets a state.</summary>
    private string? NotUnderstood()
    {
        foreach (var operation in _candidates)
        {
            if (InOneForm(operation) is { } key)
            {
                return $"'{operation.Id}' takes {key} in one of the forms that its body may have, and which one completes the upload isn't told";
            }

            if (Taking(operation) is null)
            {
                continue;
            }

            var speaks = SpeaksOfEnd.IsMatch($"{operation.Summary}. {operation.Description}");
            if (speaks && operation.HttpMethod == "PATCH" && _states.Find(operation, out var state) is null && state is not null)
            {
                return $"'{operation.Id}' sets {state}, and which value says that the file is uploaded isn't told";
            }

            if (speaks)
            {
                return $"'{operation.Id}' speaks of a file that was uploaded, and what it takes of the upload isn't understood";
            }
        }

        return null;
    }

    /// <summary><c>/uploads/{id}/complete</c>.</summary>
    private FoundStep? BelowId(OperationModel operation, string[] words)
        => _paths.BelowId(operation) is { } below && below.Says(words) && _arguments.SessionId(below.Id) is { } id
            ? Step(operation, [FoundArgument.Parameter(below.Id.Name, new SessionOrigin(id))])
            : null;

    /// <summary><c>/files/{id}/uploaded</c> beside <c>/files/{id}/upload-url</c>: what it is about was said at the opening.</summary>
    private FoundStep? Beside(OperationModel operation)
        => _paths.IsBeside(operation) && CompletionPaths.Says(operation.Path, UploadWords.Confirms) && _arguments.OfParameters(operation) is { } parameters
            ? Step(operation, parameters)
            : null;

    /// <summary>Another method on the same path, that takes what was returned.</summary>
    private FoundStep? OnCreatePath(OperationModel operation) => _paths.IsSame(operation) ? _arguments.ByKey(operation) : null;

    /// <summary>The collection that the upload belongs to (<c>/models</c> above <c>/models/presign</c>), or <c>/uploads/complete</c> beside it.</summary>
    private FoundStep? ByReturnedKey(OperationModel operation)
        => _paths.IsAbove(operation) || (_paths.IsDirectlyBelow(operation) && CompletionPaths.Says(operation.Path, UploadWords.Confirms))
            ? _arguments.ByKey(operation) ?? WithKey(operation, UploadWords.Confirms)
            : null;

    private FoundStep? WithKey(OperationModel operation, string[] words)
        => Says(operation, words) && _paths.BelowId(operation) is null or { IsDirect: true } ? Taking(operation) : null;

    private FoundStep? SettingState(OperationModel operation)
        => _paths.BelowId(operation) is null or { IsUpload: true } && _states.Find(operation, out _) is not null ? Taking(operation) : null;

    /// <summary>An operation whose body must have the upload's key.</summary>
    private FoundStep? WantingKey(OperationModel operation)
        => _arguments.OfParameters(operation) is { } parameters && _arguments.ByKey(operation) is { } step && IsSpecific(step)
            ? step with { Arguments = [.. parameters, .. step.Arguments] }
            : null;

    /// <summary>The step of an operation that takes a key of the session, wherever it stands.</summary>
    private FoundStep? Taking(OperationModel operation)
    {
        if (_paths.BelowId(operation) is { } below && _arguments.SessionId(below.Id) is { } id)
        {
            return Step(operation, [FoundArgument.Parameter(below.Id.Name, new SessionOrigin(id))]);
        }

        return _arguments.OfParameters(operation) is { } parameters && Step(operation, parameters) is var step && IsSpecific(step) ? step : null;
    }

    /// <summary>The key that an operation takes in a body of which there are several forms.</summary>
    private string? InOneForm(OperationModel operation)
        => _document.RequestForms(operation)
            .Select(form => new FoundStep(operation, _arguments.Of(form).ToList()))
            .Where(IsSpecific)
            .SelectMany(step => step.SessionMembers)
            .Select(member => member.JsonName)
            .FirstOrDefault();

    private FoundStep Step(OperationModel operation, IReadOnlyList<FoundArgument> parameters)
    {
        // What is behind the id in the path may be keys, too.
        var others = (_arguments.OfParameters(operation) ?? []).Where(other => !parameters.Any(known => known.Name == other.Name));
        var arguments = new List<FoundArgument>([.. parameters, .. others, .. _arguments.OfBody(operation)]);
        if (_states.Find(operation, out _) is { } state)
        {
            arguments.RemoveAll(argument => argument.Name == state.Name && argument.IsParameter == state.IsParameter);
            arguments.Add(state);
        }

        return new FoundStep(operation, arguments);
    }

    /// <summary>
    /// Whether it takes what only this upload has. A bare <c>key</c> or <c>token</c> may be anything's, and what was said at the opening comes back in its
    /// answer without being its key.
    /// </summary>
    private bool IsSpecific(FoundStep step)
        => step.Arguments.Any(argument => argument.Origin switch
        {
            SessionOrigin { Path: var path } => UploadWords.Split(argument.Name).Count > 1 && !_said.Contains(path.Last.JsonName),
            var origin => origin.Session.Any(path => !_said.Contains(path.Last.JsonName)),
        });

    private static bool Says(OperationModel operation, string[] words)
        => CompletionPaths.Says(operation.Path, words) || UploadWords.Split(operation.Id).Intersect(words).Any();

    private static string Names(IEnumerable<OperationModel> operations) => string.Join(" and ", operations.Select(operation => $"'{operation.Id}'"));
}
