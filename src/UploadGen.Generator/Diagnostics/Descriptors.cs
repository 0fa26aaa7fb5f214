using Microsoft.CodeAnalysis;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Diagnostics;

/// <summary>What can be wrong with a document. An id is never used for something else; each has a page in docs/diagnostics.</summary>
internal static class Descriptors
{
    private const string Category = "UploadGen.Document";

    /// <summary>{0}: file name, {1}: the exception's type, {2}: the method it came from, {3}: what isn't generated.</summary>
    public static readonly DiagnosticDescriptor InternalError = Create(
        "UPG000",
        "UploadGen itself has failed",
        "'{0}': UploadGen has a bug: {1} in {2}. The document isn't at fault. {3}. Please report this message at "
            + ProjectLinks.Issues + ", with the document if you may share it.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: why, {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor NotReadable = Create(
        "UPG001",
        "The document can't be read",
        "'{0}' can't be read as an OpenAPI document: {1}. "
            + "No client is generated from it; {2}, or set UploadGen=\"false\" on its AdditionalFiles item if it is none.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: the version.</summary>
    public static readonly DiagnosticDescriptor VersionNotSupported = Create(
        "UPG002",
        "The document's OpenAPI version isn't supported",
        "'{0}' says it is OpenAPI '{1}'; 2.0, 3.0, 3.1 and 3.2 can be read. No client is generated from it.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: the reference, {2}: what is generated instead, {3}: what to do.</summary>
    public static readonly DiagnosticDescriptor UnresolvedReference = Create(
        "UPG003",
        "A $ref leads nowhere",
        "'{0}' has nothing at '{1}'. {2} is generated in its place; {3}.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: what is wrong, {2}: the method that is generated.</summary>
    public static readonly DiagnosticDescriptor OperationId = Create(
        "UPG004",
        "An operationId is missing or stands twice",
        "'{0}': {1}. The method is called '{2}'; give the operation an id of its own for a name that lasts.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: what contradicts what.</summary>
    public static readonly DiagnosticDescriptor Contradiction = Create(
        "UPG006",
        "A limit can't be kept",
        "'{0}': {1}. Correct the document; what is generated follows it as it is.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: what the project lacks.</summary>
    public static readonly DiagnosticDescriptor ProjectTooOld = Create(
        "UPG011",
        "The project's C# version or framework is too old",
        "No client is generated from '{0}': {1}.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: the namespace, {2}: the other document, {3}: how an item names it.</summary>
    public static readonly DiagnosticDescriptor NamespaceTaken = Create(
        "UPG012",
        "Two documents generate into one namespace",
        "'{0}' would generate into the namespace '{1}', as '{2}' does. "
            + "No client is generated from this one; set another UploadGenNamespace on its AdditionalFiles item. "
            + "For one file of a glob: <AdditionalFiles Update=\"{3}\" UploadGenNamespace=\"…\" /> behind it.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: what, {2}: what is generated instead.</summary>
    public static readonly DiagnosticDescriptor NotSupported = Create(
        "UPG005",
        "A part of the document isn't supported",
        "'{0}': {1}. {2} is generated in its place, and everything else as usual.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: the operation, {2}: what it is.</summary>
    public static readonly DiagnosticDescriptor FlowFound = Create(
        "UPG007",
        "An upload flow was recognized",
        "'{0}': '{1}' {2}.",
        DiagnosticSeverity.Info);

    /// <summary>{0}: file name, {1}: the operation, {2}: what is missing and what to do.</summary>
    public static readonly DiagnosticDescriptor FlowNotBound = Create(
        "UPG008",
        "This looks like an upload flow, and can't be bound",
        "'{0}': '{1}' looks like a step of an upload, but {2}.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: what is wrong with a workflow or with all of them, and what to do.</summary>
    public static readonly DiagnosticDescriptor WorkflowNotBound = Create(
        "UPG008",
        "This looks like an upload flow, and can't be bound",
        "'{0}': {1}.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: what is wrong with an action or with all of the overlay, and what is applied all the same.</summary>
    public static readonly DiagnosticDescriptor OverlayTarget = Create(
        "UPG010",
        "An action of an overlay changes nothing",
        "'{0}': {1}.",
        DiagnosticSeverity.Warning);

    /// <summary>{0}: file name, {1}: the metadata, {2}: its value, {3}: what is allowed, {4}: what becomes of it.</summary>
    public static readonly DiagnosticDescriptor BadMetadata = Create(
        "UPG009",
        "Metadata of the AdditionalFiles item isn't valid",
        "{1}=\"{2}\" on the AdditionalFiles item of '{0}' isn't {3}. {4}.",
        DiagnosticSeverity.Error);

    /// <summary>{0}: file name, {1}: what stands where, and which of the two counts.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = Create(
        "UPG013",
        "A name stands twice in an object",
        "'{0}': {1}. Take out what isn't meant, or give it the name that is; what is generated follows the last.",
        DiagnosticSeverity.Warning);

    public static DiagnosticDescriptor Find(SpecProblemKind kind) => kind switch
    {
        SpecProblemKind.InternalError or SpecProblemKind.InternalErrorInPart => InternalError,
        SpecProblemKind.NotReadable or SpecProblemKind.PerhapsNotReadable => NotReadable,
        SpecProblemKind.VersionNotSupported => VersionNotSupported,
        SpecProblemKind.UnresolvedReference => UnresolvedReference,
        SpecProblemKind.OperationIdMissing or SpecProblemKind.OperationIdDuplicate => OperationId,
        SpecProblemKind.NotSupported => NotSupported,
        SpecProblemKind.Contradiction => Contradiction,
        SpecProblemKind.ProjectTooOld => ProjectTooOld,
        SpecProblemKind.NamespaceTaken => NamespaceTaken,
        SpecProblemKind.FlowFound => FlowFound,
        SpecProblemKind.FlowNotBound => FlowNotBound,
        SpecProblemKind.WorkflowNotBound => WorkflowNotBound,
        SpecProblemKind.OverlayTarget => OverlayTarget,
        SpecProblemKind.DuplicateName => DuplicateName,
        _ => BadMetadata,
    };

    /// <summary>How much a problem matters: less than others of its id where nothing is certain, or nothing is lost.</summary>
    public static DiagnosticSeverity SeverityOf(SpecProblemKind kind) => kind switch
    {
        SpecProblemKind.PerhapsNotReadable or SpecProblemKind.InternalErrorInPart => DiagnosticSeverity.Warning,
        SpecProblemKind.OperationIdMissing => DiagnosticSeverity.Info,
        _ => Find(kind).DefaultSeverity,
    };

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: ProjectLinks.DiagnosticPages + id + ".md");
}
