using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>
/// Brings what a document refers to in other files into its own components, and lets the references lead there; a path is put in place of the reference to
/// it. What isn't among the project's AdditionalFiles is left as it is, and reported as a reference that leads nowhere.
/// </summary>
internal sealed class ExternalReferences
{
    /// <summary>References that lead to references so often are in a circle.</summary>
    private const int MaxDepth = 20;

    private readonly SpecText _source;
    private readonly ICollection<SpecProblem> _problems;
    private readonly ComponentSections _sections;
    private readonly Dictionary<string, JsonObject?> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Target, PartKind Kind), string> _imported = [];
    private readonly Queue<(PartReference Reference, string File, int Depth)> _open = new();

    private ExternalReferences(JsonObject root, SpecText source, ICollection<SpecProblem> problems)
    {
        _source = source;
        _problems = problems;
        _sections = new ComponentSections(root);
        _files[Resolved(source.Path)] = root;
    }

    public static void Bundle(JsonObject root, SpecText source, ICollection<SpecProblem> problems)
    {
        if (source.Files.Count > 0)
        {
            new ExternalReferences(root, source, problems).Bundle(root);
        }
    }

    private void Bundle(JsonObject root)
    {
        Open(root, PartKind.Document, Resolved(_source.Path));
        while (_open.Count > 0)
        {
            var (reference, file, depth) = _open.Dequeue();
            if (Import(reference, file, depth) is { } local)
            {
                reference.Holder[PartReference.Keyword] = local;
            }
        }
    }

    /// <summary>Queues the references in a part that came from a file.</summary>
    private void Open(JsonObject part, PartKind kind, string file)
    {
        foreach (var reference in PartReference.FindAll(part, kind))
        {
            _open.Enqueue((reference, file, 0));
        }
    }

    /// <summary>What a reference says from now on, when what it leads to has been brought here; null where it stays as it is.</summary>
    private string? Import(PartReference reference, string file, int depth)
    {
        var hash = reference.Text.IndexOf('#');
        var name = PartReference.FileOf(reference.Text);
        var fragment = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        var target = name.Length == 0 ? file : FileName.Resolve(file, name);
        if (target == Resolved(_source.Path))
        {
            return name.Length == 0 ? null : "#" + fragment;
        }

        if (_imported.TryGetValue((target + "#" + fragment, reference.Kind), out var known))
        {
            return known;
        }

        var root = Root(target, reference);
        var isPointer = fragment.Length == 0 || fragment[0] == '/';
        if (root is null || !isPointer || DocumentPointer.Find(root, Uri.UnescapeDataString(fragment)) is not JsonObject found)
        {
            // A place in another file isn't to be looked for in this one.
            return name.Length == 0 ? FileName.Last(file) + reference.Text : null;
        }

        if (found.Count == 1 && PartReference.TextOf(found) is { } next)
        {
            return depth < MaxDepth ? Import(reference with { Text = next }, target, depth + 1) : null;
        }

        if (reference.Kind == PartKind.Path)
        {
            PutInPlace(found, reference.Holder, target, depth);
            return null;
        }

        return _sections.Has(reference.Kind) ? Copy(reference.Kind, found, target, root, fragment) : null;
    }

    private string Copy(PartKind kind, JsonObject part, string file, JsonObject root, string fragment)
    {
        var copy = (JsonObject)part.DeepClone();
        var local = "#" + _sections.Add(kind, Name(file, root, fragment), copy);
        _imported[(file + "#" + fragment, kind)] = local;
        Open(copy, kind, file);
        return local;
    }

    /// <summary>A component keeps its name; what stands deeper is called by the way to it.</summary>
    private static string Name(string file, JsonObject root, string fragment)
        => fragment.Length < 2 ? FileName.PascalStem(file)
            : fragment.Split('/').Length <= "/components/schemas/name".Split('/').Length ? DocumentPointer.Segments(fragment).Last()
            : PartName.Of(root, fragment);

    private void PutInPlace(JsonObject path, JsonObject place, string file, int depth)
    {
        place.Remove(PartReference.Keyword);
        if (depth > MaxDepth)
        {
            return;
        }

        var copy = (JsonObject)path.DeepClone();
        place.Select(member => member.Key).ToList().ForEach(own => copy.Remove(own));
        foreach (var reference in PartReference.FindAll(copy, PartKind.Path))
        {
            var isOfPath = reference.Holder == copy;
            _open.Enqueue((isOfPath ? reference with { Holder = place } : reference, file, isOfPath ? depth + 1 : 0));
        }

        foreach (var member in copy.ToList())
        {
            copy.Remove(member.Key);
            place[member.Key] = member.Value;
        }
    }

    private JsonObject? Root(string target, PartReference reference)
    {
        if (!_files.TryGetValue(target, out var root))
        {
            _files[target] = root = _source.Files.FirstOrDefault(file => file.IsAt(target)) is { } found ? Parse(found, reference) : null;
        }

        return root;
    }

    /// <summary>A file that can't be read holds nothing to refer to.</summary>
    private JsonObject? Parse(ReferencedFile file, PartReference reference)
    {
        var pointer = DocumentPointer.Of(reference.Holder);
        try
        {
            var duplicates = new List<DuplicateName>();
            var root = file.Format.Parse(file.Text, duplicates);
            duplicates.ForEach(name => _problems.Add(
                SpecProblem.At(pointer, SpecProblemKind.DuplicateName, $"in the file it refers to, {Place(file, name.Line, name.Column)}, {name.Reason}")));
            return root;
        }
        catch (DocumentFormatException exception)
        {
            var reason = $"the file it refers to can't be read: {Place(file, exception.Fault.Line, exception.Fault.Column)}: {exception.Fault.Reason}";
            _problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, reason, "Any JSON value"));
            return null;
        }
    }

    private static string Place(ReferencedFile file, int line, int column)
        => string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", FileName.Last(file.Path), line + 1, column + 1);

    private static string Resolved(string path) => FileName.Resolve(path, FileName.Last(path));
}
