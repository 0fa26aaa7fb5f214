using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.JsonPaths;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Merges values into places of a document: objects member by member, lists by appending.</summary>
/// <param name="version">What is neither an object nor a list is replaced by 1.1 only; and only 1.1 says that an object can't become a list.</param>
/// <param name="places">Is told where what is merged is written.</param>
internal sealed class OverlayMerge(OverlayVersion version, OverlayPlaces places)
{
    /// <summary>More than any API has. Copies of copies grow faster than anything else.</summary>
    private const int MostNodes = 2_000_000;

    private const string Object = "an object";
    private const string List = "a list";
    private const string Plain = "a plain value";

    private int _nodes;

    /// <summary>Why a value can't be merged into all of the places.</summary>
    public ActionProblem? FindProblem(IReadOnlyList<JsonPlace> targets, JsonNode? value, string target, string member)
    {
        var kinds = targets.Select(place => Kind(place.Value)).Distinct().ToList();
        if (kinds.Count > 1)
        {
            var selected = string.Join(" and ", kinds);
            return new ActionProblem("/target", $"the target '{target}' selects {selected}, and one '{member}' changes places of one kind");
        }

        var (kind, given) = (kinds[0], Kind(value));
        if (kind == Plain && !version.HasCopy)
        {
            return new ActionProblem(
                "/target",
                $"the target '{target}' selects something that can't be updated: Overlay 1.0 changes objects and lists only. Say overlay: 1.1.0");
        }

        if (kind != List && kind != given)
        {
            return new ActionProblem("/" + member, $"'{member}' gives {given}, and the target '{target}' selects {kind}");
        }

        return FindMismatch(targets, value, member) ?? FindGrowth(targets, value, member);
    }

    /// <param name="written">Where the value is written.</param>
    public void Apply(JsonPlace place, JsonNode? value, OverlayPlace written)
    {
        switch (place.Value)
        {
            case JsonObject members when value is JsonObject changes:
                Merge(members, changes, written);
                break;
            case JsonArray items when value is JsonArray more && version.HasCopy:
                Append(items, more, written);
                break;
            case JsonArray items:
                items.Add(places.Copy(value, written));
                break;
            default:
                Replace(place, places.Copy(value, written));
                break;
        }
    }

    private static string Kind(JsonNode? node) => node switch
    {
        JsonObject => Object,
        JsonArray => List,
        _ => Plain,
    };

    private static void Replace(JsonPlace place, JsonNode? value)
    {
        switch (place.Parent)
        {
            case JsonObject members:
                members[place.Name!] = value;
                break;
            case JsonArray items:
                items[place.Index] = value;
                break;
        }
    }

    private void Append(JsonArray items, JsonArray more, OverlayPlace written)
    {
        for (var i = 0; i < more.Count; i++)
        {
            items.Add(places.Copy(more[i], written.Item(i)));
        }
    }

    private void Merge(JsonObject members, JsonObject changes, OverlayPlace written)
    {
        foreach (var change in changes)
        {
            switch (members[change.Key], change.Value)
            {
                case (JsonObject inner, JsonObject innerChanges):
                    Merge(inner, innerChanges, places.OwnOf(innerChanges) ?? written.Member(change.Key));
                    break;
                case (JsonArray items, JsonArray more):
                    Append(items, more, places.OwnOf(more) ?? written.Member(change.Key));
                    break;
                default:
                    members[change.Key] = places.Copy(change.Value, written.Member(change.Key));
                    break;
            }
        }
    }

    /// <summary>A member that is of one kind in the document and of another in what is merged. By Overlay 1.0 it is replaced, by 1.1 it is an error.</summary>
    private ActionProblem? FindMismatch(IReadOnlyList<JsonPlace> targets, JsonNode? value, string member)
        => version.HasCopy && value is JsonObject changes
            ? targets.Select(place => place.Value).OfType<JsonObject>()
                .Select(members => FindMismatch(members, changes, "/" + member))
                .FirstOrDefault(problem => problem is not null)
            : null;

    private static ActionProblem? FindMismatch(JsonObject members, JsonObject changes, string pointer)
    {
        foreach (var change in changes.Where(change => members.ContainsKey(change.Key)))
        {
            var place = DocumentPointer.Append(pointer, change.Key);
            var (before, after) = (members[change.Key], change.Value);
            if (Kind(before) != Kind(after))
            {
                return new ActionProblem(place, $"'{change.Key}' is {Kind(after)} here and {Kind(before)} in the document; remove it there first");
            }

            if (before is JsonObject inner && after is JsonObject innerChanges && FindMismatch(inner, innerChanges, place) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>A document may not grow without end, or deeper than it can be read.</summary>
    private ActionProblem? FindGrowth(IReadOnlyList<JsonPlace> targets, JsonNode? value, string member)
    {
        if (member != "copy")
        {
            return null;
        }

        var (count, depth) = Measure(value);
        if (_nodes + ((long)count * targets.Count) > MostNodes)
        {
            return new ActionProblem("/copy", $"the overlay copies more than {MostNodes.ToString("N0", CultureInfo.InvariantCulture)} values");
        }

        _nodes += count * targets.Count;
        return depth + targets.Max(Depth) > DocumentFormat.MaxDepth
            ? new ActionProblem("/copy", $"the document would be nested deeper than {DocumentFormat.MaxDepth} objects and lists")
            : null;
    }

    private static (int Count, int Depth) Measure(JsonNode? node)
    {
        var (count, depth) = (0, 0);
        var open = new Stack<(JsonNode? Node, int Depth)>([(node, 1)]);
        while (open.Count > 0)
        {
            var (at, level) = open.Pop();
            (count, depth) = (count + 1, Math.Max(depth, level));
            var children = at switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            };
            foreach (var child in children)
            {
                open.Push((child, level + 1));
            }
        }

        return (count, depth);
    }

    private static int Depth(JsonPlace place)
    {
        var depth = 0;
        for (var at = place.Parent; at is not null; at = at.Parent)
        {
            depth++;
        }

        return depth;
    }
}
