namespace UploadGen.Analyzers.Rules;

/// <summary>What a diagnostic tells its fix. The fixes' assembly is compiled with this file, too: it refers to no analyzer.</summary>
internal static class FixProperties
{
    /// <summary>Name of the client's method that does the step that is missing.</summary>
    public const string MissingStep = "missingStep";

    /// <summary>The media type that the upload was created for.</summary>
    public const string DeclaredMediaType = "declaredMediaType";

    /// <summary>Name of the session's member that holds the headers of the PUT.</summary>
    public const string HeadersMember = "headersMember";

    /// <summary>Present if the call can go: it does again what was done.</summary>
    public const string Redundant = "redundant";

    /// <summary>The number that is allowed and nearest to the one that isn't.</summary>
    public const string Nearest = "nearest";

    /// <summary>The call, without its receiver, that does all steps.</summary>
    public const string OneCall = "oneCall";
}
