using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>
/// Finds what an operation is to be told so that it sets an upload's state to uploaded: a member <c>status</c> of which the schema or the text tells the
/// value, a flag <c>uploaded</c>, a time <c>uploaded_at</c>.
/// </summary>
internal sealed class StateArguments(FlowDocument document)
{
    private static readonly string[] Flags =
        ["uploaded", "is uploaded", "upload complete", "upload completed", "upload finished", "completed", "complete", "finished"];

    private static readonly string[] Times = ["uploaded at", "upload completed at", "completed at", "finished at", "uploaded on"];

    /// <summary>What a state is called that says so for itself, the plainest first.</summary>
    private static readonly string[][] Plain = [["uploaded"], ["complete", "completed"]];

    /// <summary>What may be another step in the life of a thing, too.</summary>
    private static readonly string[][] Vague = [["finished", "done", "finalized", "committed"], ["active", "ready", "available", "success"]];

    private static readonly Regex Quoted = new("[\"'`“‘]([A-Za-z_-]{3,30})[\"'`”’]|\\b([A-Z][A-Z_]{3,30})\\b", RegexOptions.CultureInvariant);

    /// <summary>The argument that sets the state; null where the operation has none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="open">What takes a state whose value for an uploaded file isn't told.</param>
    public FoundArgument? Find(OperationModel operation, out OpenState? open)
    {
        open = null;
        foreach (var taker in Takers(operation))
        {
            if (ValueOf(taker, $"{taker.Description} {operation.Summary} {operation.Description}") is { } origin)
            {
                return new FoundArgument(taker.Name, taker.IsParameter, origin);
            }

            open ??= IsState(taker.WireName) && taker.Type is ScalarType { Kind: Scalar.String } or NamedType { Kind: NamedKind.Enum }
                ? new OpenState(taker.WireName, IsAll: taker is { IsParameter: true, IsRequired: true } && operation.Body is null)
                : null;
        }

        return null;
    }

    /// <summary>The members of the body, and what the query takes.</summary>
    private IEnumerable<Taker> Takers(OperationModel operation)
    {
        var members = (document.Request(operation)?.Properties ?? [])
            .Where(property => !property.IsReadOnly)
            .Select(property => new Taker(
                property.Name,
                property.JsonName,
                IsParameter: false,
                property.IsRequired,
                property.Type.AsNonNullable(),
                property.Description,
                property.Constant));
        var parameters = operation.Parameters
            .Where(parameter => parameter.In == ParameterIn.Query)
            .Select(parameter => new Taker(
                parameter.Name,
                parameter.WireName,
                IsParameter: true,
                parameter.IsRequired,
                parameter.Type.AsNonNullable(),
                parameter.Description,
                Constant: null));
        return members.Concat(parameters);
    }

    private Origin? ValueOf(Taker taker, string text) => taker.Type switch
    {
        ScalarType { Kind: Scalar.Boolean } when Is(taker.WireName, Flags) => new TrueOrigin(),
        ScalarType { Kind: Scalar.DateTimeOffset } when Is(taker.WireName, Times) => new NowOrigin(),
        NamedType when IsState(taker.WireName) && document.Enum(taker.Type) is { } values => Value(values, $"{taker.WireName} {text}"),
        ScalarType { Kind: Scalar.String } when IsState(taker.WireName) && taker.Constant is { } constant
            => Plain.Concat(Vague).Any(tier => Says(constant, tier)) ? new TextOrigin(constant) : null,
        ScalarType { Kind: Scalar.String } when IsState(taker.WireName) => Value(text),
        _ => null,
    };

    /// <summary>The one value that says uploaded. A vague one counts where there is no other, or where the upload is spoken of beside it.</summary>
    private static EnumOrigin? Value(EnumModel states, string text)
    {
        var speaksOfUpload = states.Values.Any(value => UploadWords.Split(value.Value).Any(IsUpload)) || UploadWords.Split(text).Any(IsUpload);
        var tiers = states.Values.Count == 1 || speaksOfUpload ? Plain.Concat(Vague) : Plain;
        var value = tiers.Select(tier => states.Values.Where(value => Says(value.Value, tier)).ToList()).FirstOrDefault(found => found.Count > 0);
        return value is { Count: 1 } ? new EnumOrigin(states, value[0]) : null;
    }

    /// <summary>The one value that the text gives.</summary>
    private static TextOrigin? Value(string text)
    {
        var quoted = Quoted.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct().ToList();
        var tiers = CompletionWords.SpeaksOfUpload(text) ? Plain.Concat(Vague) : Plain;
        var value = tiers.Select(tier => quoted.Where(word => Says(word, tier)).ToList()).FirstOrDefault(found => found.Count > 0);
        return value is { Count: 1 } ? new TextOrigin(value[0]) : null;
    }

    private static bool Says(string value, string[] tier)
    {
        var words = UploadWords.Split(value);
        return words.Intersect(tier).Any() && !words.Any(word => word is "not" or "in" or "un" or "partially" or "failed");
    }

    private static bool IsUpload(string word) => word.StartsWith("upload", StringComparison.Ordinal);

    /// <summary>Whether a member says for itself that a file is uploaded.</summary>
    public static bool SaysUploaded(PropertyModel property) => property.Type.AsNonNullable() switch
    {
        ScalarType { Kind: Scalar.Boolean } => Is(property.JsonName, Flags),
        ScalarType { Kind: Scalar.DateTimeOffset } => Is(property.JsonName, Times),
        _ => false,
    };

    public static bool IsState(string name) => UploadWords.Split(name) is { Count: > 0 } words && words[words.Count - 1] is "status" or "state";

    private static bool Is(string name, string[] names) => names.Contains(string.Join(" ", UploadWords.Split(name)));

    /// <summary>What may take a state.</summary>
    private sealed record Taker(
        string Name, string WireName, bool IsParameter, bool IsRequired, TypeRef Type, string? Description, string? Constant);
}

/// <summary>What takes a state whose value for an uploaded file isn't told.</summary>
/// <param name="WireName">Its name.</param>
/// <param name="IsAll">Whether it is all that the operation takes.</param>
internal sealed record OpenState(string WireName, bool IsAll);
