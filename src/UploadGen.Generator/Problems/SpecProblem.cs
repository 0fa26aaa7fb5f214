using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Problems;

/// <summary>Something a document's author or user should know, at a place in the document.</summary>
/// <param name="Pointer">The JSON pointer of the place (RFC 6901).</param>
/// <param name="Arguments">What the message is filled with.</param>
/// <param name="Line">The line, counted from 0, where the place is known by position and not by pointer.</param>
/// <param name="Column">The character in that line, counted from 0.</param>
internal sealed record SpecProblem(SpecProblemKind Kind, string Pointer, EquatableArray<string> Arguments, int? Line = null, int Column = 0)
{
    public static SpecProblem At(int line, int column, SpecProblemKind kind, params string[] arguments)
        => new(kind, "", arguments.ToEquatableArray(), line, column);

    public static SpecProblem At(string pointer, SpecProblemKind kind, params string[] arguments)
        => new(kind, pointer, arguments.ToEquatableArray());
}
