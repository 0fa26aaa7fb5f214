namespace UploadGen.Analyzers.Rules;

/// <summary>The properties of a diagnostic that its fix reads. The assemblies of analyzers and fixes are both compiled with this file.</summary>
internal static class FixProperties
{
    /// <summary>Name of the client's method that does the missing step.</summary>
    public const string MissingStep = "missingStep";

    /// <summary>The media type that the upload was created for.</summary>
    public const string DeclaredMediaType = "declaredMediaType";

    /// <summary>Name of the session's member that holds the headers of the PUT.</summary>
    public const string HeadersMember = "headersMember";

    /// <summary>Present if the call repeats a step and can be removed.</summary>
    public const string Redundant = "redundant";

    /// <summary>The allowed number that is nearest to the one in the source text.</summary>
    public const string Nearest = "nearest";

    /// <summary>The call that does all steps, without its receiver.</summary>
    public const string OneCall = "oneCall";

    /// <summary>The generated type that a context doesn't see, with its namespace.</summary>
    public const string UnseenType = "unseenType";

    /// <summary>The keywords that declare it.</summary>
    public const string UnseenKeywords = "unseenKeywords";
}
