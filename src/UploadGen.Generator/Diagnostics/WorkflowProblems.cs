using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Workflows;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Diagnostics;

/// <summary>What is wrong with a description of workflows as a whole, so that nothing of it is taken.</summary>
internal static class WorkflowProblems
{
    private const string NothingIsTaken = "Nothing of it is taken";

    /// <param name="workflows">The description.</param>
    /// <param name="documents">All documents of the project.</param>
    public static SpecProblem? Find(WorkflowText workflows, IReadOnlyList<SpecText> documents)
        => workflows.Fault is { } fault ? Unreadable(fault)
            : !workflows.IsSupported ? At("/arazzo", $"it says it is Arazzo '{workflows.Version}'; 1.0 and 1.1 can be read. {NothingIsTaken}")
            : workflows.Apis.Count == 0
                ? At("/sourceDescriptions", $"it names no OpenAPI document: it has no 'sourceDescriptions' of type openapi. {NothingIsTaken}")
            : documents.Any(document => workflows.AppliesTo(document.Path)) ? null
            : At("/sourceDescriptions/0/url", NoDocument(workflows));

    private static SpecProblem Unreadable(TextFault fault)
    {
        var problem = $"it can't be read as an Arazzo description: {fault.Reason}. {NothingIsTaken}; mend it";
        return SpecProblem.At(fault.Line, fault.Column, SpecProblemKind.WorkflowNotBound, problem);
    }

    private static string NoDocument(WorkflowText workflows)
    {
        var urls = string.Join(", ", workflows.Apis.Select(source => $"'{source.Url}'"));
        return $"of what its 'sourceDescriptions' name ({urls}), nothing is a document among the project's AdditionalFiles. {NothingIsTaken}; give the url "
            + "relative to this file or, where it is one of the web, call this file like the document with .arazzo behind. "
            + "UploadGen=\"false\" on its AdditionalFiles item leaves it alone";
    }

    private static SpecProblem At(string pointer, string problem) => SpecProblem.At(pointer, SpecProblemKind.WorkflowNotBound, problem);
}
