using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>Takes out references where OpenAPI has none. Microsoft.OpenApi reads what they stand in as if it said nothing.</summary>
internal sealed class StrayReferences(JsonObject root, ICollection<SpecProblem> problems)
{
    public void Remove(IEnumerable<PartReference> references)
    {
        foreach (var reference in references)
        {
            if (reference.Kind == PartKind.Operation)
            {
                RemoveOperation(reference.Holder);
            }
            else if (Name(reference.Kind) is { } name)
            {
                Report(reference.Holder, name + " can't be a reference", "What is said beside it");
                reference.Holder.Remove(PartReference.Keyword);
            }
        }
    }

    private void RemoveOperation(JsonObject operation)
    {
        var segments = DocumentPointer.Segments(DocumentPointer.Of(operation)).ToList();
        var method = segments[segments.Count - 1];
        var path = segments.Take(segments.Count - 1).Last(segment => segment != "additionalOperations");
        Report(operation, $"the operation '{method.ToUpperInvariant()} {path}' is a reference, and only a whole path can be one", "Nothing");
        ((JsonObject)operation.Parent!).Remove(method);
    }

    private string? Name(PartKind kind) => kind switch
    {
        PartKind.MediaType when !IsVersion("3.2") => "a media type",
        PartKind.Encoding => "the encoding of a field",
        PartKind.Server => "a server",
        _ => null,
    };

    /// <summary>Media types are components from 3.2 on.</summary>
    private bool IsVersion(string version)
        => root["openapi"] is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith(version, StringComparison.Ordinal);

    private void Report(JsonObject part, string reason, string instead)
    {
        var pointer = DocumentPointer.Append(DocumentPointer.Of(part), PartReference.Keyword);
        problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, reason, instead));
    }
}
