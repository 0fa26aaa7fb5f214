using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.JsonPaths;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Applies the actions of an overlay. One that can't be applied as a whole changes nothing.</summary>
/// <param name="version">The specification that the overlay keeps to.</param>
/// <param name="documentName">What the document is called in messages.</param>
/// <param name="document">The document.</param>
internal sealed class OverlayAction(OverlayVersion version, string documentName, JsonObject document)
{
    private readonly OverlayMerge _merge = new(version);

    /// <summary>Applies an action, or says why it can't be.</summary>
    public ActionProblem? Apply(JsonObject? action)
    {
        if (action?["target"] is not JsonValue text || !text.TryGetValue<string>(out var target))
        {
            return new ActionProblem("", "an action has no 'target'");
        }

        if (Select("target", target, out var places) is { } problem)
        {
            return problem;
        }

        var (hasUpdate, hasCopy) = (action.ContainsKey("update"), action.ContainsKey("copy"));
        return action["remove"] is JsonValue remove && remove.GetValueKind() == JsonValueKind.True ? Remove(places, target)
            : hasUpdate && hasCopy ? new ActionProblem("", "an action has both 'update' and 'copy', so that neither counts")
            : hasUpdate ? Merge(places, action["update"], target, "update")
            : hasCopy ? Copy(places, action["copy"], target)
            : new ActionProblem("", version.HasCopy ? "an action has neither 'update' nor 'copy' nor 'remove'" : "an action has neither 'update' nor 'remove'");
    }

    private ActionProblem? Select(string member, string path, out IReadOnlyList<JsonPlace> places)
    {
        places = [];
        try
        {
            places = JsonPath.Parse(path).Select(document);
            return places.Count > 0 ? null : new ActionProblem("/" + member, $"the {member} '{path}' selects nothing in '{documentName}'");
        }
        catch (FormatException exception)
        {
            return new ActionProblem("/" + member, $"the {member} '{path}' is no JSONPath that can be read ({exception.Message})");
        }
    }

    /// <summary>From the last of a list to its first, so that the indices before still hold.</summary>
    private static ActionProblem? Remove(IReadOnlyList<JsonPlace> places, string target)
    {
        foreach (var place in places.OrderByDescending(place => place.Index))
        {
            switch (place.Parent)
            {
                case JsonObject members:
                    members.Remove(place.Name!);
                    break;
                case JsonArray items:
                    items.RemoveAt(place.Index);
                    break;
            }
        }

        return places.Any(place => place.Parent is null)
            ? new ActionProblem("/target", $"the target '{target}' is the whole document, which can't be removed")
            : null;
    }

    private ActionProblem? Copy(IReadOnlyList<JsonPlace> places, JsonNode? copy, string target)
    {
        if (!version.HasCopy)
        {
            return new ActionProblem("/copy", $"'copy' came with Overlay 1.1, and the overlay says it is '{version.Text}'. Say overlay: 1.1.0");
        }

        if (copy is not JsonValue text || !text.TryGetValue<string>(out var path))
        {
            return new ActionProblem("/copy", "'copy' is no JSONPath");
        }

        if (Select("copy", path, out var sources) is { } problem)
        {
            return problem;
        }

        return sources.Count == 1
            ? Merge(places, sources[0].Value, target, "copy")
            : new ActionProblem("/copy", $"the copy '{path}' selects {sources.Count} places, and only one can be copied");
    }

    private ActionProblem? Merge(IReadOnlyList<JsonPlace> places, JsonNode? value, string target, string member)
    {
        // What is copied may be a part of where it goes.
        var source = member == "copy" ? value?.DeepClone() : value;
        var problem = _merge.FindProblem(places, source, target, member);
        if (problem is null)
        {
            places.ToList().ForEach(place => _merge.Apply(place, source));
        }

        return problem;
    }
}

/// <summary>Why an action can't be applied.</summary>
/// <param name="Member">The member of the action that is at fault, as a pointer.</param>
internal sealed record ActionProblem(string Member, string Text);
