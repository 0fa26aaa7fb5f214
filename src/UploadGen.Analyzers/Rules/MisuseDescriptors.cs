using Microsoft.CodeAnalysis;
using UploadGen.Contexts;

namespace UploadGen.Analyzers.Rules;

/// <summary>The rules on the use of upload clients. Each has a page in docs/diagnostics and a row in AnalyzerReleases; an id is never used again.</summary>
internal static class MisuseDescriptors
{
    private const string Category = "UploadGen.Usage";

    /// <summary>'{0}' confirms an upload whose file was never PUT: {1}.</summary>
    public static readonly DiagnosticDescriptor ConfirmWithoutPut = new(
        "UPG101",
        "An upload is confirmed without its file",
        "'{0}' confirms an upload whose file was never PUT: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Confirming tells the API that the file is in storage. On every path to this call the upload is created, and nothing is PUT before it is confirmed.",
        HelpLinkTo("UPG101"));

    /// <summary>'{0}' can be reached without the file having been PUT.</summary>
    public static readonly DiagnosticDescriptor ConfirmMaybeWithoutPut = new(
        "UPG102",
        "An upload is confirmed on some path without its file",
        "'{0}' can be reached without the file having been PUT: confirm only where the PUT has succeeded",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "On some paths to this call the file is PUT, on others it isn't: it stands behind an if, or its failure is swallowed.",
        HelpLinkTo("UPG102"));

    /// <summary>'{0}' PUTs a file whose upload is never confirmed: await '{1}' after it.</summary>
    public static readonly DiagnosticDescriptor NeverConfirmed = new(
        "UPG103",
        "A file is PUT and its upload never confirmed",
        "'{0}' PUTs a file whose upload is never confirmed: await '{1}' after it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without the confirmation the API doesn't know that the file is in storage, and what was uploaded never comes to exist.",
        HelpLinkTo("UPG103"));

    /// <summary>'{0}' creates an upload that is never used: {1}.</summary>
    public static readonly DiagnosticDescriptor NeverUsed = new(
        "UPG104",
        "An upload is created and never used",
        "'{0}' creates an upload that is never used: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The URL to PUT the file to is in the session that is thrown away here.",
        HelpLinkTo("UPG104"));

    /// <summary>'{0}' takes {1}, and this is {2} ([{3}] of {4}).</summary>
    public static readonly DiagnosticDescriptor ConstantBreaksLimit = new(
        "UPG105",
        "A constant breaks a limit",
        "'{0}' takes {1}, and this is {2} ([{3}] of {4})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The API's document limits what may be sent here. A request with this value is refused, before it is sent or by the API.",
        HelpLinkTo("UPG105"));

    /// <summary>'{0}' PUTs '{1}', and the upload was created for '{2}'.</summary>
    public static readonly DiagnosticDescriptor OtherMediaType = new(
        "UPG106",
        "A file is PUT with another media type than was declared",
        "'{0}' PUTs '{1}', and the upload was created for '{2}': send the media type that was declared",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The media type that is declared when an upload is created is signed into its URL, or is compared when it is confirmed.",
        HelpLinkTo("UPG106"));

    /// <summary>'{0}' sends an Authorization header to a presigned URL: {1}.</summary>
    public static readonly DiagnosticDescriptor AuthorizedStorage = new(
        "UPG107",
        "A presigned URL is sent an Authorization header",
        "'{0}' sends an Authorization header to a presigned URL: {1}; use an HttpClient of its own for storage",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A presigned URL is a credential by itself. Storage refuses a request with two, and the API's token is none of its business.",
        HelpLinkTo("UPG107"));

    /// <summary>'{0}' PUTs a file without the headers in '{1}'.</summary>
    public static readonly DiagnosticDescriptor HeadersNotSent = new(
        "UPG108",
        "The upload headers are not sent",
        "'{0}' PUTs a file without the headers in '{1}': send each of them, exactly as given",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The headers that come with a presigned URL are part of its signature. Storage refuses a PUT that lacks one.",
        HelpLinkTo("UPG108"));

    /// <summary>'{0}' {1}.</summary>
    public static readonly DiagnosticDescriptor ExposedUrl = new(
        "UPG109",
        "A presigned URL is rewritten, logged or stored",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A presigned URL is signed letter by letter, and whoever holds it may write to storage until it expires.",
        HelpLinkTo("UPG109"));

    /// <summary>'{0}' {1} an upload that is confirmed already.</summary>
    public static readonly DiagnosticDescriptor AfterConfirm = new(
        "UPG110",
        "An upload is used after it was confirmed",
        "'{0}' {1} an upload that is confirmed already: remove it, or create another upload",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A confirmation ends the upload. What is PUT or confirmed after it is refused, or replaces a file that others may use already.",
        HelpLinkTo("UPG110"));

    /// <summary>'{0}' mixes uploads: {1}.</summary>
    public static readonly DiagnosticDescriptor MixedUploads = new(
        "UPG111",
        "A step is given what belongs to different uploads",
        "'{0}' mixes uploads: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Id, URL and headers of an upload go together. "
            + "A step that takes several of them must be given those of one session, and a flow's steps the sessions of that flow.",
        HelpLinkTo("UPG111"));

    /// <summary>'{0}' opens an upload whose file is PUT and confirmed right after it: '{1}' does all steps.</summary>
    public static readonly DiagnosticDescriptor OneCall = new(
        "UPG112",
        "The steps of an upload are one call",
        "'{0}' opens an upload whose file is PUT and confirmed right after it: '{1}' does all steps",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The client has a method for the whole flow. "
            + "It tells the API the file's name, size and media type by itself, so that they can't differ from what is PUT.",
        HelpLinkTo("UPG112"));

    /// <summary>'{0}' {1}.</summary>
    public static readonly DiagnosticDescriptor UnseenByContext = new(
        "UPG113",
        UnseenTypeText.Title,
        UnseenTypeText.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        UnseenTypeText.Description,
        HelpLinkTo("UPG113"));

    private static string HelpLinkTo(string id) => ProjectLinks.DiagnosticPages + id + ".md";
}
