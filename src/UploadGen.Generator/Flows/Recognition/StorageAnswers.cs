using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes what a step is to be told of how storage took the file: nobody can say that before the file is there.</summary>
/// <param name="document">The document.</param>
internal sealed class StorageAnswers(FlowDocument document)
{
    private const int MaxDepth = 3;

    private static readonly string[] Versions =
        ["version id", "object version", "object version id", "s3 version id", "storage version id", "blob version id", "versionid"];

    private static readonly string[] Successes = ["success", "successful", "succeeded"];

    private static readonly Regex SaysStorage = new(
        @"\be-?tag\b|\bx-(amz|goog|ms)-|\b(storage|s3|bucket|PUT)\b[^.]{0,30}\b(answer|return|respon|g[ai]ve)\w*"
            + @"|\b(answer|return|respon)\w*[^.]{0,30}\b(storage|s3|bucket|PUT)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether only storage can answer something: an ETag, the version that it gave the file; or an object that must have one of these.</summary>
    public bool Tells(string name, TypeRef type, string? description) => Find(name, type, description, MaxDepth) is not null;

    /// <summary>Whether something says that the file was sent, as it was when the upload is confirmed.</summary>
    public static bool SaysSuccess(string name, TypeRef type)
        => type.AsNonNullable() is ScalarType { Kind: Scalar.Boolean }
            && UploadWords.Split(name) is var words
            && words.Intersect(Successes).Any()
            && words.All(IsOfSuccess);

    /// <summary>What a step must be told that only storage can answer, by its name in the document; null where there is nothing of that kind.</summary>
    public string? Required(FoundStep step)
    {
        var members = (document.Request(step.Operation)?.Properties ?? [])
            .Where(property => property.MustBeSet && !property.IsReadOnly && !Has(property.Name, isParameter: false))
            .Select(property => Find(property.JsonName, property.Type, property.Description, MaxDepth));
        var parameters = step.Operation.Parameters
            .Where(parameter => parameter.IsRequired && parameter.In is ParameterIn.Query or ParameterIn.Header && !Has(parameter.Name, isParameter: true))
            .Select(parameter => Find(parameter.WireName, parameter.Type, parameter.Description, MaxDepth));
        return members.Concat(parameters).FirstOrDefault(name => name is not null);

        bool Has(string name, bool isParameter) => step.Arguments.Any(argument => argument.Name == name && argument.IsParameter == isParameter);
    }

    private string? Find(string name, TypeRef type, string? description, int depth)
    {
        var inner = type.AsNonNullable() is ListType list ? list.Item : type;
        if (document.Record(inner) is { } record)
        {
            return depth == 0 ? null : record.Properties
                .Where(property => property.MustBeSet && !property.IsReadOnly)
                .Select(property => Find(property.JsonName, property.Type, property.Description, depth - 1) is { } found ? $"{name}.{found}" : null)
                .FirstOrDefault(found => found is not null);
        }

        return inner.IsText && Says(UploadWords.Split(name), description) ? name : null;
    }

    /// <summary>What goes into <c>If-Match</c> is an ETag, and the API's own.</summary>
    private static bool Says(IReadOnlyList<string> words, string? description)
        => words.Count > 0
            && words[0] != "if"
            && (IsETag(words) || Versions.Contains(string.Join(" ", words)) || SaysStorage.IsMatch(description ?? ""));

    private static bool IsETag(IReadOnlyList<string> words)
        => string.Concat(words.Skip(words.Count - 2)) is var end
            && (end.EndsWith("etag", StringComparison.Ordinal) || end.EndsWith("etags", StringComparison.Ordinal));

    private static bool IsOfSuccess(string word) => Successes.Contains(word) || word is "is" or "was" or "upload";
}
