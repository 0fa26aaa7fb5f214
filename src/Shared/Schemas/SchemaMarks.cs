namespace UploadGen.Core;

/// <summary>Members that the generator adds to the schemas of rules, for what JSON Schema has no keyword for.</summary>
/// <remarks>The generator, which writes them, and the library, which reads them, are compiled with this file.</remarks>
internal static class SchemaMarks
{
    /// <summary>An object: for a pattern the same expression as .NET spells it, where it spells it otherwise.</summary>
    public const string Expressions = "x-expressions";

    /// <summary>True where the value must not be shown.</summary>
    public const string Secret = "x-secret";

    /// <summary>True where a value may fit several alternatives of a <c>oneOf</c>.</summary>
    public const string Overlap = "x-overlap";
}
