namespace UploadGen.Analyzers.Flow;

/// <summary>An upload that a function creates, with the steps that it does on it.</summary>
internal sealed class ObservedUpload(CreationSite site, UploadStates atExit, IReadOnlyList<ObservedStep> steps, Observations seen)
{
    public CreationSite Site { get; } = site;

    /// <summary>The states that it can be in when the function returns; none if the function never does.</summary>
    public UploadStates AtExit { get; } = atExit;

    /// <summary>The steps that may act on it, in the order of the source text.</summary>
    public IReadOnlyList<ObservedStep> Steps { get; } = steps;

    /// <summary>Does something depend on what its session says?</summary>
    public bool IsAsked => seen.IsAsked(Site);

    /// <summary>Is something asserted of its session? Then it is one of a test, which may do only some of the steps.</summary>
    public bool IsAsserted => seen.IsAsserted(Site);
}
