namespace UploadGen.Generator.Problems;

/// <summary>What is wrong. Each kind has an id of a diagnostic; some ids have more than one kind.</summary>
internal enum SpecProblemKind
{
    /// <summary>UPG000: an exception of ours, for which no client is generated.</summary>
    InternalError,

    /// <summary>UPG000 as a warning: an exception of ours that costs a part of the client.</summary>
    InternalErrorInPart,

    /// <summary>UPG001: text that can't be read, or no OpenAPI document.</summary>
    NotReadable,

    /// <summary>UPG001 as a warning: a broken file that nobody said is a document. It may be somebody else's.</summary>
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

    /// <summary>UPG008: a description of workflows, or one of them, says nothing that can be taken.</summary>
    WorkflowNotBound,

    /// <summary>UPG009.</summary>
    BadMetadata,

    /// <summary>UPG010: an action of an overlay that changes nothing.</summary>
    OverlayTarget,

    /// <summary>UPG011.</summary>
    ProjectTooOld,

    /// <summary>UPG012: two documents want one namespace.</summary>
    NamespaceTaken,

    /// <summary>UPG013: a name that its object has already.</summary>
    DuplicateName,
}
