using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;

namespace UploadGen.Generator.Documents.References;

/// <summary>The sections of a document whose parts others may refer to: below <c>components</c>, in 2.0 at the root.</summary>
internal sealed class ComponentSections(JsonObject root)
{
    private static readonly PartKind[] Kinds =
    [
        PartKind.Schema, PartKind.Parameter, PartKind.Response, PartKind.Body, PartKind.Header, PartKind.Example, PartKind.Link, PartKind.Callback,
        PartKind.SecurityScheme,
    ];

    private readonly bool _isSwagger = root.ContainsKey("swagger");

    /// <summary>The names that were given so far, with the number that the next of the same name gets.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Whether parts of a kind have a section. Paths have one from 3.1 on, and are put in place in every version.</summary>
    public bool Has(PartKind kind) => Section(kind, _isSwagger) is not null;

    /// <summary>Whether a pointer is that of a component of a kind.</summary>
    public bool IsComponent(PartKind kind, string pointer) => Section(kind, _isSwagger) is { } section && IsComponent(section, pointer);

    /// <summary>Adds a component under a name of its own.</summary>
    /// <param name="kind">A kind that has a section.</param>
    /// <param name="name">What it should be called.</param>
    /// <param name="part">The component.</param>
    /// <returns>Its pointer.</returns>
    public string Add(PartKind kind, string name, JsonNode part)
    {
        var pointer = Reserve(kind, name);
        var section = DocumentPointer.Segments(Section(kind, _isSwagger)!).Aggregate(root, Child);
        section[DocumentPointer.Unescape(pointer.Substring(pointer.LastIndexOf('/') + 1))] = part;
        return pointer;
    }

    /// <summary>The pointer of a component that there is none of.</summary>
    /// <param name="kind">A kind that has a section.</param>
    /// <param name="name">What it would be called.</param>
    public string Reserve(PartKind kind, string name)
    {
        var wanted = DocumentPointer.Append(Section(kind, _isSwagger)!, name);
        var number = _numbers.TryGetValue(wanted, out var next) ? next : 1;
        string pointer;
        do
        {
            pointer = number == 1 ? wanted : wanted + number.ToString(CultureInfo.InvariantCulture);
            number++;
        }
        while (DocumentPointer.Find(root, pointer) is not null);

        _numbers[wanted] = number;
        return pointer;
    }

    /// <summary>
    /// The component that a pointer means which names the section of another kind, or of another version: documents were converted by halves. Null where there
    /// is none.
    /// </summary>
    public string? Counterpart(PartKind kind, string pointer)
    {
        if (!Kinds.Any(other => IsComponent(Section(other, false)!, pointer) || (Section(other, true) is { } section && IsComponent(section, pointer))))
        {
            return null;
        }

        var component = Section(kind, _isSwagger) + pointer.Substring(pointer.LastIndexOf('/'));
        return DocumentPointer.Find(root, component) is null ? null : component;
    }

    private static bool IsComponent(string section, string pointer)
        => pointer.Length > section.Length + 1
            && pointer.StartsWith(section + "/", StringComparison.Ordinal)
            && pointer.IndexOf('/', section.Length + 1) < 0;

    private static string? Section(PartKind kind, bool isSwagger)
        => isSwagger
            ? kind switch
            {
                PartKind.Schema => "/definitions",
                PartKind.Parameter => "/parameters",
                PartKind.Response => "/responses",
                _ => null,
            }
            : kind switch
            {
                PartKind.Schema => "/components/schemas",
                PartKind.Parameter => "/components/parameters",
                PartKind.Response => "/components/responses",
                PartKind.Body => "/components/requestBodies",
                PartKind.Header => "/components/headers",
                PartKind.Example => "/components/examples",
                PartKind.Link => "/components/links",
                PartKind.Callback => "/components/callbacks",
                PartKind.SecurityScheme => "/components/securitySchemes",
                _ => null,
            };

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }
}
