using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.JsonPaths;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Applies the actions of an overlay. One that can't be applied as a whole changes nothing.</summary>
/// <param name="version">The specification that the overlay keeps to.</param>
/// <param name="documentName">What the document is called in messages.</param>
/// <param name="document">The document.</param>
/// <param name="places">Is told where what comes into the document is written.</param>
internal sealed class OverlayAction(OverlayVersion version, string documentName, JsonObject document, OverlayPlaces places)
{
    private readonly OverlayMerge _merge = new(version, places);

    /// <summary>Applies an action, or says why it can't be.</summary>
    /// <param name="written">Where the action is written.</param>
    public ActionProblem? Apply(JsonObject? action, OverlayPlace written)
    {
        if (action?["target"] is not JsonValue text || !text.TryGetValue<string>(out var target))
        {
            return new ActionProblem("", "an action has no 'target'");
        }

        if (Select("target", target, out var targets) is { } problem)
        {
            return problem;
        }

        var (hasUpdate, hasCopy) = (action.ContainsKey("update"), action.ContainsKey("copy"));
        return action["remove"] is JsonValue remove && remove.GetValueKind() == JsonValueKind.True ? Remove(targets, target)
            : hasUpdate && hasCopy ? new ActionProblem("", "an action has both 'update' and 'copy', so that neither counts")
            : hasUpdate ? Merge(targets, action["update"], target, "update", written.Member("update"))
            : hasCopy ? Copy(targets, action["copy"], target)
            : new ActionProblem("", version.HasCopy ? "an action has neither 'update' nor 'copy' nor 'remove'" : "an action has neither 'update' nor 'remove'");
    }

    private ActionProblem? Select(string member, string path, out IReadOnlyList<JsonPlace> selected)
    {
        selected = [];
        try
        {
            selected = JsonPath.Parse(path).Select(document);
            return selected.Count > 0 ? null : new ActionProblem("/" + member, $"the {member} '{path}' selects nothing in '{documentName}'");
        }
        catch (FormatException exception)
        {
            return new ActionProblem("/" + member, $"the {member} '{path}' is no JSONPath that can be read ({exception.Message})");
        }
    }

    /// <summary>From the last of a list to its first, so that the indices before still hold.</summary>
    private static ActionProblem? Remove(IReadOnlyList<JsonPlace> targets, string target)
    {
        foreach (var place in targets.OrderByDescending(place => place.Index))
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

        return targets.Any(place => place.Parent is null)
            ? new ActionProblem("/target", $"the target '{target}' is the whole document, which can't be removed")
            : null;
    }

    private ActionProblem? Copy(IReadOnlyList<JsonPlace> targets, JsonNode? copy, string target)
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
            ? Merge(targets, sources[0].Value, target, "copy", places.Of(sources[0].Value))
            : new ActionProblem("/copy", $"the copy '{path}' selects {sources.Count} places, and only one can be copied");
    }

    private ActionProblem? Merge(IReadOnlyList<JsonPlace> targets, JsonNode? value, string target, string member, OverlayPlace written)
    {
        // What is copied may be a part of where it goes.
        var source = member == "copy" ? places.Copy(value, written) : value;
        var problem = _merge.FindProblem(targets, source, target, member);
        if (problem is null)
        {
            targets.ToList().ForEach(place => _merge.Apply(place, source, written));
        }

        return problem;
    }
}

/// <summary>Why an action can't be applied.</summary>
/// <param name="Member">The member of the action that is at fault, as a pointer.</param>
internal sealed record ActionProblem(string Member, string Text);
