using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>
/// Makes components of what a document refers to elsewhere in itself, as Microsoft.OpenApi follows references to components only: it takes any other for
/// one to the component of the same last name. The part is moved, so that it stays one, and leaves a reference in its place.
/// </summary>
internal sealed class LocalReferences
{
    /// <summary>Marks a schema that isn't where it is written.</summary>
    public const string MovedExtension = "x-moved";

    private readonly JsonObject _root;
    private readonly WrittenPlaces _places;
    private readonly ICollection<SpecProblem> _problems;
    private readonly ComponentSections _sections;
    private readonly ReferenceTargets _targets;
    private readonly Queue<PartReference> _open = new();
    private readonly Dictionary<(string Pointer, PartKind Kind), string> _copies = [];
    private readonly Dictionary<(string Text, PartKind Kind), string> _missing = [];

    private LocalReferences(JsonObject root, WrittenPlaces places, ICollection<SpecProblem> problems)
    {
        _root = root;
        _places = places;
        _problems = problems;
        _sections = new ComponentSections(root);
        _targets = new ReferenceTargets(root);
    }

    public static void Resolve(JsonObject root, WrittenPlaces places, ICollection<SpecProblem> problems)
        => new LocalReferences(root, places, problems).Resolve(PartReference.FindAll(root, PartKind.Document));

    private void Resolve(IReadOnlyList<PartReference> references)
    {
        new StrayReferences(_root, _problems).Remove(references);
        ResolveComponents(references);
        var paths = new PathReferences(_root, _targets, this, _problems);
        references.Where(reference => reference.Kind == PartKind.Path).ToList().ForEach(paths.Resolve);
    }

    /// <summary>Follows references to parts that may be components.</summary>
    public void ResolveComponents(IEnumerable<PartReference> references)
    {
        references.ToList().ForEach(_open.Enqueue);
        while (_open.Count > 0)
        {
            Resolve(_open.Dequeue());
        }
    }

    /// <summary>Makes a component of a part that is about to be copied, so that its copies are one.</summary>
    public void Share(JsonObject part, PartKind kind)
    {
        if (_sections.Has(kind) && PartReference.TextOf(part) is null)
        {
            Move(part, kind, DocumentPointer.Of(part));
        }
    }

    private void Resolve(PartReference reference)
    {
        if (reference.IsLocal && _sections.Has(reference.Kind) && !_sections.IsComponent(reference.Kind, reference.Text.Substring(1)))
        {
            reference.Holder[PartReference.Keyword] = "#" + (Component(reference) ?? Missing(reference));
        }
    }

    /// <summary>The component that a reference leads to; null where it leads to nothing of the kind.</summary>
    private string? Component(PartReference reference)
    {
        if (_targets.Find(reference) is not { } target || !CanBe(reference.Kind, target.Node) || (target.Kind ?? reference.Kind) != reference.Kind)
        {
            return _sections.Counterpart(reference.Kind, reference.Text.Substring(1));
        }

        return _sections.IsComponent(reference.Kind, target.Pointer) ? target.Pointer
            : target.Kind is null ? Copy(target, reference.Kind)
            : Move(target.Node, reference.Kind, target.Pointer);
    }

    /// <summary>A component that isn't there: what leads nowhere mustn't be taken for anything.</summary>
    private string Missing(PartReference reference)
    {
        if (!_missing.TryGetValue((reference.Text, reference.Kind), out var component))
        {
            _missing[(reference.Text, reference.Kind)] = component = _sections.Reserve(reference.Kind, "Missing");
            _places.Miss(component, reference.Text);
        }

        return component;
    }

    private static bool CanBe(PartKind kind, JsonNode node)
        => node is JsonObject || (kind == PartKind.Schema && node is JsonValue value && value.TryGetValue<bool>(out _));

    private string Move(JsonNode part, PartKind kind, string pointer)
    {
        var written = _places.Of(pointer);
        var left = new JsonObject();
        switch (part.Parent)
        {
            case JsonObject members:
                members[part.GetPropertyName()] = left;
                break;
            case JsonArray items:
                items[part.GetElementIndex()] = left;
                break;
        }

        var component = Add(part, kind, written);
        left[PartReference.Keyword] = "#" + component;
        return component;
    }

    /// <summary>What stands in an extension, or wherever else a document has no parts, is left alone.</summary>
    private string Copy(ReferenceTarget target, PartKind kind)
    {
        if (!_copies.TryGetValue((target.Pointer, kind), out var component))
        {
            var copy = target.Node.DeepClone();
            _copies[(target.Pointer, kind)] = component = Add(copy, kind, _places.Of(target.Pointer));
            if (copy is JsonObject part)
            {
                PartReference.FindAll(part, kind).ToList().ForEach(_open.Enqueue);
            }
        }

        return component;
    }

    private string Add(JsonNode part, PartKind kind, string written)
    {
        if (kind == PartKind.Schema && part is JsonObject schema)
        {
            schema[MovedExtension] = true;
        }

        // Of schemas only, names are seen.
        var component = _sections.Add(kind, kind == PartKind.Schema ? PartName.Of(_root, written) : "Moved", part);
        _places.Move(component, written);
        return component;
    }
}
