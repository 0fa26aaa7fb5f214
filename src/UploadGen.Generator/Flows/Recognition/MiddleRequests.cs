using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Tells of an operation that takes a file whether it is only the middle of an upload: it takes a piece, or another operation has to open it.</summary>
internal sealed class MiddleRequests(FlowDocument document, SequenceFlows sequences)
{
    /// <summary>The operations that by their ids complete something.</summary>
    private readonly Lazy<List<OperationModel>> _ends = new(() => document.Operations
        .Where(operation => UploadWords.Split(operation.Id).Intersect(UploadWords.Confirms).Any())
        .ToList());

    /// <summary>The keys of uploads that operations without a file must be told.</summary>
    private readonly Lazy<List<(string Key, OperationModel Operation)>> _wanted = new(() => document.Operations
        .Where(operation => operation.HttpMethod == "POST" && !WholeFlows.TakesFile(operation))
        .SelectMany(operation => KeysIn(document, document.Request(operation), depth: 0).Select(key => (key, operation)))
        .ToList());

    private const int MaxDepth = 3;

    private static readonly string[] Pieces = ["part", "chunk", "append"];
    private static readonly string[] Contents = ["content", "data", "file", "upload", "binary", "blob", "media"];
    private static readonly string[] Keys = ["id", "token", "session", "uuid", "guid", "ticket"];

    /// <summary>What says that an operation is the middle of an upload; null if nothing does.</summary>
    public Middle? Find(OperationModel operation)
    {
        if (PieceSign(operation) is { } piece)
        {
            return new Middle($"takes a piece of a file ({piece}), and what puts the pieces together isn't known", IsPiece: true);
        }

        if (KeyOfUpload(operation) is { } key)
        {
            var opens = document.Operations.Where(other => other.Key != operation.Key && Gives(other, key)).Select(other => $"'{other.Id}'").ToList();
            return new Middle($"takes the file of an upload that is open, by {key}, and which operation opens it isn't known"
                + (opens.Count is 0 or > 3 ? "" : $" ({string.Join(" and ", opens)} {(opens.Count == 1 ? "answers" : "answer")} with that)"));
        }

        return sequences.IsStage(operation)
                ? new Middle("stands between the beginning and the end of an upload, by their paths, and how they go together isn't known")
            : Completing(operation) is { } end ? new Middle($"stands beside '{end.Id}', and what that completes isn't known")
            : (CompletedBelow(operation) ?? NamedEnd(operation)) is { } below
                ? new Middle($"takes the file, and '{below.Id}' completes the upload: no call does that in this order")
            : CompletionWords.SaysStep(operation) ? new Middle("says in its text that it has to be completed, and by which operation isn't known")
            : Wanting(operation) is { } wanting ? new Middle($"gives the {wanting.Key} that '{wanting.Id}' wants: no call does that in this order")
            : null;
    }

    private static string? PieceSign(OperationModel operation)
    {
        var told = operation.Parameters.FirstOrDefault(parameter => parameter.IsRequired && IsOfPiece(parameter))?.WireName
            ?? (operation.Body as FormBodyModel)?.Fields
                .FirstOrDefault(field => field.IsRequired && PartMembers.IsPlace(field.WireName, field.Type))?
                .WireName;
        return told is not null ? $"it is told {told}"
            : NamesPiece(operation) ? "its name says so"
            : operation is { HttpMethod: "PATCH", Body: BinaryBodyModel } ? "a PATCH may change a range of what is there"
            : null;
    }

    private static bool IsOfPiece(ParameterModel parameter)
        => PartMembers.FactOf(parameter) is { Fact: PartFact.Number or PartFact.Range }
            || (parameter.In is ParameterIn.Query or ParameterIn.Header && PartMembers.IsPlace(parameter.WireName, parameter.Type));

    /// <summary><c>uploadPart</c>, <c>appendUpload</c>, <c>/uploads/{id}/chunks</c>. A car has parts, too.</summary>
    private static bool NamesPiece(OperationModel operation)
        => Names(operation.Id, Pieces)
            && (Names(operation.Id + "/" + operation.Path, UploadWords.Uploads) || (operation.Body is BinaryBodyModel && Names(operation.Id, ["append"])));

    private static bool Names(string name, string[] words)
        => UploadWords.Split(name).Any(word => words.Contains(word) || words.Contains(UploadWords.Singular(word)));

    /// <summary><c>/files/{id}/commit</c> beside <c>/files/{id}/content</c>.</summary>
    private OperationModel? Completing(OperationModel operation)
    {
        var segments = operation.Path.TrimEnd('/').Split('/');
        var parent = string.Join("/", segments.Take(segments.Length - 1));
        var thing = segments.Take(segments.Length - 1).LastOrDefault(segment => !segment.StartsWith("{", StringComparison.Ordinal)) ?? "";
        return parent.EndsWith("}", StringComparison.Ordinal) && CompletionWords.NamesFile(thing) && CompletionPaths.Says(operation.Path, Contents)
            ? document.Operations.FirstOrDefault(other => other.HttpMethod is "POST" or "PUT" or "PATCH"
                && other.Path.StartsWith(parent + "/", StringComparison.Ordinal)
                && other.Path.TrimEnd('/').Split('/').Length == segments.Length
                && CompletionPaths.Says(other.Path, UploadWords.Confirms))
            : null;
    }

    /// <summary><c>/uploads/{id}/confirm</c>, where <c>/uploads</c> takes the file.</summary>
    private OperationModel? CompletedBelow(OperationModel operation)
    {
        var path = operation.Path.TrimEnd('/');
        var paths = new CompletionPaths(operation);
        return CompletionWords.NamesFile(path.Substring(path.LastIndexOf('/') + 1)) && operation.HttpMethod == "POST"
            ? document.Operations.FirstOrDefault(other => other.HttpMethod is "POST" or "PUT" or "PATCH"
                && paths.BelowId(other) is { } below
                && below.Says(UploadWords.Confirms)
                && CompletionWords.SaysOnly(other, UploadWords.Confirms, operation))
            : null;
    }

    /// <summary>An operation that completes, and that the text names.</summary>
    private OperationModel? NamedEnd(OperationModel operation)
    {
        var text = $"{operation.Summary} {operation.Description}";
        return _ends.Value.Find(other => other.Key != operation.Key && text.IndexOf(other.Id, StringComparison.Ordinal) >= 0);
    }

    /// <summary>An operation that must be told the key of an upload, where all that this one answers is a text, or has that key.</summary>
    private (string Key, string Id)? Wanting(OperationModel operation)
    {
        var isToken = operation.Result?.AsNonNullable() is ScalarType { Kind: Scalar.String } && Names($"{operation.Path} {operation.Id}", UploadWords.Uploads);
        return _wanted.Value
            .Where(wanted => isToken || Gives(operation, wanted.Key))
            .Select(wanted => ((string, string)?)(wanted.Key, wanted.Operation.Id))
            .FirstOrDefault();
    }

    private static IEnumerable<string> KeysIn(FlowDocument document, RecordModel? record, int depth)
        => record is null || depth > MaxDepth ? [] : record.Properties.SelectMany(property => IsKeyOfUpload(property.JsonName)
            ? property.IsRequired ? [property.JsonName] : []
            : KeysIn(document, document.Record(property.Type.AsNonNullable() is ListType list ? list.Item : property.Type), depth + 1));

    /// <summary>The key of an upload that an operation wants: <c>upload_id</c>, <c>/uploads/{token}</c>.</summary>
    private static string? KeyOfUpload(OperationModel operation)
        => operation.Parameters
                .FirstOrDefault(parameter => parameter is { IsRequired: true, In: ParameterIn.Path or ParameterIn.Query }
                    && (IsKeyOfUpload(parameter.WireName) || (EndsAsKey(parameter.WireName) && IsBehindUploads(operation.Path, parameter))))?
                .WireName
            ?? (operation.Body as FormBodyModel)?.Fields.FirstOrDefault(field => !field.IsFile && IsKeyOfUpload(field.WireName))?.WireName;

    private static bool IsKeyOfUpload(string name) => EndsAsKey(name) && UploadWords.Split(name).Intersect(UploadWords.Uploads).Any();

    private static bool EndsAsKey(string name) => Keys.Contains(UploadWords.Last(name));

    private static bool IsBehindUploads(string path, ParameterModel parameter)
    {
        var segments = path.Split('/');
        var index = Array.IndexOf(segments, "{" + parameter.WireName + "}");
        return index > 0 && Names(segments[index - 1], UploadWords.Uploads);
    }

    private bool Gives(OperationModel operation, string key)
        => operation.HttpMethod == "POST"
            && (UploadWords.Split(key).Count > 1 || CompletionWords.NamesFile(operation.Path))
            && document.Answer(operation) is { } answer
            && new SessionMembers(document, answer).Keys.Any(member => UploadWords.Split(member.Property.JsonName).SequenceEqual(UploadWords.Split(key)));
}

/// <summary>An operation that takes a file, and is no upload by itself.</summary>
/// <param name="Why">What says so, and what isn't known, as the end of a sentence.</param>
/// <param name="IsPiece">Whether it takes a piece of the file.</param>
internal sealed record Middle(string Why, bool IsPiece = false);
