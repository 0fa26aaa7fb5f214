using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>Puts paths in place of the references to them: there are no components for paths before 3.1.</summary>
/// <param name="root">The document.</param>
/// <param name="targets">Where references lead.</param>
/// <param name="components">Makes components of the parts of a path, so that its copies have them in common.</param>
/// <param name="problems">What was found wrong.</param>
internal sealed class PathReferences(JsonObject root, ReferenceTargets targets, LocalReferences components, ICollection<SpecProblem> problems)
{
    /// <summary>A path that is a reference may say more, and refer to another such; whoever nests deeper is after the compiler's stack.</summary>
    private const int MaxDepth = 20;

    private readonly HashSet<JsonObject> _inProgress = [];

    public void Resolve(PartReference reference)
    {
        if (PartReference.TextOf(reference.Holder) is null || _inProgress.Contains(reference.Holder))
        {
            return;
        }

        _inProgress.Add(reference.Holder);
        var target = _inProgress.Count > MaxDepth ? null : targets.Find(reference);
        if (target is { Node: JsonObject path, Kind: PartKind.Path or null } && PartReference.TextOf(Resolved(path)) is null)
        {
            PutInPlace(path, target.Kind, reference.Holder);
        }
        else
        {
            Report(reference);
        }

        _inProgress.Remove(reference.Holder);
        reference.Holder.Remove(PartReference.Keyword);
    }

    private JsonObject Resolved(JsonObject path)
    {
        if (PartReference.TextOf(path) is { } text)
        {
            Resolve(new PartReference(path, text, PartKind.Path, null));
        }

        return path;
    }

    private void PutInPlace(JsonObject path, PartKind? kind, JsonObject place)
    {
        if (kind is not null)
        {
            Share(path, PartKind.Path);
        }

        foreach (var member in path.Where(member => !place.ContainsKey(member.Key)).ToList())
        {
            var copy = member.Value?.DeepClone();
            if (DocumentParts.Find(PartKind.Path, member.Key) is { Kind: PartKind.Operation } holder)
            {
                // An id names one operation: the one where it is written.
                holder.In(copy).ToList().ForEach(operation => operation.Remove("operationId"));
            }

            place[member.Key] = copy;
        }

        if (kind is null)
        {
            // Nobody has looked at the references in an extension.
            components.ResolveComponents(PartReference.FindAll(place, PartKind.Path));
        }
    }

    private void Share(JsonObject owner, PartKind kind)
    {
        foreach (var holder in DocumentParts.Of(kind))
        {
            foreach (var part in holder.In(owner[holder.Member]).ToList())
            {
                if (holder.Kind == PartKind.Operation)
                {
                    Share(part, holder.Kind);
                }
                else if (holder.Kind is PartKind.Parameter or PartKind.Body or PartKind.Response)
                {
                    components.Share(part, holder.Kind);
                }
            }
        }
    }

    /// <summary>Only paths of the document become operations.</summary>
    private void Report(PartReference reference)
    {
        if (reference.Holder.Parent is { } paths && paths == root["paths"])
        {
            var pointer = DocumentPointer.Append(DocumentPointer.Of(reference.Holder), PartReference.Keyword);
            problems.Add(SpecProblem.At(pointer, SpecProblemKind.UnresolvedReference, reference.Text, "No operation"));
        }
    }
}
