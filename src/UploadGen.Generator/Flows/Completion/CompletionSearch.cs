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
    private readonly FlowDocument _document;
    private readonly OperationModel _create;
    private readonly SessionArguments _arguments;
    private readonly StateArguments _states;
    private readonly CompletionPaths _paths;
    private readonly HashSet<string> _said;
    private readonly UnclearUses _unclear;
    private readonly IReadOnlyList<OperationModel> _candidates;

    /// <param name="document">The document.</param>
    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="session">Its answer.</param>
    /// <param name="isOpening">Whether an operation opens an upload itself.</param>
    public CompletionSearch(FlowDocument document, OperationModel create, SessionMembers session, Func<OperationModel, bool> isOpening)
    {
        _document = document;
        _create = create;
        _arguments = new SessionArguments(document, create, session);
        _states = new StateArguments(document);
        _paths = new CompletionPaths(create);
        _unclear = new UnclearUses(document, create, session);
        _said = new(
            (document.Request(create)?.Properties ?? []).Select(property => property.JsonName)
                .Concat(create.Parameters.Select(parameter => parameter.WireName)),
            StringComparer.Ordinal);
        _candidates = document.Operations
            .Where(operation => operation != create
                && operation.HttpMethod is "POST" or "PUT" or "PATCH"
                && !WholeFlows.TakesFile(operation)
                && !CompletionWords.IsOtherwise(operation)
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
            ("it says so beside the opening, and takes the id", BesideWithId),
            ("it says so, and takes the key", operation => WithKey(operation, UploadWords.Confirms)),
            ("it sets the upload's state", SettingState),
            ("it says so, and takes what was said at the opening", Again),
            ("its path goes on with the upload below its id", operation => GoingOn(operation, BelowId(operation, UploadWords.Continues))),
            ("it says so, and takes the key", operation => GoingOn(operation, WithKey(operation, UploadWords.Continues))),
            ("nothing else wants the key", operation => GoingOn(operation, WantingKey(operation))),
        };
        foreach (var (evidence, bind) in signs)
        {
            var found = _candidates.Select(bind).OfType<FoundStep>().Take(3).ToList();
            if (found.Count == 1)
            {
                return _arguments.Unknown(found[0]) is { } unknown
                    ? Open($"'{found[0].Operation.Id}' wants {unknown}, and what that is isn't known", found[0].Operation)
                    : new FoundCompletion(found[0], evidence);
            }

            if (found.Count > 1)
            {
                var candidates = found.Select(step => step.Operation).ToArray();
                return Open($"{Names(candidates)} could each complete it", candidates);
            }
        }

        return _candidates.Select(NotUnderstood).FirstOrDefault(found => found is not null) ?? _unclear.Find(_candidates) ?? FoundCompletion.None;
    }

    /// <summary>An operation that takes what opening gave, and of which nothing says that it does something else with it.</summary>
    private FoundCompletion? NotUnderstood(OperationModel operation)
        => WhyNotUnderstood(operation) is { } why ? Open($"'{operation.Id}' {why}", operation) : null;

    private static FoundCompletion Open(string what, params OperationModel[] candidates) => new(Step: null, Open: what) { Candidates = candidates };

    private string? WhyNotUnderstood(OperationModel operation)
    {
        if (InOneForm(operation) is { } key)
        {
            return $"takes {key} in one of the forms that its body may have, and which one completes the upload isn't told";
        }

        if (_paths.IsBeside(operation) && (_paths.IsBesideFile ? !IsOfThing(operation) : Says(operation, UploadWords.Confirms)))
        {
            return "does something with what the upload is opened on, and whether that completes it isn't told";
        }

        if (Taking(operation) is not { } step)
        {
            return Told(operation) is { } told ? $"takes {told}, and whether that completes the upload isn't told"
                : Unnamed(operation) is { } id ? $"ends it by {id}, and which member of the answer that is isn't known"
                : null;
        }

        var speaks = CompletionWords.SpeaksOfEnd(operation);
        if (_states.Find(operation, out var state) is null
            && state is { } taker
            && (taker.IsAll || (operation.HttpMethod == "PATCH" && (speaks || CompletionWords.NamesFile(taker.WireName)))))
        {
            return $"sets {taker.WireName}, and which value says that the file is uploaded isn't told";
        }

        return speaks ? "speaks of a file that was uploaded, and what it takes of the upload isn't understood"
            : IsOfThing(operation) && !TakesUpload(step) ? null
            : $"takes {Keys(step)}, and whether that completes the upload isn't told";
    }

    /// <summary>What an operation takes of the upload in a way in which it could be of something else: in an object, or by a name that says little.</summary>
    private string? Told(OperationModel operation)
    {
        var isAboutFile = Says(operation, [.. UploadWords.Confirms, .. UploadWords.Continues])
            && (CompletionWords.NamesFile(operation.Path) || CompletionWords.NamesFile(operation.Id));
        var taking = new FoundStep(operation, _arguments.OfBody(operation).ToList());
        return _arguments.Inner(operation)
            ?? ((isAboutFile || (TakesUpload(taking) && IsSpecific(taking))) && Keys(taking) is { Length: > 0 } keys ? keys : null);
    }

    /// <summary>The parameter that names what is opened, of an operation that ends an upload and can't be told it.</summary>
    private string? Unnamed(OperationModel operation)
        => _paths.BelowId(operation) is { } below
            && _arguments.SessionId(below.Id) is null
            && (below.Says(UploadWords.Confirms)
                || (below.IsUpload && (_states.Find(operation, out var state) is not null || state?.IsAll == true)))
                ? below.Id.WireName
                : null;

    private static string Keys(FoundStep step) => string.Join(" and ", step.SessionMembers.Select(member => member.JsonName).Distinct());

    /// <summary>
    /// Whether it changes the thing (<c>PATCH /{id}</c>), or adds to what it has (<c>POST /{id}/versions</c>), as APIs do with things that are there.
    /// </summary>
    private bool IsOfThing(OperationModel operation)
    {
        var segments = operation.Path.TrimEnd('/').Split('/');
        var behind = segments.Skip(Array.FindLastIndex(segments, segment => segment.StartsWith("{", StringComparison.Ordinal)) + 1).ToList();
        return behind.Count == segments.Length ? false
            : behind.Count == 0 ? operation.HttpMethod != "POST" && segments[segments.Length - 1].EndsWith("}", StringComparison.Ordinal)
            : _paths.BelowId(operation) is { IsDirect: false } || IsMany(behind[behind.Count - 1]);
    }

    private static bool IsMany(string segment)
        => UploadWords.Split(segment) is { Count: > 0 } words && UploadWords.Singular(words[words.Count - 1]) != words[words.Count - 1];

    /// <summary><c>/uploads/{id}/complete</c>.</summary>
    private FoundStep? BelowId(OperationModel operation, string[] words)
        => _paths.BelowId(operation) is { } below
            && below.Says(words)
            && CompletionWords.SaysOnly(operation, words, _create)
            && _arguments.SessionId(below.Id) is { } id
            ? Step(operation, [FoundArgument.Parameter(below.Id.Name, new SessionOrigin(id))])
            : null;

    /// <summary><c>/files/{id}/uploaded</c> beside <c>/files/{id}/upload-url</c>: what it is about was said at the opening.</summary>
    private FoundStep? Beside(OperationModel operation)
        => _paths.IsBeside(operation)
            && CompletionPaths.Says(operation.Path, UploadWords.Confirms)
            && CompletionWords.SaysOnly(operation, UploadWords.Confirms, _create)
            && (_paths.IsBesideFile || CompletionPaths.Says(operation.Path, [.. UploadWords.Uploads, "uploaded"]))
            && _arguments.OfParameters(operation) is { } parameters
                ? Step(operation, parameters)
                : null;

    /// <summary>Another method on the same path, that takes what was returned.</summary>
    private FoundStep? OnCreatePath(OperationModel operation) => _paths.IsSame(operation) ? _arguments.ByKey(operation) : null;

    /// <summary>The collection that the upload belongs to (<c>/models</c> above <c>/models/presign</c>), or <c>/uploads/complete</c> beside it.</summary>
    private FoundStep? ByReturnedKey(OperationModel operation)
        => _paths.IsAbove(operation) || (_paths.IsDirectlyBelow(operation) && CompletionPaths.Says(operation.Path, UploadWords.Confirms))
            ? _arguments.ByKey(operation) ?? WithKey(operation, UploadWords.Confirms)
            : null;

    /// <summary><c>/multipart/complete</c> beside <c>/multipart/start</c>: there, a bare id is the upload's.</summary>
    private FoundStep? BesideWithId(OperationModel operation)
        => _paths.IsDirectlyBelow(operation)
            && CompletionPaths.Says(operation.Path, UploadWords.Confirms)
            && CompletionWords.SaysOnly(operation, UploadWords.Confirms, _create)
            && _arguments.BareId(operation) is { } id
            && Step(operation, []) is var step
                ? step with { Arguments = [id, .. step.Arguments.Where(argument => argument.Name != id.Name || argument.IsParameter)] }
                : null;

    private FoundStep? WithKey(OperationModel operation, string[] words)
        => Says(operation, words) && _paths.BelowId(operation) is null or { IsDirect: true } && Taking(operation) is { } step && IsAboutUpload(step)
            ? step
            : null;

    /// <summary>Whether the path, the id or the keys that it takes are called after files, uploads, or what was opened.</summary>
    private bool IsAboutUpload(FoundStep step)
        => !CompletionWords.NamesAnother(step.Operation, _create) && (CompletionWords.NamesFile(step.Operation.Path)
            || CompletionWords.NamesFile(step.Operation.Id)
            || step.Arguments.Any(argument => argument.Origin.Session.Any() && CompletionWords.NamesFile(argument.Name))
            || CompletionWords.SaysOnly(step.Operation, [.. UploadWords.Confirms, .. UploadWords.Continues], _create));

    /// <summary>
    /// A step that only goes on with the thing. Where it wants what neither opening nor file knows, or its text is about something else, it may be another.
    /// </summary>
    private FoundStep? GoingOn(OperationModel operation, FoundStep? step)
        => step is not null && (CompletionWords.SpeaksOfEnd(operation) || (CompletionWords.IsAboutFile(operation) && !_arguments.WantsMore(step)))
            ? step
            : null;

    /// <summary><c>/uploads/complete</c> beside <c>/uploads</c>, told the key that was chosen when the upload was opened.</summary>
    private FoundStep? Again(OperationModel operation)
        => (_paths.IsDirectlyBelow(operation) || _paths.IsSame(operation))
            && CompletionPaths.Says(operation.Path, UploadWords.Confirms)
            && CompletionWords.SaysOnly(operation, UploadWords.Confirms, _create)
            && Step(operation, []) is { Arguments: { Count: > 0 } arguments } step
            && arguments.Any(argument => argument.Origin is RequestOrigin && NamesPlace(argument.Name))
            && !_arguments.WantsMore(step)
                ? step
                : null;

    private FoundStep? SettingState(OperationModel operation)
        => _states.Find(operation, out _) is not null && (_paths.BelowId(operation) is null or { IsUpload: true } || CompletionWords.SpeaksOfEnd(operation))
            ? Taking(operation)
            : null;

    /// <summary>An operation whose body must have the upload's key: that is for one use. An id of the thing may be wanted for anything.</summary>
    private FoundStep? WantingKey(OperationModel operation)
        => !(Says(operation, UploadWords.Confirms) && CompletionWords.NamesAnother(operation, _create))
            && _arguments.OfParameters(operation) is { } parameters
            && _arguments.ByKey(operation) is { } step
            && IsSpecific(step)
            && TakesUpload(step)
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
            SessionOrigin { Path: var path } => UploadWords.Split(argument.Name).Count > 1 && IsOfUpload(path),
            var origin => origin.Session.Any(IsOfUpload),
        });

    private bool IsOfUpload(MemberPath path)
        => !_said.Contains(path.Last.JsonName) && !UploadWords.Split(path.Last.JsonName).Intersect(UploadWords.Others).Any();

    /// <summary>Whether a name is that of where a file is, or of the file.</summary>
    private static bool NamesPlace(string name)
        => UploadWords.Split(name) is { Count: > 0 } words && words[words.Count - 1] is "key" or "path" or "name" or "filename" or "id" or "token";

    private static bool TakesUpload(FoundStep step)
        => step.Arguments.Any(argument => argument.Origin.Session.Any() && UploadWords.Split(argument.Name) is { Count: > 0 } words
            && (words.Intersect(UploadWords.Stages).Any() || words[words.Count - 1] is "key" or "token" or "ticket" or "handle" or "path"));

    private static bool Says(OperationModel operation, string[] words)
        => CompletionPaths.Says(operation.Path, words) || UploadWords.Split(operation.Id).Intersect(words).Any();

    private static string Names(IEnumerable<OperationModel> operations) => string.Join(" and ", operations.Select(operation => $"'{operation.Id}'"));
}
