using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents;

/// <summary>
/// Whether a text is an OpenAPI document: its root object has an <c>openapi</c> member or, for 2.0, a <c>swagger</c> member. Other files of a
/// project are read up to the end of their root's member names, and no further.
/// </summary>
/// <param name="IsSwagger">Whether it calls itself <c>swagger</c>, as 2.0 did.</param>
/// <param name="Version">What it says its version is; null for a text that is no document.</param>
/// <param name="Fault">Why an unclaimed text can't be read, if it can't.</param>
/// <param name="IsMeant">Whether a text that can't be read seems to have a version all the same.</param>
internal readonly record struct SpecClaim(bool IsSwagger, string? Version, TextFault? Fault, bool IsMeant)
{
    private const string Swagger = "swagger";

    private static readonly string[] VersionMembers = ["openapi", Swagger];

    private static readonly RootGuess Guess = new(VersionMembers);

    public bool IsClaimed => Version is not null;

    public static SpecClaim Read(DocumentFormat format, string text)
    {
        RootMember? version = null;
        var fault = format.ReadRoot(text, VersionMembers, member =>
        {
            version = IsVersion(member) ? member : null;
            return version is null;
        });
        return version is { } found
            ? new SpecClaim(found.Name == Swagger, found.Text, null, IsMeant: true)
            : new SpecClaim(false, null, fault, IsMeant: fault is not null && Guess.IsMeant(text));
    }

    /// <summary>A version is a string, or a number by mistake. Settings of other tools have objects and flags by these names.</summary>
    private static bool IsVersion(RootMember member) => member.IsString || member.Text.Length > 0;
}
