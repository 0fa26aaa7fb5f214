using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>The place that a path itself names: what is sent to it takes the place of what was there.</summary>
internal static class UploadSlot
{
    /// <summary>What there is one of in anything, as the last word of a path.</summary>
    private static readonly string[] Singles =
        ["avatar", "logo", "icon", "favicon", "thumbnail", "cover", "banner", "poster", "background", "watermark", "source", "body", "binary"];

    /// <summary>What there is one of, but for that which holds many files.</summary>
    private static readonly string[] Contents = ["content", "contents", "file", "data", "media", "image", "photo", "picture"];

    /// <summary>Things that are a file themselves.</summary>
    private static readonly string[] Files =
    [
        "file", "object", "blob", "asset", "video", "image", "photo", "picture", "audio", "track", "recording", "document", "attachment", "media", "artifact",
        "font", "thumbnail", "item",
    ];

    /// <summary>What is opened below a file to put other content in its place.</summary>
    private static readonly string[] Successors = ["versions", "revisions", "uploads", "sessions", "contents"];

    private static readonly string[] NotTheThing = ["id", "uid", "uuid", "key", "name", "number", "slug"];

    /// <summary>Whether the operation puts each file in the same place, whatever it is told: a PUT to a path without parameters. A GET may answer with the same each time.</summary>
    public static bool IsFixed(OperationModel operation)
        => operation.HttpMethod is "PUT" or "GET" && operation.Parameters.All(parameter => parameter.In != ParameterIn.Path);

    /// <summary>Whether there is one of what each file is put in, as the path says without naming a thing: <c>/me/avatar/upload-url</c>.</summary>
    public static bool IsSingle(OperationModel operation)
        => operation.Parameters.All(parameter => parameter.In != ParameterIn.Path) && Ending(Segments(operation)) is { } end && Singles.Contains(end);

    /// <summary>The parameter of the path that names the place; null where the files stand side by side below what the path names.</summary>
    public static ParameterModel? Of(OperationModel operation)
    {
        var segments = Segments(operation);
        var at = segments.FindLastIndex(segment => segment.Contains("{"));
        if (at < 0 || operation.Parameters.LastOrDefault(parameter => IsIn(parameter, segments[at])) is not { } last)
        {
            return null;
        }

        var thing = Thing(last, segments, at);
        var end = at == segments.Count - 1 ? null : LastWord(segments[segments.Count - 1]);
        var isPlace = Singles.Contains(Ending(segments.Skip(at + 1)))
            || (operation.HttpMethod is "PUT" or "PATCH" ? IsReplaced(thing, end) : IsSuccessor(thing, end));
        return isPlace ? last : null;
    }

    /// <summary>Whether a PUT replaces the thing itself, or something that there is one of in it.</summary>
    private static bool IsReplaced(List<string> thing, string? end) => !IsMany(end) || !IsContainer(thing);

    /// <summary>Whether what a POST makes takes the place of what was there, as one of many wouldn't.</summary>
    private static bool IsSuccessor(List<string> thing, string? end)
        => !IsContainer(thing)
            && (end is null || Contents.Contains(end) || (thing.Intersect(Files).Any() && (!IsMany(end) || Successors.Contains(end))));

    /// <summary>A drive holds files, and a drive's item is one.</summary>
    private static bool IsContainer(List<string> thing) => PerFileMembers.IsContainer(thing.Skip(thing.Count - 1));

    private static bool IsMany(string? end) => end?.EndsWith("s", StringComparison.Ordinal) == true && !Contents.Contains(end);

    /// <summary>What stands before a parameter in the path, in the singular: a bucket before <c>{name}</c> in <c>/buckets/{name}</c>.</summary>
    public static string? Holder(OperationModel operation, ParameterModel parameter)
    {
        var segments = Segments(operation);
        return Before(segments, segments.FindIndex(segment => IsIn(parameter, segment)));
    }

    private static string? Before(List<string> segments, int at)
        => at > 0 && LastWord(segments[at - 1]) is { } word
            ? word.EndsWith("ies", StringComparison.Ordinal) ? word.Substring(0, word.Length - 3) + "y" : word.TrimEnd('s')
            : null;

    /// <summary>What a parameter names, by its own words or by the segment before it.</summary>
    private static List<string> Thing(ParameterModel parameter, List<string> segments, int at)
    {
        var words = UploadWords.Split(parameter.WireName).Where(word => !NotTheThing.Contains(word)).ToList();
        return words.Count > 0 ? words : Before(segments, at) is { } before ? [before] : [];
    }

    /// <summary>The last word of a path that doesn't only speak of opening an upload: <c>avatar</c> in <c>/avatar/upload-url</c> and <c>/avatar-upload</c>.</summary>
    private static string? Ending(IEnumerable<string> segments)
        => segments.SelectMany(UploadWords.Split).LastOrDefault(word => !UploadWords.Begins.Contains(word) && !UploadUrlSignals.SaysUrl(word));

    private static string? LastWord(string segment) => UploadWords.Split(segment) is { Count: > 0 } words ? words[words.Count - 1] : null;

    private static bool IsIn(ParameterModel parameter, string segment) => parameter.In == ParameterIn.Path && segment.Contains("{" + parameter.WireName + "}");

    private static List<string> Segments(OperationModel operation) => operation.Path.Split('/').Where(segment => segment.Length > 0).ToList();
}
