using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Documents.References;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents;

/// <summary>Text to Microsoft.OpenApi's document. Whatever the text, the outcome is a document or a problem, never an exception.</summary>
internal sealed class SpecParser(
    SpecText source, ICollection<SpecProblem> problems, ICollection<FileProblem> fileProblems, CancellationToken cancellationToken)
{
    private static readonly Uri BaseUrl = new("https://uploadgen.invalid/openapi.json");

    /// <summary>What was found wrong in the document as it is read.</summary>
    private readonly List<SpecProblem> _found = [];

    public SpecDocument? Parse()
    {
        try
        {
            var duplicates = new List<DuplicateName>();
            var root = source.Format.Parse(source.Text, duplicates);
            duplicates.ForEach(name => problems.Add(SpecProblem.At(name.Line, name.Column, SpecProblemKind.DuplicateName, name.Reason)));
            return Parse(root);
        }
        catch (DocumentFormatException exception)
        {
            var fault = exception.Fault;
            problems.Add(SpecProblem.At(fault.Line, fault.Column, SpecProblemKind.NotReadable, fault.Reason, fault.Remedy));
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(InternalErrors.OfClient(exception));
            return null;
        }
    }

    private SpecDocument? Parse(JsonObject root)
    {
        var written = new WrittenPlaces(root.ContainsKey("swagger"));
        var overlaid = new OverlayPlaces();
        Prepare(root, written, overlaid);
        var document = Read(root);
        if (document is not null && root.ContainsKey("swagger"))
        {
            Guard("Forms are read as they are", () => SwaggerForms.Complete(document));
        }

        foreach (var problem in _found)
        {
            var (path, found) = overlaid.Find(written.Of(ReferenceAdvice.AddTo(problem, source)));
            if (path is null)
            {
                problems.Add(found);
            }
            else
            {
                fileProblems.Add(new FileProblem(path, found));
            }
        }

        return document is null ? null : new SpecDocument(document, root, written, overlaid);
    }

    /// <summary>
    /// What is done to a document before it is read. A step that fails is a bug of ours: it is reported, and the document is read without it.
    /// </summary>
    private void Prepare(JsonObject root, WrittenPlaces written, OverlayPlaces overlaid)
    {
        foreach (var overlay in source.Overlays)
        {
            Guard("The rest of an overlay isn't applied", () => new Overlay(overlay, source.Path, overlaid, fileProblems).Apply(root));
        }

        overlaid.Fix(root);

        Guard("References by names aren't followed", () => SchemaResources.Resolve(root, _found));
        Guard("References into other files stay as they are", () => ExternalReferences.Bundle(root, source, _found));
        Guard("References to what is no component aren't followed", () => LocalReferences.Resolve(root, written, _found));
        Guard("Parts that are no objects stay where they are", () => new NonObjectRepair(_found).Mend(root));
        Guard("The document's schemas are read as they are", () => new SchemaRepair(_found, written).Mend(root));
        Guard("Lists of parameters may be written otherwise than the document says", () => SwaggerRepair.Mend(root));
        Guard("Links may be ignored", () => LinkRepair.Mend(root));
        Guard("Parts that have places are read as one body", () => new PositionalPartsRepair(written).Mend(root));
        Guard("What items of a body are isn't read", () => ItemSchemaRepair.Mend(root));
    }

    private void Guard(string loss, Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _found.Add(InternalErrors.OfPart(exception, "", loss));
        }
    }

    private OpenApiDocument? Read(JsonObject root)
    {
        try
        {
            return ReadOpenApi(root);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Microsoft.OpenApi throws whatever comes to hand on a damaged document, NullReferenceException among it.
            return ReadDamaged(root);
        }
    }

    private OpenApiDocument? ReadDamaged(JsonObject root)
    {
        try
        {
            new SpecIsolation(root, ReadOpenApi, _found, cancellationToken).RemoveUnreadable();
            return ReadOpenApi(root);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _found.Add(InternalErrors.IsOurs(exception)
                ? InternalErrors.OfClient(exception)
                : SpecProblem.At("", SpecProblemKind.NotReadable, exception.Message.TrimEnd('.'), TextFault.Mend));
            return null;
        }
    }

    private static OpenApiDocument? ReadOpenApi(JsonNode root)
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        return new OpenApiJsonReader().Read(root, BaseUrl, settings).Document;
    }
}
