namespace UploadGen.Generator.Documents.Parts;

/// <summary>How a member holds parts.</summary>
internal enum PartHolding
{
    /// <summary>A map or list, of objects only.</summary>
    Objects,

    /// <summary>A map that may have extensions beside its objects.</summary>
    SomeObjects,

    /// <summary>The member is the part itself. A list, where it is one, holds such parts.</summary>
    Itself,
}
