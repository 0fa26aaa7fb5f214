using UploadGen.Generator.Collections;


namespace UploadGen.Generator.Problems;

/// <summary>Something a document's author or user should know, at a place in the document.</summary>
/// <param name="Pointer">The JSON pointer of the place (RFC 6901).</param>
/// <param name="Arguments">What the message is filled with.</param>
/// <param name="Line">The line, counted from 0, where the place is known by position and not by pointer.</param>
/// <param name="Column">The octet in that line, counted from 0.</param>
internal sealed record SpecProblem(SpecProblemKind Kind, string Pointer, EquatableArray<string> Arguments, int? Line = null, int Column = 0)
{
    public static SpecProblem At(int line, int column, SpecProblemKind kind, params string[] arguments)
        => new(kind, "", arguments.ToEquatableArray(), line, column);

    public static SpecProblem At(string pointer, SpecProblemKind kind, params string[] arguments)
        => new(kind, pointer, arguments.ToEquatableArray());
}

internal enum SpecProblemKind
{
    /// <summary>UPG001: not JSON, or no OpenAPI document.</summary>
    NotReadable,

    /// <summary>UPG001 as a warning: a broken JSON file that nobody said is a document. It may be somebody else's.</summary>
    PerhapsNotReadable,

    /// <summary>UPG002.</summary>
    VersionNotSupported,

    /// <summary>UPG003: a <c>$ref</c> that leads nowhere.</summary>
    UnresolvedReference,

    /// <summary>UPG004, as information: a name is made of method and path.</summary>
    OperationIdMissing,

    /// <summary>UPG004.</summary>
    OperationIdDuplicate,

    /// <summary>UPG005: a part that can't be generated as it is.</summary>
    NotSupported,

    /// <summary>UPG006: limits that contradict each other, or a pattern that is none.</summary>
    Contradiction,

    /// <summary>UPG007: an upload flow was recognized.</summary>
    FlowFound,

    /// <summary>UPG008: something looks like an upload flow, or is said to be one, and can't be bound.</summary>
    FlowNotBound,

    /// <summary>UPG009.</summary>
    BadMetadata,

    /// <summary>UPG010: an action of an overlay that changes nothing.</summary>
    OverlayTarget,

    /// <summary>UPG011.</summary>
    CompilerTooOld,

    /// <summary>UPG012: two documents want one namespace.</summary>
    NamespaceTaken,
}
