using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Applies an OpenAPI Overlay (1.0) to a document: one action after the other, each on what the ones before it left.</summary>
internal sealed class Overlay(OverlayText overlay, string documentPath, ICollection<OverlayProblem> problems)
{
    public void Apply(JsonObject document)
    {
        JsonObject root;
        try
        {
            var duplicates = new List<DuplicateName>();
            root = overlay.Format.Parse(overlay.Text, duplicates);
            duplicates.ForEach(name => Report(SpecProblem.At(name.Line, name.Column, SpecProblemKind.DuplicateName, name.Reason)));
        }
        catch (DocumentFormatException exception)
        {
            var fault = exception.Fault;
            var reason = $"it can't be read as an overlay: {fault.Reason}. Nothing of it is applied; mend the file";
            Report(SpecProblem.At(fault.Line, fault.Column, SpecProblemKind.OverlayTarget, reason));
            return;
        }

        if (root["actions"] is not JsonArray actions)
        {
            Report("/actions", "it has no list of 'actions'");
            return;
        }

        for (var i = 0; i < actions.Count; i++)
        {
            Apply(actions[i] as JsonObject, document, "/actions/" + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Apply(JsonObject? action, JsonObject document, string pointer)
    {
        if (action?["target"] is not JsonValue text || !text.TryGetValue<string>(out var target))
        {
            Report(pointer, "an action has no 'target'");
            return;
        }

        try
        {
            var places = JsonPath.Parse(target).Select(document);
            if (places.Count == 0)
            {
                Report(pointer + "/target", $"the target '{target}' selects nothing in '{FileName.Last(documentPath)}'");
            }
            else if (action["remove"] is JsonValue remove && remove.GetValueKind() == JsonValueKind.True)
            {
                Remove(places, target, pointer);
            }
            else if (action.ContainsKey("update"))
            {
                Update(places, action["update"], target, pointer);
            }
            else
            {
                Report(pointer, "an action has neither 'update' nor 'remove'");
            }
        }
        catch (FormatException exception)
        {
            Report(pointer + "/target", $"the target '{target}' is no JSONPath that can be read ({exception.Message})");
        }
    }

    /// <summary>From the last to the first, so that the indices before still hold.</summary>
    private void Remove(IReadOnlyList<JsonPlace> places, string target, string pointer)
    {
        foreach (var place in places.Reverse())
        {
            switch (place.Parent)
            {
                case JsonObject members:
                    members.Remove(place.Name!);
                    break;
                case JsonArray items when place.Index < items.Count:
                    items.RemoveAt(place.Index);
                    break;
                case null:
                    Report(pointer + "/target", $"the target '{target}' is the whole document, which can't be removed");
                    break;
            }
        }
    }

    private void Update(IReadOnlyList<JsonPlace> places, JsonNode? update, string target, string pointer)
    {
        foreach (var place in places)
        {
            switch (place.Value)
            {
                case JsonObject members when update is JsonObject changes:
                    Merge(members, changes);
                    break;
                case JsonArray items:
                    items.Add(update?.DeepClone());
                    break;
                default:
                    Report(
                        pointer + "/target",
                        $"the target '{target}' selects something that can't be updated: only an object can be, by an object, and an array");
                    return;
            }
        }
    }

    /// <summary>Objects are merged member by member, arrays are appended to, everything else is replaced (Overlay 1.0.0, section 4.4.3).</summary>
    private static void Merge(JsonObject members, JsonObject changes)
    {
        foreach (var change in changes)
        {
            switch (members[change.Key], change.Value)
            {
                case (JsonObject inner, JsonObject innerChanges):
                    Merge(inner, innerChanges);
                    break;
                case (JsonArray items, JsonArray more):
                    more.ToList().ForEach(item => items.Add(item?.DeepClone()));
                    break;
                default:
                    members[change.Key] = change.Value?.DeepClone();
                    break;
            }
        }
    }

    /// <summary>Reports an action that changes nothing. The others are applied.</summary>
    private void Report(string pointer, string problem)
    {
        var what = problem + ". It changes nothing; whatever else the overlay says is applied";
        Report(SpecProblem.At(pointer, SpecProblemKind.OverlayTarget, what));
    }

    private void Report(SpecProblem problem) => problems.Add(new OverlayProblem(overlay.Path, problem));
}

/// <summary>Something wrong with an overlay.</summary>
/// <param name="Path">The overlay's path: it is reported there.</param>
internal sealed record OverlayProblem(string Path, SpecProblem Problem);
