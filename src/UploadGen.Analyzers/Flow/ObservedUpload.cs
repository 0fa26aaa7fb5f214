namespace UploadGen.Analyzers.Flow;

/// <summary>An upload that a function creates, with what becomes of it there.</summary>
internal sealed class ObservedUpload(CreationSite site, UploadStates atExit, IReadOnlyList<ObservedStep> steps)
{
    public CreationSite Site { get; } = site;

    /// <summary>The states it can be in when the function is left without an exception; none if that can't happen.</summary>
    public UploadStates AtExit { get; } = atExit;

    /// <summary>The steps that may act on it, in the order of the source text.</summary>
    public IReadOnlyList<ObservedStep> Steps { get; } = steps;
}
