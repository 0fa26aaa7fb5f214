using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Applies an OpenAPI Overlay (1.0 or 1.1) to a document: one action after the other, each on what the ones before it left.</summary>
internal sealed class Overlay(OverlayText overlay, string documentPath, OverlayPlaces places, ICollection<FileProblem> problems)
{
    private const string RestIsApplied = "It changes nothing; whatever else the overlay says is applied";
    private const string NothingIsApplied = "Nothing of it is applied";

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
            var reason = $"it can't be read as an overlay: {fault.Reason}. {NothingIsApplied}; mend the file";
            Report(SpecProblem.At(fault.Line, fault.Column, SpecProblemKind.OverlayTarget, reason));
            return;
        }

        var version = OverlayVersion.Read(root["overlay"]);
        if (version.Minor is null)
        {
            Report("/overlay", $"it says it is Overlay '{version.Text}'; 1.0 and 1.1 can be read. {NothingIsApplied}");
            return;
        }

        if (root["actions"] is not JsonArray actions)
        {
            Report("/actions", "it has no list of 'actions'. " + RestIsApplied);
            return;
        }

        var applying = new OverlayAction(version, FileName.Last(documentPath), document, places);
        for (var i = 0; i < actions.Count; i++)
        {
            var written = new OverlayPlace(overlay.Path, "/actions").Item(i);
            if (applying.Apply(actions[i] as JsonObject, written) is { } problem)
            {
                Report(written.Pointer + problem.Member, problem.Text + ". " + RestIsApplied);
            }
        }
    }

    private void Report(string pointer, string problem)
        => Report(SpecProblem.At(pointer, SpecProblemKind.OverlayTarget, problem));

    private void Report(SpecProblem problem) => problems.Add(new FileProblem(overlay.Path, problem));
}
