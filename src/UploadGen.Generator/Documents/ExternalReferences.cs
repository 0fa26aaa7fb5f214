using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>
/// Brings what a document refers to in other files into its own components, and lets the references lead there. What isn't
/// among the project's AdditionalFiles is left as it is, and reported as a reference that leads nowhere.
/// </summary>
internal sealed class ExternalReferences
{
    private const string Components = "/components/";

    private readonly JsonObject _root;
    private readonly SpecText _source;
    private readonly ICollection<SpecProblem> _problems;
    private readonly Dictionary<string, JsonNode?> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _imported = new(StringComparer.Ordinal);

    private ExternalReferences(JsonObject root, SpecText source, ICollection<SpecProblem> problems)
    {
        _problems = problems;
        _root = root;
        _source = source;
        _files[Resolved(source.Path)] = root;
    }

    public static void Bundle(JsonObject root, SpecText source, ICollection<SpecProblem> problems)
    {
        if (source.Files.Count > 0)
        {
            new ExternalReferences(root, source, problems).Rewrite(root, Resolved(source.Path), "");
        }
    }

    /// <summary>Rewrites the references below a node that came from a file.</summary>
    private void Rewrite(JsonNode? node, string file, string pointer)
    {
        switch (node)
        {
            case JsonObject parent:
                if (parent["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference) && Import(reference, file, pointer) is { } local)
                {
                    parent["$ref"] = local;
                }

                foreach (var member in parent.ToList())
                {
                    Rewrite(member.Value, file, DocumentPointer.Append(pointer, member.Key));
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Rewrite(items[i], file, $"{pointer}/{i}");
                }

                break;
        }
    }

    /// <summary>The place in this document of what a reference leads to, brought here first if need be; null where it stays as it is.</summary>
    private string? Import(string reference, string file, string pointer)
    {
        var hash = reference.IndexOf('#');
        var name = hash < 0 ? reference : reference.Substring(0, hash);
        var fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        var target = name.Length == 0 ? file : FileName.Resolve(file, name);
        if (target == Resolved(_source.Path))
        {
            return name.Length == 0 ? null : "#" + fragment;
        }

        var key = target + "#" + fragment;
        if (_imported.TryGetValue(key, out var known))
        {
            return known;
        }

        if (At(Root(target, pointer), fragment) is not { } found)
        {
            return null;
        }

        var (kind, container) = Container(fragment, pointer);
        var wanted = fragment.Length > 1 ? DocumentPointer.Unescape(fragment.Substring(fragment.LastIndexOf('/') + 1)) : FileName.PascalStem(target);
        var id = Unique(container, wanted);
        var copy = found.DeepClone();
        container[id] = copy;
        _imported[key] = "#" + DocumentPointer.Append(Components + kind, id);
        Rewrite(copy, target, Components + kind);
        return _imported[key];
    }

    private JsonNode? Root(string target, string pointer)
    {
        if (!_files.TryGetValue(target, out var root))
        {
            _files[target] = root = _source.Files.FirstOrDefault(file => file.IsAt(target)) is { } found ? Parse(found, pointer) : null;
        }

        return root;
    }

    /// <summary>A file that can't be read holds nothing to refer to.</summary>
    private JsonObject? Parse(ReferencedFile file, string pointer)
    {
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

    /// <summary>Where a part belongs: the section it stands in over there, or else what this document wants where it refers to it.</summary>
    private (string Kind, JsonObject Container) Container(string fragment, string pointer)
    {
        var kind = fragment.StartsWith(Components, StringComparison.Ordinal) ? fragment.Split('/')[2]
            : pointer.Contains("/schema") || pointer.Contains("/properties") ? "schemas"
            : pointer.Contains("/parameters/") ? "parameters"
            : pointer.EndsWith("/requestBody", StringComparison.Ordinal) ? "requestBodies"
            : pointer.StartsWith("/paths/", StringComparison.Ordinal) && pointer.Split('/').Length == 3 ? "pathItems"
            : pointer.Contains("/responses/") ? "responses"
            : "schemas";
        return (kind, Child(Child(_root, "components"), kind));
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static string Unique(JsonObject container, string name)
    {
        var unique = name;
        for (var number = 2; container.ContainsKey(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static JsonNode? At(JsonNode? root, string fragment)
        => fragment.Split('/').Skip(1).Select(DocumentPointer.Unescape).Aggregate(root, (node, segment) => (node as JsonObject)?[segment]);

    private static string Resolved(string path) => FileName.Resolve(path, FileName.Last(path));
}
