using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Takes out what has to be an object and isn't: a parameter, a media type, a server. Microsoft.OpenApi makes null of such a part. In YAML, a name
/// without anything below it is one.
/// </summary>
/// <remarks>It looks where OpenAPI has parts and nowhere else: examples and extensions hold whatever their author likes.</remarks>
internal sealed class NonObjectRepair(ICollection<SpecProblem> problems)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>The parts of each kind of object (OpenAPI 3.1.1, section 4.8; Swagger 2.0 has some of them at its root).</summary>
    private static readonly Dictionary<Kind, Part[]> PartsOf = new()
    {
        [Kind.Document] =
        [
            new("servers", Kind.Server), new("security", Kind.Other), new("tags", Kind.Other),
            new("paths", Kind.Path, Holds.SomeObjects), new("webhooks", Kind.Path, Holds.SomeObjects), new("components", Kind.Components, Holds.Itself),
            new("parameters", Kind.Parameter), new("responses", Kind.Response), new("securityDefinitions", Kind.Other),
        ],
        [Kind.Components] =
        [
            new("parameters", Kind.Parameter), new("headers", Kind.Parameter), new("requestBodies", Kind.Body), new("responses", Kind.Response),
            new("securitySchemes", Kind.Other), new("links", Kind.Other), new("examples", Kind.Other), new("pathItems", Kind.Path),
        ],
        [Kind.Path] =
        [
            new("parameters", Kind.Parameter), new("servers", Kind.Server),
            .. Methods.Select(method => new Part(method, Kind.Operation, Holds.Itself)),
        ],
        [Kind.Operation] =
        [
            new("parameters", Kind.Parameter), new("servers", Kind.Server), new("security", Kind.Other),
            new("requestBody", Kind.Body, Holds.Itself), new("responses", Kind.Response, Holds.SomeObjects),
        ],
        [Kind.Parameter] = [new("content", Kind.MediaType)],
        [Kind.Body] = [new("content", Kind.MediaType)],
        [Kind.Response] = [new("content", Kind.MediaType), new("headers", Kind.Parameter), new("links", Kind.Other)],
        [Kind.MediaType] = [new("encoding", Kind.Encoding)],
        [Kind.Encoding] = [new("headers", Kind.Parameter)],
        [Kind.Server] = [new("variables", Kind.Other)],
        [Kind.Other] = [],
    };

    public void Mend(JsonObject root) => Mend(root, Kind.Document, "");

    private void Mend(JsonObject parent, Kind kind, string pointer)
    {
        foreach (var part in PartsOf[kind])
        {
            var place = pointer + "/" + part.Member;
            switch (parent[part.Member])
            {
                case JsonObject itself when part.Holds == Holds.Itself:
                    Mend(itself, part.Kind, place);
                    break;
                case JsonObject members:
                    MendMembers(members, part, place);
                    break;
                case JsonArray items:
                    MendItems(items, part, place);
                    break;
            }
        }
    }

    private void MendMembers(JsonObject members, Part part, string pointer)
    {
        foreach (var member in members.ToList())
        {
            var place = DocumentPointer.Append(pointer, member.Key);
            if (member.Value is JsonObject found)
            {
                Mend(found, part.Kind, place);
            }
            else if (part.Holds == Holds.Objects)
            {
                members.Remove(member.Key);
                Report(place);
            }
        }
    }

    /// <summary>From the last to the first, so that the places before still hold.</summary>
    private void MendItems(JsonArray items, Part part, string pointer)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var place = pointer + "/" + i.ToString(CultureInfo.InvariantCulture);
            if (items[i] is JsonObject found)
            {
                Mend(found, part.Kind, place);
            }
            else
            {
                items.RemoveAt(i);
                Report(place);
            }
        }
    }

    private void Report(string pointer) => problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, "this part is no object", "Nothing"));

    /// <summary>A member of an object that holds parts.</summary>
    private sealed record Part(string Member, Kind Kind, Holds Holds = Holds.Objects);

    private enum Holds
    {
        /// <summary>A map or list, of objects only.</summary>
        Objects,

        /// <summary>A map that may have extensions beside its objects.</summary>
        SomeObjects,

        /// <summary>The member is the part itself.</summary>
        Itself,
    }

    private enum Kind
    {
        Document,
        Components,
        Path,
        Operation,
        Parameter,
        Body,
        Response,
        MediaType,
        Encoding,
        Server,

        /// <summary>An object whose own parts aren't looked into.</summary>
        Other,
    }
}
