using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Rules;

/// <summary>The rules on the use of upload clients. Each has a page in docs/diagnostics and a row in AnalyzerReleases; an id is never used again.</summary>
internal static class Descriptors
{
    private const string Category = "UploadGen.Usage";

    /// <summary>{0} is the rule's id.</summary>
    private const string HelpLink = "https://github.com/uploadgen/uploadgen/blob/main/docs/diagnostics/{0}.md";

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

    private static string HelpLinkTo(string id) => string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLink, id);
}
