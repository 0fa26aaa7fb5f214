using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>Where operations stand to the one that opens an upload, by their paths.</summary>
internal sealed class CompletionPaths
{
    private readonly string _path;

    /// <summary>The create path and, where its last word only begins the upload (<c>/files/presign</c>), the path above; and again.</summary>
    private readonly List<string> _bases;

    public CompletionPaths(OperationModel create)
    {
        _path = create.Path.TrimEnd('/');
        _bases = [_path];
        for (var above = Above(_path); above is not null; above = Above(above))
        {
            _bases.Add(above);
        }
    }

    /// <summary>Whether the last segment of a path has one of these words; behind a colon there is a verb (<c>/models/{id}:validate</c>).</summary>
    public static bool Says(string path, string[] words)
    {
        var last = Last(path);
        var verb = last.Substring(last.LastIndexOf(':') + 1);
        return !IsParameter(verb) && UploadWords.Split(verb).Intersect(words).Any();
    }

    public bool IsSame(OperationModel operation) => operation.Path.TrimEnd('/') == _path;

    /// <summary>Whether it is the collection that the create path names a word of.</summary>
    public bool IsAbove(OperationModel operation)
        => operation.Path.TrimEnd('/') is { Length: > 0 } path && Below(path, _path) is { Length: 1 } end && !IsParameter(end[0]);

    /// <summary>Whether it is a word below the create path or the collection.</summary>
    public bool IsDirectlyBelow(OperationModel operation) => _bases.Exists(start => Below(start, operation.Path.TrimEnd('/')) is { Length: 1 });

    /// <summary>
    /// Whether it is another verb on the very thing that the upload is opened on: <c>/files/{id}/uploaded</c> beside <c>/files/{id}/upload-url</c>. Beside
    /// <c>/sites/{id}/assets</c> there are verbs on sites.
    /// </summary>
    public bool IsBeside(OperationModel operation)
    {
        var end = _path.LastIndexOf('}') + 1;
        var verb = _path.Substring(end).TrimStart('/', ':');
        if (end == 0 || verb.Contains("/") || UploadWords.Split(verb) is not { Count: > 0 } words || !words.All(IsOfOpening))
        {
            return false;
        }

        var path = operation.Path.TrimEnd('/');
        return path != _path && path.StartsWith(_path.Substring(0, end), StringComparison.Ordinal) && path.Length > end && !path.Substring(end).Contains("{");
    }

    /// <summary>Whether what the upload is opened on is a file, so that a verb on it is one on the upload: <c>/files/{id}</c>, and no <c>/orders/{id}</c>.</summary>
    public bool IsBesideFile
        => _path.LastIndexOf("/{", StringComparison.Ordinal) is > 0 and var end
            && _path.Substring(0, end) is var thing
            && CompletionWords.NamesFile(thing.Substring(thing.LastIndexOf('/') + 1));

    /// <summary>What stands behind an id below the create path, or below the collection.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="most">The most segments that it may have, the id among them.</param>
    public BelowId? BelowId(OperationModel operation, int most = 3)
    {
        foreach (var start in _bases)
        {
            if (Below(start, operation.Path.TrimEnd('/')) is { Length: >= 1 } rest
                && rest.Length <= most
                && IsParameter(rest[0])
                && operation.Parameters.FirstOrDefault(candidate => candidate.In == ParameterIn.Path && Parameter(rest[0]) == candidate.WireName) is { } id)
            {
                return new BelowId(id, rest);
            }
        }

        return null;
    }

    private static bool IsOfOpening(string word)
        => UploadWords.Begins.Contains(word) || word is "url" or "urls" or "uri" or "link" or "endpoint" or "get" or "file";

    private static string? Above(string path)
    {
        var last = Last(path);
        var begins = last.Length > 0 && !IsParameter(last) && UploadWords.Split(last).Intersect(UploadWords.Begins).Any();
        return begins && last.Length < path.Length - 1 ? path.Substring(0, path.Length - last.Length - 1) : null;
    }

    private static string Last(string path) => path.TrimEnd('/') is var trimmed ? trimmed.Substring(trimmed.LastIndexOf('/') + 1) : "";

    /// <summary>The segments of a path below another, or null when it isn't below.</summary>
    private static string[]? Below(string start, string path)
        => path.StartsWith(start + "/", StringComparison.Ordinal) ? path.Substring(start.Length + 1).Split('/') : null;

    private static bool IsParameter(string segment) => segment.StartsWith("{", StringComparison.Ordinal);

    /// <summary>The name in <c>{id}</c>, and in <c>{id}:validate</c>.</summary>
    private static string Parameter(string segment) => segment.Substring(1, Math.Max(0, segment.IndexOf('}') - 1));
}

/// <summary>A path behind an upload's id.</summary>
/// <param name="Id">The parameter that takes the id.</param>
/// <param name="Segments">The segments from the id on.</param>
internal sealed record BelowId(ParameterModel Id, IReadOnlyList<string> Segments)
{
    /// <summary>Whether nothing stands between the id and the last word but what an upload has: not <c>/{id}/captions/finish</c>.</summary>
    public bool IsDirect => Segments.Skip(1).Take(Segments.Count - 2).All(IsOfUpload);

    /// <summary>Whether it is the upload itself, or its state.</summary>
    public bool IsUpload => Segments.Skip(1).All(IsOfUpload);

    /// <summary>Whether it ends with one of these words, and names nothing else in between.</summary>
    public bool Says(string[] words)
        => (Segments.Count > 1 || Segments[0].Contains(":"))
            && IsDirect
            && CompletionPaths.Says(Segments[Segments.Count - 1], words);

    private static bool IsOfUpload(string segment)
        => UploadWords.Split(segment).Any(word => UploadWords.Stages.Contains(word) || UploadWords.Parts.Contains(word) || word is "status" or "state");
}
