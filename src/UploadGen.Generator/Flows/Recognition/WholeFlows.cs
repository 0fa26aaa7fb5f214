using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Binds uploads that are one request: a form with the file in it, or the file as the body.</summary>
internal static class WholeFlows
{
    public static FoundFlow? Find(OperationModel operation)
        => operation.HttpMethod is "POST" or "PUT" or "PATCH" && TakesFile(operation) && SaysFile(operation) && !IsStorage(operation)
            ? new FoundRequest(operation)
            : null;

    /// <summary>Whether a file is sent. Text that is written by hand (Markdown, XML) is none.</summary>
    public static bool TakesFile(OperationModel operation) => operation.Body switch
    {
        FormBodyModel form => form.Fields.Any(field => field.Type is FileType or ListType { Item: FileType }),
        BinaryBodyModel { Octets: OctetsKind.Value } => false,
        BinaryBodyModel { ContentType: { } type } => !MediaTypes.IsText(type) && !MediaTypes.IsUrlEncoded(type),
        BinaryBodyModel => true,
        _ => false,
    };

    /// <summary>Whether the document says that what is sent is a file: octets without a word about them may be anything.</summary>
    private static bool SaysFile(OperationModel operation)
        => operation.Body is not BinaryBodyModel { Octets: OctetsKind.Unsaid }
            || CompletionWords.NamesFile(operation.Path)
            || CompletionWords.NamesFile(operation.Id)
            || CompletionWords.SpeaksOfFile($"{operation.Summary} {operation.Description} {operation.Body.Description}");

    /// <summary>A path like <c>/&lt;upload_url&gt;</c> describes the PUT to storage that follows, not an operation of the API.</summary>
    private static bool IsStorage(OperationModel operation) => operation.Path.Contains("<");
}
